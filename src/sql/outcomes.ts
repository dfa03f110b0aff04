import type { CompiledRequirement, Program } from "../engine/decision/program.ts";
import { quotedName, quotedText } from "./quote.ts";
import { REQUIREMENT, SCOPE, TRUTH, WHEN } from "./step-names.ts";

/** One requirement's outcome, from the truths of its parts. */
export function requirementSql({ id, when }: CompiledRequirement): string {
  const truth = quotedName(TRUTH(id));
  if (when === null) {
    return `CASE WHEN ${truth} THEN 'met' WHEN NOT ${truth} THEN 'unmet' ELSE 'unknown' END`;
  }
  const applies = quotedName(WHEN(id));
  return `CASE WHEN NOT ${applies} THEN 'not-applicable' WHEN ${truth} THEN 'met' WHEN ${applies} AND NOT ${truth} THEN 'unmet' ELSE 'unknown' END`;
}

/** The policy's outcome; advisory requirements have no say. `outside`: where nothing is decided. */
export function outcomeSql(program: Program, outside: readonly string[]): string {
  const scope = program.scope === null ? null : quotedName(SCOPE);
  const unmet = anyIs(program, "unmet");
  const unknown = anyIs(program, "unknown");
  const branches = [
    ...(outside.length === 0 ? [] : [`WHEN ${outside.join(" OR ")} THEN NULL`]),
    ...(scope === null ? [] : [`WHEN NOT ${scope} THEN 'out-of-scope'`]),
    `WHEN ${scope === null ? unmet : `${scope} AND (${unmet})`} THEN 'ineligible'`,
    `WHEN ${scope === null ? unknown : `${scope} IS NULL OR ${unknown}`} THEN 'undetermined'`,
    "ELSE 'eligible'",
  ];
  return `CASE\n  ${branches.join("\n  ")}\nEND`;
}

/** Whether any required requirement has an outcome. */
export function anyIs(program: Program, outcome: "unmet" | "unknown"): string {
  const required = program.requirements.filter(({ enforcement }) => enforcement === "required");
  const names = required.map(({ id }) => quotedName(REQUIREMENT(id)));
  return names.length === 0 ? "FALSE" : `${quotedText(outcome)} IN (${names.join(", ")})`;
}
