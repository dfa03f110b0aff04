import type { Summary } from "../../bulk/summary.ts";
import type { Program } from "../../engine/decision/program.ts";
import { type Language, say, type Text } from "../../engine/model/text.ts";
import { counted } from "../counted.ts";
import type { Terminal } from "../terminal.ts";

const OUTCOMES: readonly (readonly [keyof Summary["outcomes"], Text])[] = [
  ["eligible", { id: "memenuhi syarat", en: "eligible" }],
  ["ineligible", { id: "tidak memenuhi syarat", en: "ineligible" }],
  ["undetermined", { id: "belum dapat diputuskan", en: "undetermined" }],
  ["out-of-scope", { id: "di luar cakupan", en: "out of scope" }],
];

const WIDTH = 26;

/** Tells what came of a run: counts by outcome and by requirement, and where everything is. */
export function tellSummary(
  terminal: Terminal,
  language: Language,
  program: Program,
  summary: Summary,
  { out, rejected }: { readonly out: string; readonly rejected: string },
): void {
  const tell = (text: Text) => terminal.print(say(text, language));
  const table = (rows: readonly (readonly [Text, number])[]) => {
    for (const [text, count] of rows) {
      terminal.print(`  ${say(text, language).padEnd(WIDTH)} ${String(count).padStart(9)}`);
    }
  };
  const { asOf, service, version } = program;
  tell({
    id: `${service.id} (${version.from}), ${asOf}: ${summary.decided} baris diputuskan, tertulis di ${out}`,
    en: `${service.id} (${version.from}), ${asOf}: ${counted(summary.decided, "row")} decided, written to ${out}`,
  });
  table(OUTCOMES.map(([outcome, text]) => [text, summary.outcomes[outcome]]));
  const unmet = summary.requirements.filter((one) => one.unmet > 0);
  if (unmet.length > 0) {
    tell({ id: "Tidak terpenuhi:", en: "Unmet:" });
    table(unmet.map((one) => [{ id: one.id }, one.unmet]));
  }
  const unknown = summary.requirements.filter((one) => one.unknown > 0);
  if (unknown.length > 0) {
    tell({ id: "Belum diketahui:", en: "Not known:" });
    table(unknown.map((one) => [{ id: one.id }, one.unknown]));
  }
  if (summary.rejected === 0) return;
  tell({
    id: `${summary.rejected} baris disisihkan, beserta alasannya, di ${rejected}:`,
    en: `${counted(summary.rejected, "row")} set aside, with reasons, in ${rejected}:`,
  });
  table(Object.entries(summary.reasons).map(([code, count]) => [{ id: code }, count]));
}
