import { type OpenRules, openRules } from "../../analysis/findings/places.ts";
import { readRuleFiles } from "../../pack/read-pack.ts";

/** The files of a rules directory, to point into; none where it can't be read any more. */
export async function openRulesIn(directory: string): Promise<OpenRules> {
  const read = await readRuleFiles(directory);
  const texts = read.ok
    ? [...read.files].flatMap(([path, text]) =>
        typeof text === "string" ? [[path, text] as const] : [],
      )
    : [];
  return openRules(new Map(texts));
}
