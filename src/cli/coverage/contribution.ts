import type { City, Pack, Parameter } from "../../engine/model/pack.ts";
import {
  type Contributions,
  contributionsIn,
  contributionsOn,
  oneContribution,
  partOn,
} from "../../monitoring/coverage/contributions.ts";
import { suggest } from "../../pack/suggest.ts";
import { InputTrouble } from "../input.ts";

export interface ContributionRequest {
  /** A parameter in rupiah that counts for everybody; by segment where none is named. */
  readonly parameter: string | undefined;
  /** What protection is to consist of. */
  readonly programmes: readonly string[];
  readonly city: string | undefined;
  readonly asOf: string;
}

/**
 * What protecting a person costs a month on a day, as the city's rules have it; as any city's where
 * none is named.
 * @throws InputTrouble
 */
export function readContributions(pack: Pack, request: ContributionRequest): Contributions {
  const { parameter: id, programmes, city, asOf } = request;
  const places = [...pack.cities].flatMap(([id, place]) =>
    city === undefined || id === city ? [place] : [],
  );
  if (city !== undefined && places.length === 0) throw new InputTrouble(unknownCity(pack, city));
  if (id === undefined) {
    const known = contributionsIn(pack, city, asOf);
    const differing = known.find(({ parameter }) => parameter === undefined);
    if (differing !== undefined) throw new InputTrouble(differs(differing.id));
    return contributionsOn(known, programmes, asOf);
  }
  const parameter = oneParameter(places, id, asOf);
  if (parameter === undefined || parameter.shape.type !== "money") {
    throw new InputTrouble(unknownParameter(places, id));
  }
  const part = partOn(id, parameter, asOf);
  if (part !== null) return oneContribution(part);
  throw new InputTrouble({
    id: `parameter.${id} tidak bernilai pada ${asOf}. Pilih hari lain dengan --as-of, atau parameter lain dengan --contribution.`,
    en: `parameter.${id} has no value on ${asOf}. Choose another day with --as-of, or another parameter with --contribution.`,
  });
}

/** @throws InputTrouble where cities have different amounts. */
function oneParameter(places: readonly City[], id: string, asOf: string): Parameter | undefined {
  const found = places.flatMap(({ parameters }) => parameters.get(id) ?? []);
  const amounts = new Set(found.map((one) => partOn(id, one, asOf)?.amount));
  if (amounts.size <= 1) return found[0];
  throw new InputTrouble(differs(id));
}

function differs(id: string) {
  return {
    id: `parameter.${id} berbeda di kota yang berbeda. Pilih kotanya dengan --city.`,
    en: `parameter.${id} differs from city to city. Choose one with --city.`,
  };
}

function unknownCity(pack: Pack, city: string) {
  const cities = [...pack.cities.keys()];
  const near = suggest(city, cities);
  return {
    id: `Kota "${city}" tidak ada dalam aturan. ${near === null ? `Yang ada: ${cities.join(", ")}.` : `Mungkin maksudnya "${near}"?`}`,
    en: `The rules have no city "${city}". ${near === null ? `There are: ${cities.join(", ")}.` : `Did you mean "${near}"?`}`,
  };
}

function unknownParameter(places: readonly City[], id: string) {
  const ids = new Set(
    places.flatMap(({ parameters }) =>
      [...parameters].flatMap(([known, { shape }]) => (shape.type === "money" ? [known] : [])),
    ),
  );
  const near = suggest(id, ids);
  const all = [...ids].join(", ");
  return {
    id: `--contribution: tidak ada parameter rupiah "${id}". ${near === null ? `Yang ada: ${all}.` : `Mungkin maksudnya "${near}"?`}`,
    en: `--contribution: there is no parameter "${id}" in rupiah. ${near === null ? `There are: ${all}.` : `Did you mean "${near}"?`}`,
  };
}
