import type { Words } from "../../../analysis/statement/words.ts";
import type { Mark } from "./model.ts";

/** What the report says besides the policy's own words. */
export const WORDS = {
  title: { id: "Yang diuji contoh kasus", en: "What the cases test" },
  intro: {
    id: "Setiap klausa harus pernah ditemui terpenuhi, tidak terpenuhi, dan belum diketahui; setiap syarat pernah menjadi satu-satunya alasan penolakan; setiap batas diuji pada kedua sisinya. Hanya kasus yang hasilnya sesuai yang dihitung.",
    en: "Each clause is to be met, not met and not known in some case; each requirement is to be the only reason of a refusal; each limit is to be tested on both sides. Only cases that come out as expected count.",
  },
  day: {
    id: "Apa yang dapat terjadi dihitung untuk hari",
    en: "What can happen was worked out for",
  },
  legend: { id: "Tanda", en: "Marks" },
  outcomes: { id: "Hasil", en: "Outcomes" },
  scope: { id: "Lingkup", en: "Scope" },
  advisory: { id: "anjuran", en: "advice" },
  onlyIf: { id: "Berlaku hanya jika", en: "Applies only if" },
  met: { id: "terpenuhi", en: "met" },
  unmet: { id: "tidak terpenuhi", en: "not met" },
  unknown: { id: "belum diketahui", en: "not known" },
  cases: { id: "Contoh kasus", en: "Cases" },
  case: { id: "kasus", en: "case" },
  more: { id: "lagi", en: "more" },
  notFound: {
    id: "contohnya tidak ditemukan: bergantung pada fakta hitungan",
    en: "no example was found: it turns on computed facts",
  },
  none: { id: "Belum ada kasus.", en: "There are no cases yet." },
} satisfies Readonly<Record<string, Words>>;

/** A sign and words for each mark: nothing is told by colour alone. */
export const MARKS: Readonly<
  Record<Mark["kind"], { readonly sign: string; readonly words: Words }>
> = {
  tested: { sign: "✓", words: { id: "diuji", en: "tested" } },
  missing: { sign: "✗", words: { id: "belum diuji", en: "not tested" } },
  impossible: { sign: "–", words: { id: "tidak dapat terjadi", en: "cannot happen" } },
  unsettled: {
    sign: "?",
    words: { id: "tidak terjawab: pencarian berhenti", en: "not settled: the search ended" },
  },
};
