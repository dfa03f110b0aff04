import { oneValue, parameterOn } from "../../engine/conditions/references.ts";
import type { Contribution, Pack, Parameter } from "../../engine/model/pack.ts";
import type { Text } from "../../engine/model/text.ts";
import { canonicalJson } from "../../engine/values/canonical.ts";

/** A parameter of the rules in rupiah, as it is on a day. */
export interface ContributionPart {
  readonly parameter: string;
  readonly label: Text;
  readonly amount: number;
  /** The first day of this amount. */
  readonly since: string;
}

/** What protecting one person costs a month, part by part; `amount` is null where it is not known. */
export interface Rate {
  /** Null where it counts for everybody. */
  readonly segment: string | null;
  readonly amount: number | null;
  readonly parts: readonly ContributionPart[];
}

/** What protection is to consist of, and what it costs each. */
export interface Contributions {
  readonly programmes: readonly string[];
  readonly rates: readonly Rate[];
}

/** Without any more programmes, this is what protection is. */
export const FULL_PROTECTION: readonly string[] = ["JKK", "JKM"];

/** A parameter that is a contribution, by what it pays for. */
export interface PaidFor extends Contribution {
  readonly id: string;
  /** None where it differs from city to city. */
  readonly parameter: Parameter | undefined;
}

/**
 * The contributions that rules know on a day: of one city, or of all, where those that differ from
 * city to city have no parameter.
 */
export function contributionsIn(
  { cities }: Pick<Pack, "cities">,
  city: string | undefined,
  asOf: string,
): readonly PaidFor[] {
  const places = [...cities].flatMap(([id, place]) =>
    city === undefined || id === city ? [place] : [],
  );
  const ids = new Set(places.flatMap(({ contributions }) => [...contributions.keys()]));
  return [...ids].flatMap((id): readonly PaidFor[] => {
    const found = places.map(({ contributions, parameters }) => {
      const [paidFor, parameter] = [contributions.get(id), parameters.get(id)];
      const told = paidFor && { ...paidFor, amount: partOn(id, parameter, asOf)?.amount ?? null };
      return { paidFor, parameter, told: canonicalJson(told ?? null) };
    });
    const [one] = found.flatMap(({ paidFor, parameter }) =>
      paidFor ? [{ paidFor, parameter }] : [],
    );
    if (one === undefined) return [];
    const isAlike = new Set(found.map(({ told }) => told)).size === 1;
    return [{ ...one.paidFor, id, parameter: isAlike ? one.parameter : undefined }];
  });
}

/**
 * What each segment's contribution for these programmes is on a day, as far as the rules tell.
 * Nothing is guessed: a segment of which one programme is not known has no amount.
 */
export function contributionsOn(
  known: readonly PaidFor[],
  programmes: readonly string[],
  asOf: string,
): Contributions {
  const segments = [...new Set(known.map(({ segment }) => segment))];
  const rates = segments.map((segment): Rate => {
    const entries = known.filter(
      (one) =>
        one.segment === segment &&
        (one.until === undefined || asOf <= one.until) &&
        one.programmes.some((programme) => programmes.includes(programme)),
    );
    const covered = entries.flatMap((one) => one.programmes);
    const parts = entries.flatMap(({ id, parameter }) => {
      const part = partOn(id, parameter, asOf);
      return part === null ? [] : [part];
    });
    const isWhole =
      parts.length === entries.length && programmes.every((one) => covered.includes(one));
    return isWhole
      ? { segment, amount: parts.reduce((sum, { amount }) => sum + amount, 0), parts }
      : { segment, amount: null, parts: [] };
  });
  return { programmes, rates };
}

/** The same amount for everybody. */
export function oneContribution(part: ContributionPart): Contributions {
  const rates = [{ segment: null, amount: part.amount, parts: [part] }];
  return { programmes: FULL_PROTECTION, rates };
}

/** A parameter in rupiah on a day; null where it has no value then, or is none. */
export function partOn(
  id: string,
  parameter: Parameter | undefined,
  asOf: string,
): ContributionPart | null {
  if (parameter === undefined || parameter.shape.type !== "money") return null;
  const on = parameterOn(parameter, asOf);
  const amount = on && oneValue(on);
  return typeof amount === "number"
    ? { parameter: id, label: parameter.label, amount, since: on?.from ?? asOf }
    : null;
}

/** What a person of a segment costs; null where that is not known. */
export function amountFor({ rates }: Contributions, segment: string): number | null {
  const rate = rates.find((one) => one.segment === null || one.segment === segment);
  return rate?.amount ?? null;
}
