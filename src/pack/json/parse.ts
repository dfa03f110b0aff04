import type { Finding } from "../diagnostics/diagnostic.ts";
import { numberTooLarge } from "../diagnostics/literals.ts";
import { brokenUnicode } from "../diagnostics/strings.ts";
import { duplicateKey, emptyFile, tooDeep } from "../diagnostics/syntax.ts";
import { findTooDeep } from "./depth.ts";
import type { JsonNode } from "./nodes.ts";
import { lineStartsOf, type Position, positionOf } from "./positions.ts";
import { syntaxFindings } from "./syntax.ts";
import { readTree } from "./tree.ts";

/** Rules may nest this deep; nobody reads more, and parsers overflow the stack. */
export const DEEPEST = 64;

/** A file's JSON; `root` is null where its values cannot be relied on. */
export interface JsonFile {
  readonly root: JsonNode | null;
  readonly positionAt: (offset: number) => Position;
  readonly faults: readonly JsonFault[];
}

export interface JsonFault {
  readonly offset: number;
  readonly finding: Finding;
}

/** Reads strict JSON with its places. Tells every fault of the file, not the first alone. */
export function parseJson(text: string): JsonFile {
  const source = text.startsWith("\uFEFF") ? text.slice(1) : text;
  const lineStarts = lineStartsOf(source);
  const positionAt = (offset: number) => positionOf(lineStarts, offset);
  const fail = (faults: readonly JsonFault[]) => ({ root: null, positionAt, faults });

  const deep = findTooDeep(source, DEEPEST);
  if (deep !== null) return fail([{ offset: deep, finding: tooDeep(DEEPEST) }]);
  if (source.trim() === "") return fail([{ offset: 0, finding: emptyFile() }]);

  const { root, isJson, repeated } = readTree(source);
  if (root === null || !isJson) return fail(syntaxFindings(source));
  const told: JsonFault[] = repeated.map(({ key, at, first }) => ({
    offset: at.offset,
    finding: duplicateKey(key, positionAt(first.offset).line),
  }));
  const finite = checkScalars(root, told);
  return { root: finite ? root : null, positionAt, faults: told };
}

/** Finds what JSON allows and no rule may hold. False where a number is beyond all bounds. */
function checkScalars(node: JsonNode, told: JsonFault[]): boolean {
  switch (node.kind) {
    case "string":
      checkUnicode(node.value, node.offset, told);
      return true;
    case "number":
      if (Number.isFinite(node.value)) return true;
      told.push({ offset: node.offset, finding: numberTooLarge(node.raw) });
      return false;
    case "array":
      return node.items.map((item) => checkScalars(item, told)).every(Boolean);
    case "object":
      return node.members
        .map(({ key, keySpan, value }) => {
          checkUnicode(key, keySpan.offset, told);
          return checkScalars(value, told);
        })
        .every(Boolean);
    default:
      return true;
  }
}

function checkUnicode(text: string, offset: number, told: JsonFault[]): void {
  if (!text.isWellFormed()) told.push({ offset, finding: brokenUnicode() });
}
