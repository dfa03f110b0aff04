import type { Scalar } from "./catalogue.ts";
import type { Text } from "./text.ts";

/** `confirmed`: the instrument was seen. `reported`: a source says so. `assumed`: nobody said so. */
export type Provenance = "confirmed" | "reported" | "assumed";

/** How sure the authors are; `by` and `on` say who saw the instrument, and when. */
export interface Assurance {
  readonly provenance?: Provenance;
  readonly by?: string;
  readonly on?: string;
  readonly doubt?: Text;
}

/** What any node of a condition tree may carry besides its condition. */
export interface Annotations extends Assurance {
  readonly unmet?: Text;
  readonly remedy?: Text;
  readonly note?: Text;
}

/** An ISO 8601 duration `PnYnMnWnD`, or a parameter of type `duration`. */
export type DurationReference = string | { readonly fact: string };

/** Moves a date fact or `asOf`; exactly one of the two stands. */
export interface ShiftParams {
  readonly plus?: DurationReference;
  readonly minus?: DurationReference;
}

/** Another fact, a parameter, or `asOf` as the value of a leaf. */
export interface FactReference {
  readonly fact: string;
  readonly params?: ShiftParams;
}

export type LeafValue = Scalar | readonly Scalar[] | FactReference;

export interface LeafCondition extends Annotations {
  readonly fact: string;
  readonly params?: ShiftParams;
  /** A name of the operator table, with its decorators: `not:everyFact:in`. */
  readonly operator: string;
  readonly value: LeafValue;
}

export interface AllCondition extends Annotations {
  readonly all: readonly Condition[];
}
export interface AnyCondition extends Annotations {
  readonly any: readonly Condition[];
}
export interface NotCondition extends Annotations {
  readonly not: Condition;
}
export interface NamedCondition extends Annotations {
  readonly condition: string;
}
export interface EveryCondition extends Annotations {
  readonly every: string;
  readonly conditions: Condition;
}
export interface SomeCondition extends Annotations {
  readonly some: string;
  readonly conditions: Condition;
}

/** A condition as policy staff write it: json-rules-engine's language, and groups. */
export type Condition =
  | AllCondition
  | AnyCondition
  | NotCondition
  | NamedCondition
  | EveryCondition
  | SomeCondition
  | LeafCondition;

/** `required` decides; `advisory` only advises. */
export type Enforcement = "required" | "advisory";

export interface Citation {
  readonly source: string;
  readonly article?: string;
}

/** One named demand of a policy. */
export interface Requirement extends Assurance {
  readonly id: string;
  readonly title: Text;
  readonly enforcement: Enforcement;
  readonly sources: readonly Citation[];
  readonly provenance: Provenance;
  readonly note?: Text;
  readonly unmet?: Text;
  readonly remedy?: Text;
  readonly when?: Condition;
  readonly conditions: Condition;
}

/** What a grant is worth in whole rupiah: itself, or a fact, parameter or computed fact of type money. */
export type GrantAmount = number | { readonly fact: string };

/** One named thing that whoever is eligible is given; it has no say in whether anybody is. */
export interface Grant extends Assurance {
  readonly id: string;
  /** What is given. `{amount}` is where the amount stands; else it comes after. */
  readonly text: Text;
  readonly sources: readonly Citation[];
  readonly provenance: Provenance;
  readonly note?: Text;
  /** Who is given it, of those who are eligible; all of them unless stated. */
  readonly conditions?: Condition;
  readonly amount?: GrantAmount;
}

/** `draft` decides nothing, `pilot` decides provisionally, `adopted` decides. */
export type PolicyStatus = "draft" | "pilot" | "adopted";

/** Who applies: a person by NIK, a business by NIB, or an office of the city by its code. */
export type ApplicantKind = "person" | "business" | "office";

/** The rules of one service of one city from one date on. */
export interface Policy {
  readonly title: Text;
  readonly owner: string;
  /** A person or a business, unless stated. */
  readonly applicant?: ApplicantKind;
  readonly contact?: Text;
  readonly objection?: Text;
  readonly status: PolicyStatus;
  /** The last day in force, if the policy ends by itself. */
  readonly until?: string;
  readonly note?: Text;
  readonly scope?: Condition;
  readonly requirements: readonly Requirement[];
  readonly grants?: readonly Grant[];
}
