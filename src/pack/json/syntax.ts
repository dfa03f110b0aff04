import { type ParseErrorCode, printParseErrorCode } from "jsonc-parser";
import type { Finding } from "../diagnostics/diagnostic.ts";
import {
  afterTheEnd,
  comment,
  controlCharacter,
  expected,
  invalidEscape,
  numberNotJson,
  trailingComma,
  unclosedString,
  unknownWord,
} from "../diagnostics/syntax.ts";
import { plainNumberOf, type WrittenNumber, writtenNumberAt } from "./numbers.ts";

/** A fault as jsonc-parser tells it. */
export interface SyntaxFault {
  readonly code: ParseErrorCode;
  readonly offset: number;
  readonly length: number;
}

interface Told {
  readonly offset: number;
  readonly finding: Finding;
}

/** The parser's faults in people's words: one a mistake, at the place to mend. */
export function syntaxFindings(text: string, faults: readonly SyntaxFault[]): readonly Told[] {
  const told: Told[] = [];
  let previous: SyntaxFault | null = null;
  let numberEnd = -1;
  for (const fault of faults) {
    const follows = previous !== null && isConsequence(text, previous, fault);
    // At the end everything still open is missing its bracket, whatever went wrong before.
    if (told.length > 0 && isUnclosed(fault)) continue;
    previous = fault;
    if (follows || fault.offset < numberEnd) continue;
    const number = numberAt(text, fault);
    if (number === null) {
      const one = tell(text, fault);
      if (one.offset !== told.at(-1)?.offset) told.push(one);
      continue;
    }
    const { offset, written } = number;
    numberEnd = offset + written.length;
    told.push({ offset, finding: numberNotJson(written, plainNumberOf(written)) });
  }
  return told;
}

function isUnclosed({ code }: SyntaxFault): boolean {
  const name = printParseErrorCode(code);
  return name === "CloseBraceExpected" || name === "CloseBracketExpected";
}

/** After a word that is no JSON the parser has lost its way, and says so at the next token. */
function isConsequence(text: string, previous: SyntaxFault, fault: SyntaxFault): boolean {
  const before = printParseErrorCode(previous.code);
  const name = printParseErrorCode(fault.code);
  if (before === "PropertyNameExpected" && name === "ValueExpected") return true;
  if (fault.offset === previous.offset && EXPECTING.includes(name)) return true;
  if (before !== "InvalidSymbol" && before !== "UnexpectedEndOfString") return false;
  const between = text.slice(previous.offset + previous.length, fault.offset);
  return EXPECTING.includes(name) && between.trim() === "";
}

const EXPECTING = ["PropertyNameExpected", "ValueExpected", "ColonExpected", "CommaExpected"];

/** The number, written in people's own way, that the parser stumbled over. */
function numberAt(text: string, { code, offset, length }: SyntaxFault): WrittenNumber | null {
  switch (printParseErrorCode(code)) {
    case "UnexpectedEndOfNumber":
    case "InvalidNumberFormat":
      return { offset, written: text.slice(offset, offset + length) };
    case "InvalidSymbol":
      return writtenNumberAt(text, offset);
    case "PropertyNameExpected":
    case "CommaExpected": {
      const number = writtenNumberAt(text, offset);
      return number !== null && number.offset < offset ? number : null;
    }
    default:
      return null;
  }
}

function tell(text: string, { code, offset, length }: SyntaxFault): Told {
  const token = text.slice(offset, offset + length);
  const before = text.slice(0, offset).trimEnd();
  switch (printParseErrorCode(code)) {
    case "PropertyNameExpected":
      if (before.endsWith(",")) return { offset: before.length - 1, finding: trailingComma() };
      return { offset, finding: expected(KEY) };
    case "ValueExpected":
      if (token === "," && /[,[{]$/.test(before)) return { offset, finding: trailingComma() };
      if (token === "]" && before.endsWith(",")) {
        return { offset: before.length - 1, finding: trailingComma() };
      }
      return { offset, finding: expected(VALUE) };
    case "ColonExpected":
      return { offset: before.length, finding: expected(sign(":")) };
    case "CommaExpected":
      if (token === "]") return { offset: before.length, finding: expected(sign("}")) };
      if (token === "}") return { offset: before.length, finding: expected(sign("]")) };
      return { offset: before.length, finding: expected(sign(",")) };
    case "CloseBraceExpected":
      return { offset: before.length, finding: expected(sign("}")) };
    case "CloseBracketExpected":
      return { offset: before.length, finding: expected(sign("]")) };
    case "EndOfFileExpected":
      return { offset, finding: afterTheEnd() };
    case "InvalidCommentToken":
      return { offset, finding: comment() };
    case "UnexpectedEndOfString":
      return { offset, finding: unclosedString() };
    case "InvalidUnicode":
    case "InvalidEscapeCharacter":
      return { offset, finding: invalidEscape() };
    case "InvalidCharacter":
      return { offset, finding: controlCharacter() };
    default:
      return { offset, finding: unknownWord(token) };
  }
}

const KEY = { id: "kunci di antara tanda kutip ganda", en: "a key in double quotes" };
const VALUE = { id: "nilai", en: "a value" };

function sign(mark: string): { readonly id: string; readonly en: string } {
  return { id: `"${mark}"`, en: `"${mark}"` };
}
