import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { readRules } from "../rules/pack.ts";

/** Writes the benchmark's rules into a folder, with one limit of the policy moved. @throws Error where it is not. */
export function writeChangedRules(folder: string): string {
  const rules = join(folder, "changed-rules");
  let changes = 0;
  for (const [path, text] of Object.entries(readRules("bench/rules"))) {
    const changed = text.replace('"value": 2\n', '"value": 3\n');
    if (changed !== text) changes += 1;
    mkdirSync(dirname(join(rules, path)), { recursive: true });
    writeFileSync(join(rules, path), changed);
  }
  if (changes !== 1) throw new Error(`${changes} files of the rules were changed, and not one`);
  return rules;
}
