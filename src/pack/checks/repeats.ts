import { listedTwice } from "../diagnostics/entries.ts";
import type { ArrayNode } from "../json/nodes.ts";
import type { Report } from "./rule-file.ts";

/** Tells each value of a list that stands there before; one of the two was meant as another. */
export function reportRepeats({ items }: ArrayNode, report: Report): void {
  const seen = new Set<unknown>();
  for (const item of items) {
    if (item.kind === "object" || item.kind === "array" || item.kind === "null") continue;
    if (seen.has(item.value)) report(item, listedTwice(String(item.value)));
    seen.add(item.value);
  }
}
