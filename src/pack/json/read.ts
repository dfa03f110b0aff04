import { DEEPEST, type JsonFile, parseJson } from "./parse.ts";
import { lineStartsOf, positionOf } from "./positions.ts";
import { readSound } from "./sound.ts";

/** Gives what `parseJson` gives, sooner: only a text with a fault is read a second time, for it. */
export function readJson(text: string, words: Map<string, string>): JsonFile {
  const source = text.startsWith("\uFEFF") ? text.slice(1) : text;
  const root = readSound(source, DEEPEST, words);
  if (root === null) return parseJson(text);
  // Few files have anything to tell.
  let lineStarts: readonly number[] | null = null;
  const positionAt = (offset: number) => {
    lineStarts ??= lineStartsOf(source);
    return positionOf(lineStarts, offset);
  };
  return { root, positionAt, faults: [] };
}
