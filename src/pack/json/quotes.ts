import type { Finding } from "../diagnostics/diagnostic.ts";
import {
  foreignQuotes,
  quoteInsideText,
  quoteMissing,
  quoteTooMany,
} from "../diagnostics/strings.ts";
import { type Reading, read } from "./grammar.ts";
import { type Token, tokensOf } from "./tokens.ts";

/** A line whose quotes were put right. */
export interface MendedLine {
  /** Where in the line the change is to be made. */
  readonly offset: number;
  readonly finding: Finding;
  readonly tokens: readonly Token[];
}

interface Attempt {
  readonly line: string;
  readonly offset: number;
  readonly finding: Finding;
  readonly cost: number;
}

/** Nobody reads longer lines, and trying every place of one takes its time. */
const LONGEST_LINE = 2_000;
/** More quotes on a line are no longer a slip. */
const MOST_QUOTES = 60;
/** How many tokens of the lines after must fit. */
const READ_ON = 20;

/**
 * Finds the quotes of a line that are missing, too many, inside a text, or of another kind than
 * JSON's, so that the line and those after it can be read. Null where there is no telling.
 */
export function mendQuotes(
  line: string,
  before: Reading,
  following: readonly Token[],
): MendedLine | null {
  if (line.length > LONGEST_LINE || line.split('"').length > MOST_QUOTES) return null;
  let best: { readonly mended: MendedLine; readonly cost: number } | null = null;
  for (const attempt of attemptsOn(line)) {
    const { tokens, between } = tokensOf(attempt.line);
    const own = tokens.slice(0, -1);
    if (between.length > 0 || own.some(isWrong)) continue;
    const unread = unreadOf([...own, ...following.slice(0, READ_ON)], before);
    if (unread >= Math.max(1, following.slice(0, READ_ON).length)) continue;
    const cost = 10 * unread + 4 * oddTexts(attempt.line, own) + attempt.cost;
    if (best !== null && best.cost <= cost) continue;
    best = { mended: { offset: attempt.offset, finding: attempt.finding, tokens: own }, cost };
  }
  return best?.mended ?? null;
}

/** True where a line's tokens are right, and can be read with those after them. */
export function fits(own: readonly Token[], before: Reading, following: readonly Token[]): boolean {
  return !own.some(isWrong) && unreadOf([...own, ...following.slice(0, READ_ON)], before) === 0;
}

function isWrong({ sign, finding, isUnclosed }: Token): boolean {
  return sign === "word" || finding !== null || isUnclosed;
}

/** How many tokens are left where reading stops. */
function unreadOf(tokens: readonly Token[], before: Reading): number {
  let reading: Reading | null = before;
  for (const [index, { sign }] of tokens.entries()) {
    reading = read(reading, sign, index);
    if (reading === null) return tokens.length - index;
  }
  return 0;
}

/** A text rarely begins or ends with a space, or ends with a mark of JSON. */
function oddTexts(line: string, tokens: readonly Token[]): number {
  const texts = tokens.filter(({ sign }) => sign === "string");
  return texts.filter(({ offset, length }) =>
    /^"\s|[\s,:[\]{}]"$/.test(line.slice(offset, offset + length)),
  ).length;
}

const CURLED = /[“”„‟″«»]/g;
const SINGLE = /['‘’‚‛′]/g;

function* attemptsOn(line: string): Generator<Attempt> {
  for (const kind of [CURLED, SINGLE, /[“”„‟″«»'‘’‚‛′]/g]) {
    const first = line.search(kind);
    if (first < 0) continue;
    const told = foreignQuotes(line.match(kind) ?? []);
    yield { line: line.replace(kind, '"'), offset: first, finding: told, cost: 0 };
  }
  const quotes = [...line.matchAll(/"/g)].map(({ index }) => index);
  for (const offset of quotes) {
    const without = line.slice(0, offset) + line.slice(offset + 1);
    yield { line: without, offset, finding: quoteTooMany(), cost: 2 };
  }
  for (let offset = line.length; offset >= 0; offset--) {
    const withQuote = `${line.slice(0, offset)}"${line.slice(offset)}`;
    yield { line: withQuote, offset, finding: quoteMissing(), cost: 0 };
  }
  for (const [index, first] of quotes.entries()) {
    for (const second of quotes.slice(index + 1)) {
      const between = line.slice(first + 1, second);
      const escaped = `${line.slice(0, first)}\\"${between}\\"${line.slice(second + 1)}`;
      yield { line: escaped, offset: first, finding: quoteInsideText(between), cost: 3 };
    }
  }
}
