import { openNames } from "./missing.ts";
import { openList } from "./open-names.ts";
import { quotedName } from "./quote.ts";
import { MET, REQUIREMENT, SCOPE, TRUTH, WHEN } from "./step-names.ts";
import { indented, type Writing } from "./writing.ts";

/**
 * What is missing of an application that is undetermined. Where a requirement is unmet, only the
 * scope is still open.
 */
export function missingSql(writing: Writing): string {
  const { program, dialect } = writing;
  const { scope, requirements } = program;
  const isOpen = (name: string) => `${quotedName(name)} IS NULL`;
  const ofScope = scope === null ? [] : openNames(scope.tree, [isOpen(SCOPE)], writing);
  const ofRequirements = requirements
    .filter(({ enforcement }) => enforcement === "required")
    .flatMap(({ id, when, conditions }) => {
      const open = [`${quotedName(REQUIREMENT(id))} = 'unknown'`];
      return [
        ...(when === null ? [] : openNames(when.tree, [...open, isOpen(WHEN(id))], writing)),
        ...openNames(conditions.tree, [...open, isOpen(TRUTH(id))], writing),
      ];
    });
  const none = dialect.listOf([]);
  const all = openList([...ofScope, ...ofRequirements], dialect, null);
  const blocked =
    scope === null ? [] : [`WHEN NOT ${quotedName(MET)} THEN ${openList(ofScope, dialect, null)}`];
  const branches = [
    `WHEN "layak outcome" IS NULL OR "layak outcome" <> 'undetermined' THEN ${none}`,
    ...blocked,
    `ELSE ${all}`,
  ];
  return `CASE\n${indented(branches.join("\n"))}\nEND`;
}
