import type { FactValue, ItemFacts } from "../engine/model/catalogue.ts";
import type { Draw, Known } from "./draw.ts";
import { uniform } from "./philox.ts";

/** The items of a group; null where the group, or an item, is not known. */
export type Items = readonly (ItemFacts | null)[] | null;

/** How the items of a group are drawn. */
export interface ItemsPlan {
  /** Where the group's length stands among what is drawn of the application. */
  readonly count: number;
  /** What is drawn of each item, in order. */
  readonly draws: readonly Draw[];
  /** The facts that an item has, and where they stand among its draws. */
  readonly fields: readonly { readonly id: string; readonly at: number }[];
  /** The share of items of which nothing is known. */
  readonly unknown: number;
  readonly key: number;
}

/** Makes a plan into the function that draws the items of a row. */
export function itemsDraw({
  count,
  draws,
  fields,
  unknown,
  key,
}: ItemsPlan): (row: number, application: Known) => Items {
  return (row, application) => {
    const length = application[count];
    if (typeof length !== "number") return null;
    return Array.from({ length }, (_, index) => {
      const place = index + 1;
      if (uniform(key, row, place) < unknown) return null;
      const known: FactValue[] = [];
      for (const draw of draws) known.push(draw(row, place, known, application));
      return Object.fromEntries(fields.map(({ id, at }) => [id, known[at] ?? null]));
    });
  };
}
