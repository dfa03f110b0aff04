import type { Columns } from "../../population/columns.ts";
import { itemName, type Marginals, type Report } from "../../population/marginals.ts";

/** What each column of a population rests on. */
export interface Basis {
  /** Names with the reports that their figures come from. */
  readonly reported: readonly { readonly name: string; readonly reports: readonly Report[] }[];
  /** Names whose figures are assumed. */
  readonly assumed: readonly string[];
  /** Names of which nothing is stated: made up from the catalogue and the rules. */
  readonly madeUp: readonly string[];
}

/** Sorts the columns by what they rest on; those of a group's items are `drivers[].coverage.status`. */
export function basisOf({ facts, groups }: Columns, { reports }: Marginals): Basis {
  const names = [
    ...facts.map(({ id }) => [id]),
    ...groups.flatMap(({ id, fields }) => [
      [`${id}.count`],
      // Of items nothing else may be stated than of applicants.
      ...fields.map((field) => [itemName(id, field.id), field.id]),
    ]),
  ];
  const found = names.map(([name = "", ...others]) => ({
    name,
    reports: [name, ...others].map((one) => reports.get(one)).find((one) => one !== undefined),
  }));
  return {
    reported: found.flatMap(({ name, reports: own = [] }) =>
      own.length > 0 ? [{ name, reports: own }] : [],
    ),
    assumed: found.flatMap(({ name, reports: own }) => (own?.length === 0 ? [name] : [])),
    madeUp: found.flatMap(({ name, reports: own }) => (own === undefined ? [name] : [])),
  };
}
