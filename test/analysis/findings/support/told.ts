import { type Findings, findingsIn } from "../../../../src/analysis/findings/find.ts";
import type { Pack } from "../../../../src/engine/model/pack.ts";
import { filesOf, packOf, type RulesParts } from "../../../support/pack.ts";

export const TODAY = "2026-11-22";

/** What is found in rules that are made of these parts; texts without English, and without reasons, apart. */
export function findings(
  parts: RulesParts,
  today = TODAY,
  change: (pack: Pack) => Pack = (pack) => pack,
): Findings {
  const texts = new Map(Object.entries(filesOf(parts)));
  const { diagnostics, unsettled } = findingsIn(
    { pack: change(packOf(parts)), texts, warnings: [] },
    today,
  );
  const kept = diagnostics.filter(({ code }) => code !== "LYK918" && code !== "LYK921");
  return { diagnostics: kept, unsettled };
}

/** Their codes, each with the message in English. */
export function told(parts: RulesParts, today = TODAY): readonly string[] {
  return findings(parts, today).diagnostics.map(({ code, message }) => `${code} ${message.en}`);
}
