import type { Case } from "../../engine/model/pack.ts";
import { itemsOf, type JsonNode } from "../../pack/json/nodes.ts";
import { parseJson } from "../../pack/json/parse.ts";
import { type Layout, printCase } from "./print-case.ts";

const BOM = "\uFEFF";
const PLAIN: Layout = { indent: "  ", lineEnd: "\n" };

/**
 * The text of a `cases.json` with further cases at its end; all that stood there stays as it is. The
 * text is that of a checked file; `null`: there is no file yet.
 */
export function withCases(text: string | null, cases: readonly Case[]): string {
  if (cases.length === 0 && text !== null) return text;
  const body = text?.startsWith(BOM) ? text.slice(BOM.length) : text;
  const root = body === null || body === undefined ? null : parseJson(body).root;
  if (body === null || body === undefined || root?.kind !== "array") return fileOf(cases, PLAIN);
  const before = text === body ? "" : BOM;
  const layout = layoutOf(body, root);
  const last = itemsOf(root).at(-1);
  const end = root.offset + root.length;
  if (last === undefined) {
    return before + body.slice(0, root.offset) + listOf(cases, layout) + body.slice(end);
  }
  const printed = cases.map((test) => `,${layout.lineEnd}${printCase(test, layout)}`).join("");
  const afterLast = last.offset + last.length;
  const rest = body.slice(afterLast);
  const closing = rest.trimStart() === rest ? layout.lineEnd + rest : rest;
  return before + body.slice(0, afterLast) + printed + closing;
}

function fileOf(cases: readonly Case[], layout: Layout): string {
  return listOf(cases, layout) + layout.lineEnd;
}

function listOf(cases: readonly Case[], layout: Layout): string {
  if (cases.length === 0) return "[]";
  const { lineEnd } = layout;
  const printed = cases.map((test) => printCase(test, layout)).join(`,${lineEnd}`);
  return `[${lineEnd}${printed}${lineEnd}]`;
}

/** The indentation of the first case and the line ends of the file. */
function layoutOf(body: string, root: JsonNode): Layout {
  const [first] = itemsOf(root);
  const lineEnd = body.includes("\r\n") ? "\r\n" : "\n";
  if (first === undefined) return { ...PLAIN, lineEnd };
  const lineStart = body.lastIndexOf("\n", first.offset - 1) + 1;
  const indent = body.slice(lineStart, first.offset);
  return { indent: /^[ \t]+$/.test(indent) ? indent : PLAIN.indent, lineEnd };
}
