import { suggest } from "../suggest.ts";

/** What people write in Indonesian for the choices of rule files. */
const OTHER_WORDS: Readonly<Record<string, string>> = {
  layak: "eligible",
  "tidak layak": "ineligible",
  "belum layak": "ineligible",
  "belum dapat ditentukan": "undetermined",
  "di luar cakupan": "out-of-scope",
  wajib: "required",
  anjuran: "advisory",
  saran: "advisory",
  rancangan: "draft",
  konsep: "draft",
  percontohan: "pilot",
  "uji coba": "pilot",
  berlaku: "adopted",
  ditetapkan: "adopted",
  pasti: "confirmed",
  dikonfirmasi: "confirmed",
  dilaporkan: "reported",
  anggapan: "assumed",
  asumsi: "assumed",
  tanggal: "date",
  teks: "string",
  angka: "number",
  bilangan: "integer",
  rupiah: "money",
  uang: "money",
  "ya/tidak": "boolean",
  kode: "code",
  daftar: "list",
  pemohon: "applicant",
  petugas: "office",
  kantor: "office",
};

/** The choice that a word most likely means; null where there is no telling. */
export function meantChoice(word: string, choices: readonly string[]): string | null {
  const lower = word.trim().toLowerCase();
  const other = Object.hasOwn(OTHER_WORDS, lower) ? OTHER_WORDS[lower] : undefined;
  return other !== undefined && choices.includes(other) ? other : suggest(word, choices);
}
