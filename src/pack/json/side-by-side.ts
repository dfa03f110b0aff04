import type { Finding } from "../diagnostics/diagnostic.ts";
import { conditionsSideBySide } from "../diagnostics/syntax.ts";
import type { Reading } from "./grammar.ts";
import type { Token } from "./tokens.ts";

/** Conditions that stand side by side, and the tokens with a list put around them. */
export interface MendedConditions {
  readonly offset: number;
  readonly finding: Finding;
  readonly tokens: readonly Token[];
  /** The first token that was changed, and the one behind the last. */
  readonly from: number;
  readonly end: number;
}

/** Keys that hold a single condition. */
const HOLDERS: ReadonlySet<string> = new Set(["conditions", "when", "scope", "not"]);
/** Keys that an object can begin with where it is a condition. */
const OF_CONDITIONS: ReadonlySet<string> = new Set([
  ...["fact", "operator", "value", "condition"],
  ...["all", "any", "not", "every", "some"],
]);

/**
 * Finds two conditions where one is expected, `"when": {…}, {…}` or `"when": { {…}, {…} }`: what lacks
 * is no bracket but the word that joins them. Null where something else keeps the text from being read.
 */
export function mendSideBySide(
  text: string,
  tokens: readonly Token[],
  { open, expecting }: Reading,
  at: number,
): MendedConditions | null {
  if (open?.bracket !== "{" || tokens[at]?.sign !== "{") return null;
  const wordAt = (index: number) => {
    const token = tokens[index];
    return token?.sign === "string"
      ? text.slice(token.offset + 1, token.offset + token.length - 1)
      : "";
  };
  const isCondition = (index: number) =>
    tokens[index]?.sign === "{" && OF_CONDITIONS.has(wordAt(index + 1));
  const isWrapped = expecting === "key-or-close" && open.at === at - 1;
  const first = isWrapped ? at : openerOf(tokens, at - 2);
  const holder = wordAt((isWrapped ? open.at : (first ?? 0)) - 2);
  if (first === null || !HOLDERS.has(holder) || !isCondition(first) || !isCondition(at))
    return null;
  let count = 0;
  let end = first;
  for (let next = first; isCondition(next); next = end + 1) {
    const closer = closerAfter(tokens, next);
    if (closer === null) return null;
    count++;
    end = closer + 1;
    if (tokens[end]?.sign !== ",") break;
  }
  const second = openerBehind(tokens, first);
  const [opener, other, last] = [tokens[first], tokens[second ?? at], tokens[end - 1]];
  if (count < 2 || opener === undefined || other === undefined || last === undefined) return null;
  const told = { offset: other.offset, finding: conditionsSideBySide(holder) };
  if (isWrapped) {
    const closer = tokens[end];
    const outer = tokens[open.at];
    if (closer?.sign !== "}" || outer === undefined) return null;
    const listed = tokens
      .with(open.at, { ...outer, sign: "[" })
      .with(end, { ...closer, sign: "]" });
    return { ...told, tokens: listed, from: open.at, end: end + 1 };
  }
  const listed = [
    ...tokens.slice(0, first),
    { ...opener, sign: "[" as const, length: 0 },
    ...tokens.slice(first, end),
    { ...last, sign: "]" as const, length: 0, isFirstOnLine: false },
    ...tokens.slice(end),
  ];
  return { ...told, tokens: listed, from: first, end: end + 2 };
}

/** The opening brace of the object that ends at an index; null where none ends there. */
function openerOf(tokens: readonly Token[], end: number): number | null {
  if (tokens[end]?.sign !== "}" || tokens[end + 1]?.sign !== ",") return null;
  let depth = 0;
  for (let index = end; index >= 0; index--) {
    depth += levelsOf(tokens[index]);
    if (depth === 0) return index;
  }
  return null;
}

/** The closing brace of the object that begins at an index; null where it is not closed. */
function closerAfter(tokens: readonly Token[], start: number): number | null {
  let depth = 0;
  for (let index = start; index < tokens.length; index++) {
    depth += levelsOf(tokens[index]);
    if (depth === 0) return tokens[index]?.sign === "}" ? index : null;
  }
  return null;
}

/** The opening brace of the object behind the one that begins at an index. */
function openerBehind(tokens: readonly Token[], start: number): number | null {
  const closer = closerAfter(tokens, start);
  return closer === null ? null : closer + 2;
}

function levelsOf(token: Token | undefined): -1 | 0 | 1 {
  if (token?.sign === "{" || token?.sign === "[") return 1;
  return token?.sign === "}" || token?.sign === "]" ? -1 : 0;
}
