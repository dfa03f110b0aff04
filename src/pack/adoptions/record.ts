import { openFile } from "../check-files.ts";
import { checkAdoptionsFile } from "../checks/adoptions-file.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { itemsOf, memberOf } from "../json/nodes.ts";
import { parseJson } from "../json/parse.ts";
import { type Adoption, type RecordEntry, standingAdoptions } from "./adoption.ts";

/** Where the record of adoptions stands in a rules directory. */
export const RECORD_PATH = "adoptions.json";

/** The entries of a record; or what is wrong with it. */
export type RecordResult =
  | {
      readonly ok: true;
      readonly entries: readonly RecordEntry[];
      /** Those that stand: not withdrawn since. */
      readonly adoptions: readonly Adoption[];
    }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

/** Reads the text of a record; no text is a record without entries. */
export function readRecord(text: string | undefined): RecordResult {
  if (text === undefined) return { ok: true, entries: [], adoptions: [] };
  const diagnostics: Diagnostic[] = [];
  const file = openFile(RECORD_PATH, text, diagnostics);
  const placed = file === null ? [] : checkAdoptionsFile(file);
  if (diagnostics.length > 0) return { ok: false, diagnostics };
  const entries = placed.map(({ entry }) => entry);
  return { ok: true, entries, adoptions: standingAdoptions(entries) };
}

const NEW_RECORD = `{
  "$schema": "schema/adoptions.schema.json",
  "adoptions": []
}
`;

/** The text of a record with one more entry; what stands in it already stays byte for byte. */
export function withEntry(text: string = NEW_RECORD, added: RecordEntry): string {
  const shift = text.startsWith("\uFEFF") ? 1 : 0;
  const list = memberOf(parseJson(text).root ?? undefined, "adoptions");
  if (list === undefined) throw new Error("a record that was read has a list of adoptions");
  const lineEnd = text.includes("\r\n") ? "\r\n" : "\n";
  const entry = JSON.stringify(added, null, 2)
    .split("\n")
    .map((line) => `    ${line}`)
    .join(lineEnd);
  const last = itemsOf(list).at(-1);
  if (last === undefined) {
    const before = text.slice(0, list.offset + shift);
    const after = text.slice(list.offset + list.length + shift);
    return `${before}[${lineEnd}${entry}${lineEnd}  ]${after}`;
  }
  const end = last.offset + last.length + shift;
  return `${text.slice(0, end)},${lineEnd}${entry}${text.slice(end)}`;
}
