import { noEnglish } from "../../pack/diagnostics/meaning/texts.ts";
import type { Notes } from "./notes.ts";
import type { OpenRules } from "./places.ts";
import { textsAt } from "./texts.ts";

/** Texts without English, one by one; where a file has no English at all, once. */
export function judgeEnglish(
  rules: OpenRules,
  isHistory: (path: string) => boolean,
  notes: Notes,
): void {
  for (const file of rules.paths) {
    if (file.endsWith("/cases.json") || isHistory(file)) continue;
    const texts = textsAt(rules, { file, path: [] });
    const lacking = texts.filter(({ en }) => en === null);
    const told = lacking.length === texts.length ? lacking.slice(0, 1) : lacking;
    for (const { place, id } of told) {
      notes.tell(place, noEnglish(id, lacking.length === texts.length ? lacking.length : 1));
    }
  }
}
