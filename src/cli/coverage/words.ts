import { formatDate, formatNumber } from "../../engine/explanation/format.ts";
import type { Language, Text } from "../../engine/model/text.ts";
import { FULL_PROTECTION, type Rate } from "../../monitoring/coverage/contributions.ts";
import type { Cost, CostTerm } from "../../monitoring/coverage/cost.ts";
import type { CoverageReport, Dimension } from "../../monitoring/coverage/report.ts";
import type { LabelOf } from "./labels.ts";

/** What tables and pages of coverage say. */
export const WORDS = {
  title: { id: "Perlindungan pekerja", en: "Protection of workers" },
  people: { id: "orang", en: "people" },
  protected: { id: "terlindungi", en: "protected" },
  unprotected: { id: "belum terlindungi", en: "not protected" },
  unknown: { id: "tidak diketahui", en: "not known" },
  percentage: { id: "persen", en: "per cent" },
  gap: { id: "selisih", en: "gap" },
  change: { id: "perubahan", en: "change" },
  cost: { id: "biaya sebulan", en: "cost a month" },
  total: { id: "Semua", en: "All" },
  notTold: { id: "tidak disebut", en: "not told" },
  hidden: {
    id: "• disembunyikan: kurang dari 5 orang, atau angka yang akan membukanya.",
    en: "• hidden: fewer than 5 people, or a number that would give them away.",
  },
  chart: { id: "Bagan", en: "Chart" },
} satisfies Readonly<Record<string, Text>>;

export const HEADINGS: Readonly<Record<Dimension, Required<Text>>> = {
  segment: { id: "Menurut segmen", en: "By segment" },
  programme: { id: "Menurut program", en: "By programme" },
  opd: { id: "Menurut perangkat daerah (OPD)", en: "By city office (OPD)" },
  district: { id: "Menurut kecamatan", en: "By district" },
  month: { id: "Dari bulan ke bulan", en: "Month by month" },
};

/** `•` for a hidden number. */
export const HIDDEN = "•";

/** `2026-10` as `Oktober 2026`. */
export function monthInWords(month: string, language: Language): string {
  return formatDate(`${month}-01`, language).replace(/^1 /, "");
}

export function count(value: number | null, language: Language): string {
  return value === null ? HIDDEN : formatNumber(value, language);
}

export function rupiah(value: number | null, language: Language): string {
  return value === null ? HIDDEN : `Rp${formatNumber(value, language)}`;
}

/** `Rp16.800`; `≥ Rp16.800` where not everybody's contribution is known. */
export function costInWords({ cost, costState }: Cost, language: Language): string {
  if (costState === "unknown") return language === "id" ? "tidak diketahui" : "not known";
  const told = rupiah(cost, language);
  return costState === "least" ? `≥ ${told}` : told;
}

/** `61,74%`. */
export function percent(value: number | null, language: Language): string {
  return value === null ? HIDDEN : `${formatNumber(value, language)}%`;
}

/** `+12`, `−3`; empty where there is no month before. */
export function change(value: number | null, language: Language): string {
  if (value === null) return "";
  const sign = value > 0 ? "+" : value < 0 ? "−" : "";
  return `${sign}${formatNumber(Math.abs(value), language)}`;
}

/** What the report comes to, in sentences; below the cost, what it is the sum of. */
export function summaryOf(
  report: CoverageReport,
  labelOf: LabelOf,
  language: Language,
): readonly Text[] {
  const { months, complete } = report;
  const last = months.at(-1);
  if (last === undefined) return [];
  const { people, protected: covered, percentage, gap, change: changed } = last.total;
  const month = monthInWords(last.month, language);
  const [all, some, open] = [people, covered, gap].map((value) => count(value, language));
  const share = percentage === null ? "" : ` (${percent(percentage, language)})`;
  const since =
    changed === null
      ? { id: "", en: "" }
      : {
          id: ` Dibanding bulan sebelumnya: ${change(changed, language)}.`,
          en: ` Against the month before: ${change(changed, language)}.`,
        };
  return [
    {
      id: `${month}: ${some} dari ${all} orang terlindungi${share}; ${open} belum diketahui terlindungi.${since.id}`,
      en: `${month}: ${some} of ${all} people are protected${share}; ${open} are not known to be.${since.en}`,
    },
    costSentence(report, last.total, language),
    ...last.costTerms
      .filter((term) => term.people !== 0)
      .map((term) => termInWords(report, term, labelOf, language)),
    complete
      ? {
          id: "Yang tidak ada dalam daftar peserta dihitung belum terlindungi.",
          en: "Whoever is not in the roster counts as not protected.",
        }
      : {
          id: "Yang tidak ada dalam daftar peserta dihitung tidak diketahui, bukan belum terlindungi.",
          en: "Whoever is not in the roster counts as not known, not as unprotected.",
        },
  ];
}

