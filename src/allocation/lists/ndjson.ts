import type { Text } from "../../engine/model/text.ts";
import { plainValueOf } from "../../pack/json/nodes.ts";
import { parseJson } from "../../pack/json/parse.ts";
import type { ListFault } from "./fault.ts";
import type { Rows } from "./rows.ts";

/** Reads a file of one JSON object a line. */
export function ndjsonRows(text: string): Rows {
  const faults: ListFault[] = [];
  const rows = text.split("\n").flatMap((written, index) => {
    if (written.trim() === "") return [];
    const line = index + 1;
    const { root, faults: own } = parseJson(written);
    if (root?.kind !== "object" || own.length > 0) {
      faults.push({ line, message: root?.kind === "object" ? AMBIGUOUS : NO_OBJECT });
      return [];
    }
    const cells = root.members.map(({ key, value }) => [key, plainValueOf(value)] as const);
    return [{ line, cells: new Map<string, unknown>(cells) }];
  });
  return { form: "ndjson", columns: [], rows, faults };
}

const NO_OBJECT: Text = {
  id: "Baris ini bukan satu objek JSON { … }.",
  en: "This line is not one JSON object { … }.",
};

/** What is read of it would depend on the reader. */
const AMBIGUOUS: Text = {
  id: "Di baris ini sebuah kunci ada dua kali, atau teksnya rusak.",
  en: "In this line a key stands twice, or a text is broken.",
};
