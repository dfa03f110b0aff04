import type { Text } from "../../engine/model/text.ts";
import type { PrintedNumber } from "./printed.ts";

/** A report that printed figures. */
export interface Report {
  readonly id: string;
  readonly title: Text;
  readonly publisher: string;
  /** `YYYY-MM-DD`. */
  readonly date: string;
}

/** One figure of a report. */
export interface Quantity {
  readonly id: string;
  readonly label: Text;
  /** As it was printed: `20.652`. */
  readonly value: string;
  readonly number: PrintedNumber;
  /** `people`, `percent`, `rupiah`, or another word of the file. */
  readonly unit: string;
  /** The day that it is about. */
  readonly date: string;
  readonly report: string;
  /** The report's own words. */
  readonly quote?: string;
}

/**
 * What a report says about its figures, or what they say together. The last of each is null where
 * the report does not print it.
 */
export type Relation =
  | {
      readonly kind: "sum";
      readonly of: readonly Quantity[];
      readonly total: Quantity | null;
    }
  | {
      readonly kind: "product";
      readonly of: readonly Quantity[];
      readonly product: Quantity | null;
    }
  | {
      readonly kind: "difference";
      readonly from: Quantity;
      readonly less: Quantity;
      readonly difference: Quantity | null;
    }
  | {
      readonly kind: "share";
      readonly part: Quantity;
      readonly whole: Quantity;
      readonly percentage: Quantity | null;
    }
  | { readonly kind: "subset"; readonly part: Quantity; readonly whole: Quantity };

export type Claim = Relation & {
  readonly id: string;
  /** What it says in a few words. */
  readonly label?: Text;
  readonly report: string;
  /** On which it begins in its file, from 1. */
  readonly line: number;
};

/** What a figures file holds. */
export interface Figures {
  readonly file: string;
  readonly reports: readonly Report[];
  readonly quantities: readonly Quantity[];
  readonly claims: readonly Claim[];
}