function costSentence(
  { contributions, asOf }: CoverageReport,
  total: Cost,
  language: Language,
): Text {
  const day = formatDate(asOf, language);
  const amount = rupiah(total.cost, language);
  const isForAll = contributions.rates.some(({ segment }) => segment === null);
  const programmes = (isForAll ? FULL_PROTECTION : contributions.programmes).join(" + ");
  switch (total.costState) {
    case "known":
      return {
        id: `Melindungi semuanya dengan ${programmes} akan menambah iuran ${amount} sebulan, menurut iuran pada ${day}:`,
        en: `To protect them all by ${programmes} would take ${amount} a month more, by contributions of ${day}:`,
      };
    case "least":
      return {
        id: `Melindungi semuanya dengan ${programmes} akan menambah iuran sedikitnya ${amount} sebulan, menurut iuran pada ${day}; iuran sebagian orang tidak diketahui:`,
        en: `To protect them all by ${programmes} would take at least ${amount} a month more, by contributions of ${day}; those of some people are not known:`,
      };
    case "unknown":
      return {
        id: `Biaya melindungi semuanya dengan ${programmes} tidak diketahui pada ${day}:`,
        en: `What it would take to protect them all by ${programmes} is not known on ${day}:`,
      };
    case "hidden":
      return {
        id: `Biaya melindungi semuanya disembunyikan (${HIDDEN}), sebab dihitung dari angka kecil:`,
        en: `What it would take to protect them all is hidden (${HIDDEN}), being the sum of small numbers:`,
      };
  }
}

/** `  pekerja bukan penerima upah (BPU): 1 × Rp8.400 = Rp8.400 (iuran …)`. */
function termInWords(
  { contributions }: CoverageReport,
  { segment, people, amount }: CostTerm,
  labelOf: LabelOf,
  language: Language,
): Text {
  const whose =
    segment === null
      ? { id: "semua", en: "all" }
      : segment === ""
        ? { id: "segmen tidak disebut", en: "segment not told" }
        : { id: labelOf("segment", segment), en: labelOf("segment", segment) };
  const number = count(people, language);
  if (amount === null) {
    return {
      id: `  ${whose.id}: ${number} orang × iuran yang tidak diketahui`,
      en: `  ${whose.en}: ${number} people × a contribution that is not known`,
    };
  }
  const sum = rupiah(people === null ? null : people * amount, language);
  const rate = contributions.rates.find((one) => one.segment === segment);
  const told = `${number} × ${rupiah(amount, language)} = ${sum}${partsOf(rate, language)}`;
  return { id: `  ${whose.id}: ${told}`, en: `  ${whose.en}: ${told}` };
}

/** What the amount of a rate is: its parameters, and the day since which each holds. */
function partsOf(rate: Rate | undefined, language: Language): string {
  const parts = rate?.parts ?? [];
  const told = parts.map(({ label, amount, since }) => {
    const name = language === "en" ? (label.en ?? label.id) : label.id;
    const [day, own] = [formatDate(since, language), rupiah(amount, language)];
    const figure = parts.length > 1 ? `${own} ` : "";
    return language === "id" ? `${figure}${name}, sejak ${day}` : `${figure}${name}, since ${day}`;
  });
  return told.length === 0 ? "" : ` (${told.join(" + ")})`;
}
