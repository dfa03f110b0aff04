import type { FactValue, Scalar } from "../engine/model/catalogue.ts";
import type { Text } from "../engine/model/text.ts";

/** What a fact comes to, in which share of the people. */
export type Marginal =
  | { readonly kind: "shares"; readonly shares: readonly Share[] }
  | {
      readonly kind: "by";
      /** The fact of the same person, or of the same item, that it depends on. */
      readonly by: string;
      /** The first row that holds tells. */
      readonly rows: readonly Row[];
    };

export interface Share {
  /** From 0 to 1; the shares of a marginal add up to 1. */
  readonly share: number;
  readonly outcome: Outcome;
}

/** What a share of the people have. */
export type Outcome =
  /** `null` is not known. */
  | { readonly kind: "value"; readonly value: FactValue }
  | NumberRange
  | { readonly kind: "days"; readonly from: number; readonly to: number }
  /** The value of another fact, or the length of a group. */
  | { readonly kind: "same"; readonly as: string };

/** Every `step` from one number to another, all alike, with so many digits after the point. */
export interface NumberRange {
  readonly kind: "numbers";
  readonly from: number;
  readonly to: number;
  readonly step: number;
  readonly digits: number;
}

export interface Row {
  readonly when: RowSelector;
  readonly marginal: Marginal;
}

/**
 * The values of the other fact that a row is about; days are compared as `YYYY-MM-DD`. Whoever no row
 * is about is not known, and `otherwise` is about every value that is known.
 */
export type RowSelector =
  | { readonly kind: "values"; readonly values: readonly Scalar[] }
  | { readonly kind: "range"; readonly from: Scalar; readonly to: Scalar }
  | { readonly kind: "unknown" }
  | { readonly kind: "otherwise" };

/** How many items a group has, and what they are where they are not as the applicants. */
export interface GroupMarginals {
  readonly count: Marginal | null;
  /** The share of items of which nothing is known; null where nothing is said. */
  readonly unknownItems: number | null;
  readonly facts: ReadonlyMap<string, Marginal>;
}

/** A published report that numbers come from. */
export interface Report {
  readonly title: Text;
  readonly publisher: string;
  readonly date: string;
}

/** What is stated about a population; everything else is made up from the catalogue and the rules. */
export interface Marginals {
  readonly facts: ReadonlyMap<string, Marginal>;
  readonly groups: ReadonlyMap<string, GroupMarginals>;
  /**
   * The reports that each of them rests on, by fact id, `drivers.count`, or `drivers[].coverage.status`;
   * none where all of it is assumed.
   */
  readonly reports: ReadonlyMap<string, readonly Report[]>;
}

export const NO_MARGINALS: Marginals = { facts: new Map(), groups: new Map(), reports: new Map() };

/** The name of a fact of a group's items. */
export function itemName(group: string, fact: string): string {
  return `${group}[].${fact}`;
}

/** What is stated first, where nothing is stated of it later: each fact is replaced whole. */
export function replacedBy(before: Marginals, after: Marginals): Marginals {
  const groups = new Map(before.groups);
  for (const [id, group] of after.groups) {
    const old = groups.get(id);
    groups.set(id, {
      count: group.count ?? old?.count ?? null,
      unknownItems: group.unknownItems ?? old?.unknownItems ?? null,
      facts: new Map([...(old?.facts ?? []), ...group.facts]),
    });
  }
  return {
    facts: new Map([...before.facts, ...after.facts]),
    groups,
    reports: new Map([...before.reports, ...after.reports]),
  };
}

/** What a marginal depends on: facts of the same person or item, and lengths of groups. */
export function namesIn(marginal: Marginal): readonly string[] {
  if (marginal.kind === "by") {
    return [marginal.by, ...marginal.rows.flatMap((row) => namesIn(row.marginal))];
  }
  return marginal.shares.flatMap(({ outcome }) => (outcome.kind === "same" ? [outcome.as] : []));
}
