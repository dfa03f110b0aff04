import type { Program } from "../../engine/decision/program.ts";
import { formatDate, formatNumber, formatValue } from "../../engine/explanation/format.ts";
import { labelOfName, shapeOfName, type Vocabulary } from "../../engine/explanation/names.ts";
import type { Outcome } from "../../engine/model/decision.ts";
import type { PolicyStatus } from "../../engine/model/policy.ts";
import { type Language, say, type Text } from "../../engine/model/text.ts";
import type { Sides } from "../../simulation/catalogue.ts";
import type { Cause, RequirementState } from "../../simulation/causes.ts";
import type { Breakdown, Example, GrantState, SimulationReport } from "../../simulation/report.ts";
import { counted } from "../counted.ts";

/** What tables and pages of a simulation say. */
export const WORDS = {
  title: { id: "Simulasi perubahan aturan", en: "Simulation of a change of rules" },
  before: { id: "sebelum", en: "before" },
  after: { id: "sesudah", en: "after" },
  all: { id: "semua", en: "all" },
  rows: { id: "baris", en: "rows" },
  changed: { id: "berubah", en: "changed" },
  share: { id: "persen", en: "per cent" },
  gains: { id: "kini memenuhi syarat", en: "eligible now" },
  losses: { id: "tidak lagi memenuhi syarat", en: "no longer eligible" },
  others: { id: "berubah selain itu", en: "changed otherwise" },
  flows: { id: "Dari putusan ke putusan", en: "From outcome to outcome" },
  causes: { id: "Penyebab", en: "Causes" },
  changes: { id: "Siapa yang berubah, dan sebabnya", en: "Who changes, and why" },
  alone: { id: "sebab itu saja", en: "that alone" },
  together: { id: "bersama-sama", en: "together" },
  examples: { id: "contoh", en: "examples" },
  grants: { id: "Manfaat", en: "Grants" },
  granted: { id: "diberikan", en: "granted" },
  amount: { id: "jumlah", en: "amount" },
  otherAmount: { id: "diberi jumlah lain", en: "given another amount" },
  scope: { id: "lingkup aturan", en: "scope of the policy" },
} satisfies Readonly<Record<string, Required<Text>>>;

/** Outcomes as they head a column. */
export const OUTCOMES_SHORT: Readonly<Record<Outcome, Required<Text>>> = {
  eligible: { id: "memenuhi", en: "eligible" },
  ineligible: { id: "belum memenuhi", en: "not eligible" },
  undetermined: { id: "belum diputus", en: "not decided" },
  "out-of-scope": { id: "di luar lingkup", en: "out of scope" },
};

const STATE_WORDS: Readonly<Record<RequirementState, Text>> = {
  met: { id: "dipenuhi", en: "met" },
  unmet: { id: "tidak dipenuhi", en: "unmet" },
  unknown: { id: "belum diketahui", en: "not known" },
  "not-applicable": { id: "tidak berlaku", en: "does not apply" },
  advisory: { id: "hanya anjuran", en: "only advised" },
  absent: { id: "tidak disyaratkan", en: "not required" },
};

const SCOPE_WORDS = {
  true: { id: "termasuk", en: "within" },
  false: { id: "di luar", en: "outside" },
  null: { id: "belum diketahui", en: "not known" },
} as const;

const GRANT_WORDS: Readonly<Record<GrantState, Text>> = {
  granted: { id: "diberikan", en: "granted" },
  "not-granted": { id: "tidak diberikan", en: "not granted" },
  unknown: { id: "belum diketahui", en: "not known" },
  "not-eligible": { id: "tidak memenuhi syarat", en: "not eligible" },
  absent: { id: "tidak ada dalam aturan", en: "not in the policy" },
};

const STATUS_WORDS: Readonly<Record<PolicyStatus, Text>> = {
  draft: { id: "rancangan", en: "draft" },
  pilot: { id: "percontohan", en: "pilot" },
  adopted: { id: "ditetapkan", en: "adopted" },
};

export function grantStateWords(state: GrantState, language: Language): string {
  return say(GRANT_WORDS[state], language);
}

/** The title of a requirement as the later policy has it, or the earlier one. */
function requirementTitle({ from, to }: Sides, id: string, language: Language): string {
  const found = [to, from].flatMap(({ requirements }) => requirements).find((one) => one.id === id);
  return found === undefined ? id : say(found.requirement.title, language);
}

/** A cause as a chart names it. */
export function causeTitle(sides: Sides, cause: Cause, language: Language): string {
  if (cause.kind === "scope") return say(WORDS.scope, language);
  return requirementTitle(sides, cause.id, language);
}

