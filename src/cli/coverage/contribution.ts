import { parameterOn } from "../../engine/conditions/references.ts";
import type { Pack, Parameter, Service } from "../../engine/model/pack.ts";
import type { Contribution } from "../../monitoring/coverage/report.ts";
import { suggest } from "../../pack/suggest.ts";
import { InputTrouble } from "../input.ts";

/**
 * What a person's contribution costs a month on a day: a parameter in rupiah, as the city's rules
 * have it; of any city whose rules have it where none is named.
 * @throws InputTrouble
 */
export function contributionOn(
  pack: Pack,
  id: string,
  city: string | undefined,
  asOf: string,
): Contribution {
  const services = [...pack.services.values()].filter(
    (service) => city === undefined || service.id.startsWith(`${city}/`),
  );
  if (city !== undefined && services.length === 0) throw new InputTrouble(unknownCity(pack, city));
  const found = services.flatMap(({ parameters }) => parameters.get(id) ?? []);
  const [parameter] = found;
  if (parameter === undefined || parameter.shape.type !== "money") {
    throw new InputTrouble(unknownParameter(services, id));
  }
  const amounts = new Set(found.map((one) => amountOn(one, asOf)));
  if (amounts.size > 1) {
    throw new InputTrouble({
      id: `parameter.${id} berbeda di kota yang berbeda. Pilih kotanya dengan --city.`,
      en: `parameter.${id} differs from city to city. Choose one with --city.`,
    });
  }
  const amount = amountOn(parameter, asOf);
  if (amount === null) {
    throw new InputTrouble({
      id: `parameter.${id} tidak bernilai pada ${asOf}. Pilih hari lain dengan --as-of, atau parameter lain dengan --contribution.`,
      en: `parameter.${id} has no value on ${asOf}. Choose another day with --as-of, or another parameter with --contribution.`,
    });
  }
  return { parameter: id, label: parameter.label, amount };
}

function amountOn(parameter: Parameter, asOf: string): number | null {
  const value = parameterOn(parameter, asOf)?.value;
  return typeof value === "number" ? value : null;
}

function unknownCity(pack: Pack, city: string) {
  const cities = [...new Set([...pack.services.keys()].map((id) => id.split("/")[0] ?? id))];
  const near = suggest(city, cities);
  return {
    id: `Kota "${city}" tidak ada dalam aturan. ${near === null ? `Yang ada: ${cities.join(", ")}.` : `Mungkin maksudnya "${near}"?`}`,
    en: `The rules have no city "${city}". ${near === null ? `There are: ${cities.join(", ")}.` : `Did you mean "${near}"?`}`,
  };
}

function unknownParameter(services: Iterable<Service>, id: string) {
  const ids = new Set(
    [...services].flatMap(({ parameters }) =>
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
