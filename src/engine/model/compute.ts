import type { FactRecord } from "../conditions/values.ts";
import type { FactValue, Scalar } from "./catalogue.ts";
import type { Pack, Service } from "./pack.ts";

/** What a computation does with its terms. */
export type Operation =
  | "sum"
  | "difference"
  | "product"
  | "quotient"
  | "minimum"
  | "maximum"
  | "count"
  | "monthsBetween"
  | "yearsBetween";

/** Towards zero, away from it, to the nearest with a half away from zero, or with a half to the even one. */
export type Rounding = "down" | "up" | "half-up" | "half-even";

/** A fact, a parameter, a group's count, or `asOf`. Each item of a list is a term of its own. */
export interface FactTerm {
  readonly fact: string;
}

/** A fact of each item of a group. */
export interface GroupTerm {
  readonly over: string;
  readonly fact: string;
}

export type Term = number | FactTerm | GroupTerm | Computation;

/**
 * An expression, exact in decimals. `scale` (digits after the point, 0 to 6) and `rounding` stand in
 * quotients, and only there. `monthsBetween` and `yearsBetween` a and b: the largest n for which a
 * moved by n is not after b, a month's end clamped as everywhere.
 */
export interface Computation {
  readonly operation: Operation;
  readonly of: readonly Term[];
  readonly scale?: number;
  readonly rounding?: Rounding;
}

/** What a computation's names stand for; `null`: it is not known. */
export type Operands = Readonly<Record<string, FactValue>>;

/** Reads what one of these names stands for. */
export type Operand = (facts: FactRecord) => FactValue;

/** A name that a condition or a text reads, in a group's items or in the application itself. */
export interface ReadName {
  readonly id: string;
  readonly group: string | null;
}

/** A fact that Layak computes, or a parameter that is a table: what it reads, and its value. */
export interface ComputedFact extends ReadName {
  /** Facts, groups, parameters and `asOf`, by their ids. */
  readonly reads: readonly ReadName[];
  /** By the names under which evidence tells them: `members[].income` for a fact of a group's items. */
  readonly operands: readonly (readonly [name: string, read: Operand])[];
  /** @throws LayakError `computed-out-of-range`. */
  readonly valueOf: (operands: Operands) => Scalar | null;
}

/** Where the names of terms are looked up. */
export interface ComputingContext {
  readonly pack: Pick<Pack, "facts" | "groups">;
  readonly service: Service;
  readonly asOf: string;
}
