import { formatDate, formatNumber } from "../../engine/explanation/format.ts";
import type { Language, Text } from "../../engine/model/text.ts";
import type { CoverageReport, Dimension } from "../../monitoring/coverage/report.ts";

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

/** What the report comes to, in sentences. */
export function summaryOf(
  { months, contribution, complete, asOf }: CoverageReport,
  language: Language,
): readonly Text[] {
  const last = months.at(-1);
  if (last === undefined) return [];
  const { people, protected: covered, percentage, gap, change: changed, cost } = last.total;
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
  const label =
    language === "en" ? (contribution.label.en ?? contribution.label.id) : contribution.label.id;
  const rate = rupiah(contribution.amount, language);
  const day = formatDate(asOf, language);
  return [
    {
      id: `${month}: ${some} dari ${all} orang terlindungi${share}; ${open} belum diketahui terlindungi.${since.id}`,
      en: `${month}: ${some} of ${all} people are protected${share}; ${open} are not known to be.${since.en}`,
    },
    {
      id: `Melindungi semuanya akan menambah iuran ${rupiah(cost, language)} sebulan, masing-masing ${rate} (${label}, pada ${day}).`,
      en: `To protect them all would take ${rupiah(cost, language)} a month more, ${rate} each (${label}, on ${day}).`,
    },
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
