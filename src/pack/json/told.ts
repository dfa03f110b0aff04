import type { Finding } from "../diagnostics/diagnostic.ts";
import {
  afterTheEnd,
  endsTooEarly,
  misplaced,
  missing,
  tooMany,
  trailingComma,
  wrongMark,
} from "../diagnostics/syntax.ts";
import { AT_THE_START, closerOf, type Reading } from "./grammar.ts";
import { isMark, type Repair } from "./repairs.ts";
import type { Token } from "./tokens.ts";

/** A mistake, and where in the text it is to be mended. */
export interface Told {
  readonly offset: number;
  readonly finding: Finding;
}

/** What no change of one token puts right. */
export function unrepaired(
  { open, expecting }: Reading,
  tokens: readonly Token[],
  at: number,
): Told {
  const token = tokens[at];
  const before = tokens[at - 1];
  const offset = token?.offset ?? 0;
  if (expecting === "end") return { offset, finding: afterTheEnd() };
  if (token?.sign !== "end") return { offset, finding: misplaced() };
  let closers = "";
  for (let one = open; one !== null; one = one.around) closers += closerOf(one);
  const end = before === undefined ? offset : before.offset + before.length;
  return { offset: end, finding: endsTooEarly(closers) };
}

/** What a repair of one token says of the mistake. */
export function wordsOf(
  text: string,
  tokens: readonly Token[],
  changed: readonly Token[],
  repair: Repair,
  readings: readonly Reading[],
): Told {
  const offset = changed[repair.at]?.offset ?? 0;
  const token = tokens[repair.at];
  const written = token === undefined ? "" : text.slice(token.offset, token.offset + token.length);
  switch (repair.kind) {
    case "insert": {
      if (!isMark(repair.sign))
        return { offset, finding: missing(repair.sign === "string" ? "key" : "value") };
      const { open } = readings[repair.at] ?? AT_THE_START;
      const closes = open !== null && repair.sign === closerOf(open);
      const opener = open === null ? undefined : tokens[open.at];
      return { offset, finding: missing(repair.sign, closes ? opener?.line : undefined) };
    }
    case "replace":
      return { offset, finding: wrongMark(written, repair.sign) };
    default: {
      const place = token?.offset ?? 0;
      return { offset: place, finding: written === "," ? trailingComma() : tooMany(written) };
    }
  }
}
