import type { ScalarShape } from "../../engine/model/catalogue.ts";

/** How one dialect writes what SQL itself leaves open. Every part is given, and gives, SQL. */
export interface Dialect {
  readonly name: DialectName;
  /** The type of a column that holds single values of a shape. */
  readonly typeOf: (shape: ScalarShape) => string;
  readonly listType: (items: string) => string;
  readonly rowType: (fields: readonly (readonly [name: string, type: string])[]) => string;
  /** A row of named values, each with its type. */
  readonly row: (fields: readonly (readonly [name: string, sql: string, type: string])[]) => string;
  /** A list of these, which are of one type; of none, a list of texts. */
  readonly listOf: (items: readonly string[]) => string;
  readonly lengthOf: (list: string) => string;
  /** True where a list holds a value; not known where only an unknown item may be it. */
  readonly holds: (list: string, value: string, isKnown: boolean) => string;
  /** True where a condition holds of each item (of at least one): strong Kleene, also of an empty list. */
  readonly every: (list: string, item: string, condition: string) => string;
  readonly some: (list: string, item: string, condition: string) => string;
  /** What comes of each item. */
  readonly each: (list: string, item: string, result: string) => string;
  /** As `each`, of the item and its place, counted from 0. */
  readonly eachWithPlace: (list: string, item: string, result: (place: string) => string) => string;
  /** Goes through a list of integers with what has come of the items before. */
  readonly reduced: (
    list: string,
    start: string,
    sum: string,
    item: string,
    next: string,
  ) => string;
  readonly smallest: (list: string) => string;
  readonly largest: (list: string) => string;
  /** One list of all the items of these lists. */
  readonly joined: (lists: readonly string[]) => string;
  /** One list of the texts of a list's lists. */
  readonly flat: (lists: string) => string;
  /** The texts of a list that are not null. */
  readonly present: (list: string) => string;
  /** The texts of a list that are not null, as one that `|` parts. */
  readonly text: (list: string) => string;
  /** The texts of a list that are not null, each once, where it came first. */
  readonly distinct: (list: string) => string;
  /** A date moved by months, clamped to the month's end, and then by days. */
  readonly moved: (date: string, months: string, days: number) => string;
  /** The number of a day, 1970-01-01 being 0, and the day of a number. */
  readonly dayNumber: (date: string) => string;
  readonly dayOf: (number: string) => string;
  /** A type of integers of 38 digits. */
  readonly wide: string;
  /** Integers divided, towards zero; nothing where the divisor is zero. */
  readonly divided: (dividend: string, divisor: string) => string;
}

export type DialectName = "duckdb" | "trino";
