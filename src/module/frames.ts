import { indented } from "./literals.ts";
import { choose, type Exit, type Exits, leave, ON, statementsOf } from "./statements.ts";
import type { FunctionWriting } from "./writing.ts";

/**
 * Writes *all* or *any* around what it is of: the first that is false, or true, settles it, one
 * that is not known is kept in mind, and what is left at the end is the rest.
 */
export function framed(
  kind: "all" | "any",
  exits: Exits,
  writing: FunctionWriting,
  within: (exits: Exits) => readonly string[],
): readonly string[] {
  const number = writing.next();
  const [open, label, start] = [`u${number}`, `l${number}`, `s${number}`];
  const settling = kind === "all" ? exits.false : exits.true;
  const passing = kind === "all" ? exits.true : exits.false;
  // What was named is of no matter once the whole is settled; a whole around it says so itself.
  const forgets = writing.purpose === "name" && !settling.code.startsWith(FORGET);
  const settled: Exit = leave(
    [
      ...(forgets ? [`${FORGET}${start};`] : []),
      ...statementsOf(settling),
      ...(settling.leaves ? [] : [`break ${label};`]),
    ].join(" "),
  );
  const end = choose(
    [{ when: open, unless: `!${open}`, exit: exits.unknown }],
    statementsOf(passing),
  );
  const keeps = end.length > 0;
  const inner = within({
    true: kind === "all" ? ON : settled,
    false: kind === "all" ? settled : ON,
    unknown: keeps ? { code: `${open} = true;`, leaves: false } : ON,
  });
  const statements = [...(keeps ? [`let ${open} = false;`] : []), ...inner, ...end];
  const code = inner.join("\n");
  if (code.includes(`${FORGET}${start};`)) statements.unshift(`const ${start} = m.length;`);
  return code.includes(`break ${label};`)
    ? [`${label}: {\n${indented(statements.join("\n"))}\n}`]
    : statements;
}

const FORGET = "m.length = ";
