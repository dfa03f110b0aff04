import { indented } from "./literals.ts";

/** Where code goes on once a truth is found; without code it falls through to what follows. */
export interface Exit {
  readonly code: string;
  /** Whether it leaves, so that nothing after it runs. */
  readonly leaves: boolean;
}

export const ON: Exit = { code: "", leaves: false };

/** Where code goes on for each truth. */
export interface Exits {
  readonly true: Exit;
  readonly false: Exit;
  readonly unknown: Exit;
}

export function leave(code: string): Exit {
  return { code, leaves: true };
}

/** One of several ways: the condition under which it is taken, its opposite, and where it goes. */
export interface Way {
  readonly when: string;
  readonly unless: string;
  readonly exit: Exit;
}

/** Takes the first way whose condition holds; statements one after another. */
export function choose(ways: readonly Way[], otherwise: readonly string[]): readonly string[] {
  const [way, ...rest] = ways;
  if (way === undefined) return otherwise;
  const after = choose(rest, otherwise);
  const { code, leaves } = way.exit;
  if (code === "") return after.length === 0 ? [] : [`if (${way.unless}) ${asOne(after)}`];
  const taken = `if (${way.when}) ${braced(code)}`;
  if (leaves || after.length === 0) return [taken, ...after];
  const [only = ""] = after;
  const isChain = after.length === 1 && only.startsWith("if (");
  return [`${taken}\nelse ${isChain ? only : asOne(after)}`];
}

/** Runs statements for each place in a list. */
export function forEach(index: string, list: string, statements: readonly string[]): string {
  const head = `for (let ${index} = 0; ${index} < ${list}.length; ${index}++) {`;
  return `${head}\n${indented(statements.join("\n"))}\n}`;
}

export function statementsOf({ code }: Exit): readonly string[] {
  return code === "" ? [] : [code];
}

function asOne(statements: readonly string[]): string {
  const [only = ""] = statements;
  if (statements.length === 1 && !/^(const|let) /.test(only)) return braced(only);
  return `{\n${indented(statements.join("\n"))}\n}`;
}

/** More than one statement in a line, and an `if` that an `else` could be taken for, are put in braces. */
function braced(code: string): string {
  if (code.includes("\n")) return `{\n${indented(code)}\n}`;
  return /;./.test(code) || code.startsWith("if ") ? `{ ${code} }` : code;
}
