import {
  type ClauseChange,
  type ClauseLine,
  compareLines,
  differing,
  isSame,
  linesOf,
} from "./compared.ts";
import type { GrantClause, RequirementClause, Statement } from "./model.ts";

export interface RequirementChange {
  readonly before: RequirementClause;
  readonly after: RequirementClause;
  /** Every line of both, in order; all `same` where only what stands around them changed. */
  readonly lines: readonly ClauseChange[];
  /** What else changed of it. */
  readonly around: readonly ("title" | "enforcement" | "citations" | "assurance")[];
}

/** A grant that is given otherwise: in other words or amounts, or to others. */
export interface GrantChange {
  readonly before: GrantClause;
  readonly after: GrantClause;
  /** Every line of both, in order; all `same` where only what stands around them changed. */
  readonly lines: readonly ClauseChange[];
  /** What else changed of it: `reads` is what its amount comes from. */
  readonly around: readonly ("text" | "reads" | "citations" | "assurance")[];
}

export interface GrantChanges {
  readonly added: readonly GrantClause[];
  readonly removed: readonly GrantClause[];
  readonly changed: readonly GrantChange[];
}

/** What one policy says otherwise than another; both stated for one day. */
export interface StatementChanges {
  /** Empty where the scope is the same. */
  readonly scope: readonly ClauseChange[];
  readonly added: readonly RequirementClause[];
  readonly removed: readonly RequirementClause[];
  readonly changed: readonly RequirementChange[];
  readonly grants: GrantChanges;
  /** Which of the texts around the requirements differ. */
  readonly around: readonly (
    | "title"
    | "owner"
    | "applicant"
    | "contact"
    | "objection"
    | "status"
  )[];
}

/** Compares two policies clause by clause; a requirement or grant is known again by its id. */
export function changesBetween(before: Statement, after: Statement): StatementChanges {
  const scope = compareLines(linesOf("scope", before.scope), linesOf("scope", after.scope));
  return {
    scope: isSame(scope) ? [] : scope,
    ...comingAndGoing(before.requirements, after.requirements, requirementChange),
    grants: comingAndGoing(before.grants, after.grants, grantChange),
    around: differing(before, after, [
      "title",
      "owner",
      "applicant",
      "contact",
      "objection",
      "status",
    ]),
  };
}

function comingAndGoing<One extends { readonly id: string }, Change>(
  before: readonly One[],
  after: readonly One[],
  changeOf: (before: One, after: One) => readonly Change[],
) {
  const earlier = new Map(before.map((one) => [one.id, one]));
  const later = new Set(after.map(({ id }) => id));
  return {
    added: after.filter(({ id }) => !earlier.has(id)),
    removed: before.filter(({ id }) => !later.has(id)),
    changed: after.flatMap((one) => {
      const old = earlier.get(one.id);
      return old === undefined ? [] : changeOf(old, one);
    }),
  };
}

function requirementChange(
  before: RequirementClause,
  after: RequirementClause,
): readonly RequirementChange[] {
  const lines = compareLines(requirementLines(before), requirementLines(after));
  const around = differing(before, after, ["title", "enforcement", "citations", "assurance"]);
  return isSame(lines) && around.length === 0 ? [] : [{ before, after, lines, around }];
}

/** A requirement's clauses, when it applies and what it demands, as lines. */
export function requirementLines({ when, conditions }: RequirementClause): readonly ClauseLine[] {
  return [...linesOf("when", when), ...linesOf("conditions", conditions)];
}

function grantChange(before: GrantClause, after: GrantClause): readonly GrantChange[] {
  const [old, now] = [before, after].map(({ conditions }) => linesOf("conditions", conditions));
  const lines = compareLines(old ?? [], now ?? []);
  const around = differing(before, after, ["text", "reads", "citations", "assurance"]);
  return isSame(lines) && around.length === 0 ? [] : [{ before, after, lines, around }];
}