/** What a report is broken down by: `Segmen (coverage.segment)`. */
export function breakdownTitle({ label, by }: Breakdown, language: Language): string {
  const words = say(label, language);
  return words === by ? words : `${words} (${by})`;
}

/** A cause, without what became of it: `Terlindungi BPJS Ketenagakerjaan (bpjs-aktif)`. */
export function causeName(sides: Sides, cause: Cause, language: Language): string {
  const title = causeTitle(sides, cause, language);
  return cause.kind === "scope" ? title : `${title} (${cause.id})`;
}

/** What became of it: `tidak dipenuhi → tidak berlaku`. */
export function causeTurn(cause: Cause, language: Language): string {
  const [from, to] =
    cause.kind === "scope"
      ? [SCOPE_WORDS[`${cause.from}`], SCOPE_WORDS[`${cause.to}`]]
      : [STATE_WORDS[cause.from], STATE_WORDS[cause.to]];
  return `${say(from, language)} → ${say(to, language)}`;
}

export function causeWords(sides: Sides, cause: Cause, language: Language): string {
  return `${causeName(sides, cause, language)}: ${causeTurn(cause, language)}`;
}

export function percentOf(part: number, all: number, language: Language): string {
  const percent = all === 0 ? 0 : (100 * part) / all;
  return `${formatNumber(percent.toFixed(percent > 0 && percent < 0.1 ? 3 : 1), language)}%`;
}

export function rupiah(amount: number | null, language: Language): string {
  return amount === null ? "" : formatValue(amount, { type: "money" }, undefined, language);
}

/** Both versions and the day: `2026-01-01 (percontohan) → 2027-01-01 (rancangan), 22 November 2026`. */
export function versionsWords({ from, to, asOf }: SimulationReport, language: Language): string {
  const [before, after] = [from, to].map(
    (side) => `${side.from} (${say(STATUS_WORDS[side.status], language)})`,
  );
  return `${before} → ${after}, ${formatDate(asOf, language)}`;
}

/** What the report comes to, in sentences. */
export function summaryWords(report: SimulationReport, language: Language): readonly string[] {
  const { decided, changed, setAside, matrix } = report;
  const count = (value: number) => formatNumber(value, language);
  const gains = countOf(matrix, ({ from, to }) => from !== "eligible" && to === "eligible");
  const losses = countOf(matrix, ({ from, to }) => from === "eligible" && to !== "eligible");
  const share = percentOf(changed, decided, language);
  const lines: readonly Text[] = [
    changed === 0
      ? {
          id: `Dari ${count(decided)} baris tidak ada yang putusannya berubah.`,
          en: `Of ${count(decided)} rows none has another outcome.`,
        }
      : {
          id: `Dari ${count(decided)} baris, yang putusannya berubah: ${count(changed)} (${share}). Kini memenuhi syarat: ${count(gains)}; tidak lagi: ${count(losses)}; berubah selain itu: ${count(changed - gains - losses)}.`,
          en: `Of ${count(decided)} rows, those with another outcome: ${count(changed)} (${share}). Eligible now: ${count(gains)}; no longer: ${count(losses)}; changed otherwise: ${count(changed - gains - losses)}.`,
        },
    ...(setAside === 0
      ? []
      : [
          {
            id: `Disisihkan, sebab tidak dapat diputuskan: ${count(setAside)} baris.`,
            en: `Set aside, since they could not be decided: ${counted(setAside, "row")}.`,
          },
        ]),
  ];
  return lines.map((line) => say(line, language));
}

export function countOf(
  matrix: SimulationReport["matrix"],
  isMeant: (one: SimulationReport["matrix"][number]) => boolean,
): number {
  return matrix.reduce((sum, one) => (isMeant(one) ? sum + one.rows : sum), 0);
}

/** What an example tells: its key, and facts by their labels. */
export function exampleWords({ to }: Sides, { id, facts }: Example, language: Language): string {
  const vocabulary: Vocabulary = { ...vocabularyOf(to), language };
  const told = facts.map(({ fact, value }) => {
    const shaped = shapeOfName(vocabulary, fact);
    const words =
      shaped === null
        ? formatValue(value, { type: "string" }, undefined, language)
        : formatValue(value, shaped.shape, shaped.unit, language);
    return `${labelOfName(vocabulary, fact)}: ${words}`;
  });
  return [id ?? "•", ...told].join("; ");
}

function vocabularyOf({ pack, service, asOf }: Program): Omit<Vocabulary, "language"> {
  return { pack, service, asOf };
}
