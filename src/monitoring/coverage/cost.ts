import { amountFor, type Contributions } from "./contributions.ts";

/**
 * Whether what protecting the gap would cost is told whole, only of those whose contribution is
 * known, of nobody for want of any, or not at all since it would tell of few people.
 */
export type CostState = "known" | "least" | "unknown" | "hidden";

/** Rupiah a month; null where it is unknown or hidden. */
export interface Cost {
  readonly cost: number | null;
  readonly costState: CostState;
}

/** The gap of one segment, and what it costs. */
export interface CostTerm {
  /** `""` where it is not told; null where one contribution counts for everybody. */
  readonly segment: string | null;
  /** Null where it is hidden. */
  readonly people: number | null;
  /** Of each, a month; null where it is not known. */
  readonly amount: number | null;
}

export const HIDDEN_COST: Cost = { cost: null, costState: "hidden" };
export const UNKNOWN_COST: Cost = { cost: null, costState: "unknown" };

/** The terms that a gap consists of; whoever belongs to no segment that is told is one of them. */
export function termsOf(
  contributions: Contributions,
  gap: number | null,
  gaps: ReadonlyMap<string, number | null> | null,
): readonly CostTerm[] {
  const [rate] = contributions.rates;
  if (rate?.segment === null) return [{ segment: null, people: gap, amount: rate.amount }];
  if (gaps === null) return [{ segment: "", people: gap, amount: null }];
  return [...gaps].map(([segment, people]) => ({
    ...{ segment, people, amount: amountFor(contributions, segment) },
  }));
}

/** What all terms come to. */
export function costOf(terms: readonly CostTerm[]): Cost {
  const rated = terms.filter(({ amount }) => amount !== null);
  if (rated.some(({ people }) => people === null)) return HIDDEN_COST;
  const cost = rated.reduce((sum, { people, amount }) => sum + (people ?? 0) * (amount ?? 0), 0);
  const isWhole = terms.every(({ people, amount }) => amount !== null || people === 0);
  if (isWhole) return { cost, costState: "known" };
  return cost === 0 ? UNKNOWN_COST : { cost, costState: "least" };
}
