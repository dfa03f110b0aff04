import { numberNotJson } from "../diagnostics/literals.ts";
import { textOnTwoLines, unclosedString } from "../diagnostics/strings.ts";
import { noJson } from "../diagnostics/syntax.ts";
import { AT_THE_START, type Reading, read } from "./grammar.ts";
import { plainNumberOf, writtenNumberAt } from "./numbers.ts";
import { fits, mendQuotes } from "./quotes.ts";
import { repaired, repairOf } from "./repairs.ts";
import { mendSideBySide } from "./side-by-side.ts";
import { type Token, tokensOf } from "./tokens.ts";
import { type Told, unrepaired, wordsOf } from "./told.ts";

/** Whoever has made more mistakes runs the check again. */
const MOST_TOLD = 20;

/**
 * What keeps a text from being JSON, in people's words: one a mistake, at the place to mend. Each
 * is mended before the text is read on, so that a mistake brings no others with it.
 */
export function syntaxFindings(text: string): readonly Told[] {
  const { tokens, between } = tokensOf(text);
  const told: Told[] = [...between, ...mistakesOf(text, tokens)];
  return told.toSorted((first, second) => first.offset - second.offset).slice(0, MOST_TOLD);
}

function mistakesOf(text: string, given: readonly Token[]): readonly Told[] {
  const [first] = given;
  if (first?.sign === "word" && given.length > 2)
    return [{ offset: first.offset, finding: noJson() }];
  const told: Told[] = [];
  const readings: Reading[] = [AT_THE_START];
  let tokens = given;
  let from = 0;
  for (let at = 0; at < tokens.length && told.length < MOST_TOLD; ) {
    const token = tokens[at];
    const reading = readings[at];
    if (token === undefined || reading === undefined) break;
    if (token.isFirstOnLine || at === 0) {
      const line = tokensOnLine(tokens, at);
      if (isSuspicious(text, line)) {
        const start = text.lastIndexOf("\n", token.offset - 1) + 1;
        const end = text.slice(start).search(/[\r\n]|$/) + start;
        const after = tokens.slice(at + line.length);
        const mended = mendQuotes(text.slice(start, end), reading, after);
        if (mended !== null) {
          told.push({ offset: start + mended.offset, finding: mended.finding });
          const put = mended.tokens.map((one) => ({
            ...one,
            line: token.line,
            offset: start + one.offset,
          }));
          tokens = [...tokens.slice(0, at), ...put, ...after];
          from = at + put.length;
          continue;
        }
        const unclosed = line.find(({ isUnclosed }) => isUnclosed);
        const joined = unclosed === undefined ? null : joinLines(text, start, reading, tokens, at);
        if (unclosed !== undefined && joined !== null) {
          told.push({ offset: unclosed.offset, finding: textOnTwoLines() });
          tokens = joined;
          continue;
        }
        if (unclosed !== undefined) {
          told.push({ offset: unclosed.offset, finding: unclosedString() });
          return told;
        }
      }
    }
    const next = read(reading, token.sign, at);
    if (next !== null) {
      if (token.finding !== null) told.push({ offset: token.offset, finding: token.finding });
      readings[at + 1] = next;
      at++;
      continue;
    }
    const conditions = mendSideBySide(text, tokens, reading, at);
    if (conditions !== null) {
      const { offset, finding } = conditions;
      told.push({ offset, finding });
      tokens = conditions.tokens;
      at = conditions.from;
      from = conditions.end;
      continue;
    }
    const number = numberAround(text, tokens, at);
    if (number !== null) {
      told.push({ offset: number.offset, finding: number.finding });
      tokens = [...tokens.slice(0, number.at), number.token, ...tokens.slice(at + 1)];
      at = number.at;
      from = at;
      continue;
    }
    const repair = repairOf({ tokens, readings, at, from });
    if (repair === null) {
      told.push(unrepaired(reading, tokens, at));
      return told;
    }
    const changed = repaired(tokens, repair);
    told.push(wordsOf(text, tokens, changed, repair, readings));
    tokens = changed;
    at = repair.at;
    from = repair.kind === "delete" ? at : at + 1;
  }
  return told;
}

/** The tokens with the next line put behind this one; null where that does not mend the text. */
function joinLines(
  text: string,
  start: number,
  before: Reading,
  tokens: readonly Token[],
  at: number,
): readonly Token[] | null {
  const [both = ""] = /^[^\r\n]*(?:\r\n|\r|\n)[^\r\n]*/.exec(text.slice(start)) ?? [];
  const line = both.replace(/[\r\n]/g, " ");
  const own = tokensOf(line).tokens.slice(0, -1);
  const after = tokens.filter(({ offset }) => offset >= start + both.length);
  if (!fits(own, before, after)) return null;
  const put = own.map((one) => ({
    ...one,
    line: tokens[at]?.line ?? 1,
    offset: start + one.offset,
  }));
  return [...tokens.slice(0, at), ...put, ...after];
}

function tokensOnLine(tokens: readonly Token[], at: number): readonly Token[] {
  const line = tokens[at]?.line;
  const found: Token[] = [];
  for (let index = at; tokens[index]?.line === line; index++) {
    const token = tokens[index];
    if (token !== undefined && token.sign !== "end") found.push(token);
  }
  return found;
}

/** True where a text is not closed, stands beside a word, or is quoted by other marks than JSON's. */
function isSuspicious(text: string, line: readonly Token[]): boolean {
  return line.some(({ sign, isUnclosed, offset, length }, index) => {
    if (isUnclosed) return true;
    const before = line[index - 1]?.sign;
    if (sign === "string") return before === "word";
    if (sign !== "word") return false;
    return before === "string" || /["'“”„‟″«»‘’‚‛′]/.test(text.slice(offset, offset + length));
  });
}

/** The number with commas, written in people's own way, that could not be read on in. */
function numberAround(text: string, tokens: readonly Token[], at: number) {
  const token = tokens[at];
  if (token === undefined || token.length === 0) return null;
  const number = writtenNumberAt(text, token.offset);
  if (number === null || number.offset >= token.offset) return null;
  const first = tokens.findIndex(({ offset }) => offset === number.offset);
  const start = tokens[first];
  const { offset, written } = number;
  const plain = plainNumberOf(written);
  if (start === undefined || plain === null) return null;
  const merged: Token = { ...start, sign: "scalar", length: written.length, finding: null };
  const finding = numberNotJson(written, plain);
  return { offset, finding, at: first, token: merged };
}
