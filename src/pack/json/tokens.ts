import { createScanner, type ScanError, type SyntaxKind } from "jsonc-parser";
import { plainDateOf } from "../checks/dates.ts";
import type { Finding } from "../diagnostics/diagnostic.ts";
import { numberNotJson, unknownWord } from "../diagnostics/literals.ts";
import { controlCharacter, invalidEscape, specialSpace } from "../diagnostics/strings.ts";
import { comment } from "../diagnostics/syntax.ts";
import type { Sign } from "./grammar.ts";
import { plainNumberOf, writtenNumberAt } from "./numbers.ts";
import { lineStartsOf, positionOf } from "./positions.ts";

/** A piece of a text that need not be JSON. */
export interface Token {
  readonly sign: Sign;
  readonly offset: number;
  readonly length: number;
  readonly line: number;
  /** How many characters stand before the first token of its line. */
  readonly indent: number;
  readonly isFirstOnLine: boolean;
  /** What is wrong with the token by itself. */
  readonly finding: Finding | null;
  /** True for a text whose line ends before its quote. */
  readonly isUnclosed: boolean;
}

/** The tokens of a text, the last of which is its end; and what stands between them wrongly. */
export interface Tokens {
  readonly tokens: readonly Token[];
  readonly between: readonly { readonly offset: number; readonly finding: Finding }[];
}

/** jsonc-parser declares these as const enums, which have no values when modules stand alone. */
const SIGNS: Readonly<Partial<Record<SyntaxKind, Sign>>> = {
  1: "{",
  2: "}",
  3: "[",
  4: "]",
  5: ",",
  6: ":",
  7: "scalar",
  8: "scalar",
  9: "scalar",
  10: "string",
  11: "scalar",
  16: "word",
  17: "end",
};
const NUMBER: SyntaxKind = 11;
const LINE_COMMENT: SyntaxKind = 12;
const BLOCK_COMMENT: SyntaxKind = 13;
const NO_ERROR: ScanError = 0;
const UNCLOSED_STRING: ScanError = 2;
const INVALID_UNICODE: ScanError = 4;
const INVALID_ESCAPE: ScanError = 5;

/** Spaces that a word processor or a web page writes, and marks that nobody sees. */
const SPECIAL_SPACES = /[\u00a0\u1680\u2000-\u200d\u202f\u205f\u2060\u3000\ufeff]+/g;

/** Reads any text as tokens. Numbers and days as people write them are one token each. */
export function tokensOf(source: string): Tokens {
  const between: { offset: number; finding: Finding }[] = [];
  const text = withoutSpecialSpaces(source, between);
  const lineStarts = lineStartsOf(text);
  const scanner = createScanner(text, false);
  const tokens: Token[] = [];
  const push = (sign: Sign, offset: number, length: number, rest: Partial<Token> = {}) => {
    const { line } = positionOf(lineStarts, offset);
    const start = lineStarts[line - 1] ?? 0;
    const indent = /[^ \t]|$/.exec(text.slice(start, offset))?.index ?? 0;
    const isFirstOnLine = start + indent === offset;
    const own = { finding: null, isUnclosed: false };
    tokens.push({ sign, offset, length, line, indent, isFirstOnLine, ...own, ...rest });
  };
  for (;;) {
    const kind = scanner.scan();
    const offset = scanner.getTokenOffset();
    const length = scanner.getTokenLength();
    if (kind === LINE_COMMENT || kind === BLOCK_COMMENT) {
      between.push({ offset, finding: comment() });
      continue;
    }
    const sign = SIGNS[kind];
    if (sign === undefined) continue;
    if (sign === "end") {
      push(sign, offset, 0);
      return { tokens, between };
    }
    if (sign === "string") {
      const error = scanner.getTokenError();
      push(sign, offset, length, {
        finding: stringFinding(error),
        isUnclosed: error === UNCLOSED_STRING,
      });
      continue;
    }
    if (kind !== NUMBER && sign !== "word") {
      push(sign, offset, length);
      continue;
    }
    const written = writtenAt(text, offset);
    while (tokens.length > 0 && (tokens.at(-1)?.offset ?? 0) >= written.offset) tokens.pop();
    push(written.sign, written.offset, written.length, { finding: written.finding });
    scanner.setPosition(written.offset + written.length);
  }
}

/** The text with plain spaces for others; each line that had any is told once. */
function withoutSpecialSpaces(
  source: string,
  between: { offset: number; finding: Finding }[],
): string {
  const scanner = createScanner(source, true);
  const pieces: string[] = [];
  let end = 0;
  let toldUntil = 0;
  for (let kind = scanner.scan(); SIGNS[kind] !== "end"; kind = scanner.scan()) {
    if (SIGNS[kind] !== "word") continue;
    const start = scanner.getTokenOffset();
    const word = source.slice(start, start + scanner.getTokenLength());
    for (const { 0: spaces, index } of word.matchAll(SPECIAL_SPACES)) {
      const offset = start + index;
      if (offset >= toldUntil) {
        between.push({ offset, finding: specialSpace() });
        const nextLine = source.indexOf("\n", offset);
        toldUntil = nextLine < 0 ? source.length : nextLine;
      }
      pieces.push(source.slice(end, offset), " ".repeat(spaces.length));
      end = offset + spaces.length;
    }
  }
  return pieces.join("") + source.slice(end);
}

function stringFinding(error: ScanError): Finding | null {
  switch (error) {
    case NO_ERROR:
    case UNCLOSED_STRING:
      return null;
    case INVALID_UNICODE:
    case INVALID_ESCAPE:
      return invalidEscape();
    default:
      return controlCharacter();
  }
}

interface Written {
  readonly sign: Sign;
  readonly offset: number;
  readonly length: number;
  readonly finding: Finding | null;
}

const DAY = /\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}(?![\w.])/y;
const PIECE = /[^\s{}[\]":,;/]+/y;
const WORDS = /[^\s{}[\]":,;/]*[^\s{}[\]":,;/\d.+-][^\s{}[\]":,;/]*(?:[ \t]+[^\s{}[\]":,;/]+)*/y;
const JSON_SCALAR = /^(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?)$/;

/** The number, the day or the words that people would see at an offset. */
function writtenAt(text: string, offset: number): Written {
  const day = matchAt(DAY, text, offset);
  if (day !== null) {
    return {
      sign: "word",
      offset,
      length: day.length,
      finding: unknownWord(day, plainDateOf(day)),
    };
  }
  const piece = matchAt(PIECE, text, offset) ?? text.charAt(offset);
  if (JSON_SCALAR.test(piece)) {
    return { sign: "scalar", offset, length: piece.length, finding: null };
  }
  const number = writtenNumberAt(text, offset);
  const bare = piece.replace(/[.,_]+$/, "");
  if (number !== null && (number.offset < offset || number.written.startsWith(bare))) {
    const end = Math.max(number.offset + number.written.length, offset + piece.length);
    const written = text.slice(number.offset, end);
    const finding = numberNotJson(written, plainNumberOf(written));
    return { sign: "scalar", offset: number.offset, length: written.length, finding };
  }
  const words = matchAt(WORDS, text, offset) ?? piece;
  return { sign: "word", offset, length: words.length, finding: unknownWord(words) };
}

function matchAt(pattern: RegExp, text: string, offset: number): string | null {
  pattern.lastIndex = offset;
  return pattern.exec(text)?.[0] ?? null;
}
