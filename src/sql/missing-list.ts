import type { Dialect } from "./dialects/dialect.ts";
import { openNames } from "./missing.ts";
import { type OpenName, openList, openText } from "./open-names.ts";
import { quotedName } from "./quote.ts";
import { mayRepeat } from "./settled-names.ts";
import { MET, OUTCOME, REQUIREMENT, SCOPE, TRUTH, WHEN } from "./step-names.ts";
import { indented, type Writing } from "./writing.ts";

/** What is missing: a list of names, empty where nothing is, or a text of them, NULL where nothing is. */
export type MissingForm = "list" | "text";

/** The column that `missing` is found in, of the step before the last. */
const OPEN = "layak missing";
const IS_UNDETERMINED = `${quotedName(OUTCOME)} = 'undetermined'`;

/**
 * What is missing of an application that is undetermined: a column of a step, and what the statement
 * tells of it. Where a requirement is unmet, only the scope is still open.
 */
export function missingSql(
  writing: Writing,
  form: MissingForm,
): { readonly column: { readonly name: string; readonly sql: string }; readonly told: string } {
  const { program, dialect } = writing;
  const { scope, requirements } = program;
  const isOpen = (name: string) => `${quotedName(name)} IS NULL`;
  const ofScope = scope === null ? [] : openNames(scope.tree, [isOpen(SCOPE)], writing);
  const ofRequirements = requirements
    .filter(({ enforcement }) => enforcement === "required")
    .flatMap(({ id, when, conditions }) => {
      if (when === null) return openNames(conditions.tree, [isOpen(TRUTH(id))], writing);
      const open = [`${quotedName(REQUIREMENT(id))} = 'unknown'`];
      return [
        ...openNames(when.tree, [...open, isOpen(WHEN(id))], writing),
        ...openNames(conditions.tree, [...open, isOpen(TRUTH(id))], writing),
      ];
    });
  const all = [...ofScope, ...ofRequirements];
  const repeats = mayRepeat(all);
  const written = (names: readonly OpenName[]) => {
    if (repeats) return openList(names, dialect, null);
    return form === "text"
      ? openText(names, dialect)
      : dialect.present(openList(names, dialect, null));
  };
  const found =
    scope === null
      ? written(all)
      : `CASE\n  WHEN NOT ${quotedName(MET)} THEN ${written(ofScope)}\n  ELSE ${written(all)}\nEND`;
  const none = form === "text" && !repeats ? "CAST(NULL AS VARCHAR)" : dialect.listOf([]);
  // Of most rows nothing is missing: what is asked first is what few are.
  const branches = [`WHEN ${IS_UNDETERMINED} THEN ${found}`, `ELSE ${none}`];
  return {
    column: { name: OPEN, sql: `CASE\n${indented(branches.join("\n"))}\nEND` },
    told: repeats ? distinctSql(dialect, form) : quotedName(OPEN),
  };
}

/** Of most rows nothing is missing, and looking through a list costs something. */
function distinctSql(dialect: Dialect, form: MissingForm): string {
  const distinct = dialect.distinct(quotedName(OPEN));
  const [told, none] =
    form === "text" ? [dialect.text(distinct), "NULL"] : [distinct, quotedName(OPEN)];
  return `CASE WHEN ${IS_UNDETERMINED} THEN ${told} ELSE ${none} END`;
}
