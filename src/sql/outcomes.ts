import type { CompiledRequirement, Program } from "../engine/decision/program.ts";
import { quotedName } from "./quote.ts";
import { MET, SCOPE, TRUTH, WHEN } from "./step-names.ts";
import { joinedBy } from "./writing.ts";

/** One requirement's outcome, from the truths of its parts. */
export function requirementSql({ id, when }: CompiledRequirement): string {
  const truth = quotedName(TRUTH(id));
  if (when === null) {
    return `CASE WHEN ${truth} THEN 'met' WHEN NOT ${truth} THEN 'unmet' ELSE 'unknown' END`;
  }
  const applies = quotedName(WHEN(id));
  return `CASE WHEN NOT ${applies} THEN 'not-applicable' WHEN ${truth} THEN 'met' WHEN ${applies} AND NOT ${truth} THEN 'unmet' ELSE 'unknown' END`;
}

/**
 * Whether all required requirements are met or do not apply: false where one is unmet, NULL where none
 * is and one is not known. Advisory ones have no say.
 */
export function metSql({ requirements }: Program): string {
  const required = requirements.filter(({ enforcement }) => enforcement === "required");
  const truths = required.map(({ id, when }) => {
    const truth = quotedName(TRUTH(id));
    return when === null ? truth : `(NOT ${quotedName(WHEN(id))} OR ${truth})`;
  });
  return truths.length === 0 ? "TRUE" : joinedBy("AND", truths);
}

/** The policy's outcome. `outside`: where nothing is decided. */
export function outcomeSql(program: Program, outside: readonly string[]): string {
  const scope = program.scope === null ? null : quotedName(SCOPE);
  const met = quotedName(MET);
  const branches = [
    ...(outside.length === 0 ? [] : [`WHEN ${outside.join(" OR ")} THEN NULL`]),
    ...(scope === null ? [] : [`WHEN NOT ${scope} THEN 'out-of-scope'`]),
    `WHEN ${scope === null ? "" : `${scope} AND `}NOT ${met} THEN 'ineligible'`,
    `WHEN ${scope === null ? "" : `${scope} AND `}${met} THEN 'eligible'`,
    "ELSE 'undetermined'",
  ];
  return `CASE\n  ${branches.join("\n  ")}\nEND`;
}
