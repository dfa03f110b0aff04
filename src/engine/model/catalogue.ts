import type { Computation } from "./compute.ts";
import type { Text } from "./text.ts";

/** A single value as it travels in facts: dates are `YYYY-MM-DD`, money is whole rupiah. */
export type Scalar = boolean | number | string;

/** What one fact may hold. `null` in place of a value, or of an item, means *not known*. */
export type FactValue = Scalar | readonly (Scalar | null)[] | null;

/** One item of a group: the facts of one driver, say. */
export type ItemFacts = Readonly<Record<string, FactValue | undefined>>;

/** The facts of one application: a flat record of fact ids, and group ids with their items. */
export type Facts = Readonly<Record<string, FactValue | readonly (ItemFacts | null)[] | undefined>>;

export interface BooleanShape {
  readonly type: "boolean";
}

/** `integer` and `money` (whole rupiah) lie within ±(2^53 − 1); `number` is any finite number. */
export interface NumericShape {
  readonly type: "integer" | "number" | "money";
  readonly minimum?: number;
  readonly maximum?: number;
}

/** A decimal number of so many digits after the point, 1 to 6, and of at most 15 in all. */
export interface DecimalShape {
  readonly type: "decimal";
  readonly scale: number;
  readonly minimum?: number;
  readonly maximum?: number;
}

export interface DateShape {
  readonly type: "date";
}

export interface StringShape {
  readonly type: "string";
  /** A regular expression that the whole string must match. */
  readonly pattern?: string;
  readonly format?: "nik";
  /** In UTF-16 code units; 200 unless stated. */
  readonly maxLength?: number;
}

/** A closed set of codes, each with its words. */
export interface CodeShape {
  readonly type: "code";
  readonly codes: Readonly<Record<string, Text>>;
}

export type ScalarShape =
  | BooleanShape
  | NumericShape
  | DecimalShape
  | DateShape
  | StringShape
  | CodeShape;

export interface ListShape {
  readonly type: "list";
  readonly items: ScalarShape;
  /** 1,000 unless stated. */
  readonly maxItems?: number;
}

/** What values a fact can have. */
export type FactShape = ScalarShape | ListShape;

/** Who says a fact: the applicant, the calling office, a registry, or Layak itself. */
export type FactSource = "applicant" | "office" | "system" | `registry:${string}`;

/** One entry of the fact catalogue. */
export type Fact = FactShape & {
  readonly label: Text;
  /** How a form asks for it; the label where there is none. */
  readonly question?: Text;
  readonly unit?: string;
  readonly source: FactSource;
  readonly personal: boolean;
  /** `true`, or the values (of a list: the items) that an applicant can reach. */
  readonly actionable?: true | readonly Scalar[];
  /** How Layak computes it; then its source is `system`, and nobody else may give it. */
  readonly compute?: Computation;
  readonly note?: Text;
};

/** A list of people or things in one application, each with facts of its own. */
export interface Group {
  readonly label: Text;
  /** 0 unless stated. */
  readonly minItems?: number;
  /** 1,000 unless stated. */
  readonly maxItems?: number;
  /** Ids of the catalogue's facts that an item may have. */
  readonly facts: readonly string[];
  readonly note?: Text;
}
