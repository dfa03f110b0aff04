import { parseTree } from "jsonc-parser";
import { ruleText } from "./rule-text.ts";

/** A `cases.json` with more cases at its end; what stands in it is not touched. */
export function appendCases(text: string | null, cases: readonly object[]): string {
  const written = cases.map((one) => `  ${ruleText(one, 2)}`).join(",\n");
  if (text === null) return `[\n${written}\n]\n`;
  // A byte order mark is no JSON; a blank of the same length keeps every place.
  const root = parseTree(text.replace(/^\uFEFF/, " "));
  const last = root?.children?.at(-1);
  if (root === undefined) return text;
  if (last === undefined) {
    return `${text.slice(0, root.offset)}[\n${written}\n]${text.slice(root.offset + root.length)}`;
  }
  const end = last.offset + last.length;
  return `${text.slice(0, end)},\n${written}${text.slice(end)}`;
}
