import { createScanner, type SyntaxKind } from "jsonc-parser";

/** jsonc-parser declares these as a const enum, which has no value when modules stand alone. */
const OPEN_BRACE: SyntaxKind = 1;
const CLOSE_BRACE: SyntaxKind = 2;
const OPEN_BRACKET: SyntaxKind = 3;
const CLOSE_BRACKET: SyntaxKind = 4;
const END: SyntaxKind = 17;

/**
 * The offset of the first bracket that opens a level deeper than `limit`, or null. To be asked
 * before parsing, since parsers overflow the stack. It reads the parser's own tokens, and a
 * bracket that closes nothing closes nothing here either, so that no broken file nests deeper in
 * the parser than it does here.
 */
export function findTooDeep(text: string, limit: number): number | null {
  const scanner = createScanner(text, true);
  const open: SyntaxKind[] = [];
  for (let token = scanner.scan(); token !== END; token = scanner.scan()) {
    if (token === OPEN_BRACE || token === OPEN_BRACKET) {
      if (open.length >= limit) return scanner.getTokenOffset();
      open.push(token === OPEN_BRACE ? CLOSE_BRACE : CLOSE_BRACKET);
    } else if (token === open.at(-1)) {
      open.pop();
    }
  }
  return null;
}
