import type { SourceKind } from "../../engine/model/pack.ts";
import type {
  ApplicantKind,
  Enforcement,
  PolicyStatus,
  Provenance,
} from "../../engine/model/policy.ts";
import type { Level } from "../../pack/level.ts";
import type { Words } from "./words.ts";

/**
 * One condition in words. A leaf, or words about the clauses below it ("at least one of the
 * following"); a *not* is told in the words of what it negates.
 */
export interface Clause {
  /** `2.1.3`: the third clause of the first of requirement 2; the scope is 0. */
  readonly number: string;
  readonly kind: "leaf" | "all" | "any" | "every" | "some";
  /**
   * Where it stands in its part, as evidence has it, but with `#` for an item's number:
   * `all/0/any/1`, `every/#/all/0`; of a group `every`; of the part's whole condition "".
   */
  readonly path: string;
  /** True where the words say that the condition at `path` must not hold: a leaf that is true breaks the clause. */
  readonly negated: boolean;
  /** Without full stop or colon, and without "only if". */
  readonly words: Words;
  /** Facts, groups and parameters that the leaf or group reads, `parameter.x` and `asOf` too. */
  readonly reads: readonly string[];
  readonly assurance: ClauseAssurance;
  readonly clauses: readonly Clause[];
}

/** What is known about where a clause comes from; empty where nothing is said. */
export interface ClauseAssurance {
  readonly provenance?: Provenance;
  readonly by?: string;
  readonly on?: string;
  readonly doubt?: Words;
}

/** A source as a requirement or parameter cites it. */
export interface StatedCitation {
  readonly source: string;
  readonly title: Words;
  readonly article?: string;
}

/** One requirement: the heading, when it applies, and what it demands. */
export interface RequirementClause {
  /** `1`, `2`, …: its place in the policy. */
  readonly number: string;
  readonly id: string;
  readonly title: Words;
  /** `advisory` decides nothing. */
  readonly enforcement: Enforcement;
  readonly assurance: ClauseAssurance & { readonly provenance: Provenance };
  readonly citations: readonly StatedCitation[];
  /** Applies only if this holds; `null`: always. */
  readonly when: Clause | null;
  readonly conditions: Clause;
}

/** One thing that whoever is eligible is given. */
export interface GrantClause {
  /** `G1`, `G2`, …: its place among the grants. */
  readonly number: string;
  readonly id: string;
  /** With its amount on the day; an amount that facts tell is named. */
  readonly text: Words;
  readonly assurance: ClauseAssurance & { readonly provenance: Provenance };
  readonly citations: readonly StatedCitation[];
  /** Given only if this holds; `null`: to everybody who is eligible. */
  readonly conditions: Clause | null;
  /** What its amount reads. */
  readonly reads: readonly string[];
  /** The label of the fact that is its amount; it stands in `text` in brackets. */
  readonly amountFrom?: Words;
}

/** A fact that Layak computes for the policy. */
export interface StatedComputation {
  readonly name: string;
  readonly label: Words;
  /** What is done with what, by their labels. */
  readonly formula: Words;
  /** Facts, parameters, counts and `asOf` in the formula. */
  readonly reads: readonly string[];
  /** True where no condition or amount rests on it: it is only told to applicants. */
  readonly onlyTold: boolean;
}

/** A parameter with its amount on the statement's day. */
export interface StatedParameter {
  /** `parameter.masaTenggang`. */
  readonly name: string;
  readonly label: Words;
  /** The fact whose code says which of its amounts it is, where it is a table. */
  readonly by?: Words;
  readonly level: Level;
  /** "not yet known" before its first day. */
  readonly amount: Words;
  /** The first day of that amount; `null` before its first day. */
  readonly from: string | null;
  /** The amount that follows, if one is known already. */
  readonly next: { readonly from: string; readonly amount: Words } | null;
  readonly assurance: ClauseAssurance;
  readonly citations: readonly StatedCitation[];
  /** True where no condition rests on it: it is only told to applicants. */
  readonly onlyTold: boolean;
}

/** A legal instrument, agreement or report that the policy or its parameters cite. */
export interface StatedSource {
  readonly id: string;
  readonly level: Level;
  readonly title: Words;
  readonly kind: SourceKind;
  readonly date: string;
  /** Its last day, where it has one. */
  readonly until?: string;
  readonly reference?: string;
  readonly text: "seen" | "reported";
}

/** A policy on one day as numbered clauses, made from the conditions themselves. */
export interface Statement {
  readonly service: string;
  /** The day whose amounts and dates the words tell. */
  readonly asOf: string;
  readonly title: Words;
  readonly status: PolicyStatus;
  /** First day in force. */
  readonly from: string;
  /** Last day in force; `null`: none is known. */
  readonly until: string | null;
  readonly owner: string;
  /** The city's name, where its rules tell it. */
  readonly city?: Words;
  /** Who applies, where the policy states it. */
  readonly applicant?: ApplicantKind;
  readonly contact?: Words;
  readonly objection?: Words;
  /** Whom the policy governs; `null`: every application. */
  readonly scope: Clause | null;
  readonly requirements: readonly RequirementClause[];
  readonly grants: readonly GrantClause[];
  /** What conditions, amounts and texts rest on: each before what it is computed from. */
  readonly computed: readonly StatedComputation[];
  /** In the order in which they are read. */
  readonly parameters: readonly StatedParameter[];
  readonly sources: readonly StatedSource[];
}
