import type { SourceKind } from "../../engine/model/pack.ts";
import type { PolicyStatus, Provenance } from "../../engine/model/policy.ts";
import type { Text } from "../../engine/model/text.ts";
import type { Level } from "../../pack/level.ts";

export const STATUS_WORDS: Readonly<Record<PolicyStatus, Text>> = {
  draft: { id: "rancangan, belum memutuskan apa pun", en: "draft, decides nothing yet" },
  pilot: { id: "percontohan, jawabannya sementara", en: "pilot, its answers are provisional" },
  adopted: { id: "ditetapkan", en: "adopted" },
};

export const PROVENANCE_WORDS: Readonly<Record<Provenance, Text>> = {
  confirmed: { id: "dipastikan dari naskahnya", en: "confirmed from the text itself" },
  reported: {
    id: "menurut laporan, naskahnya belum dilihat",
    en: "reported; the text was not seen",
  },
  assumed: { id: "anggapan, belum ada yang menyatakannya", en: "assumed; nobody has said so" },
};

export const KIND_WORDS: Readonly<Record<SourceKind, Text>> = {
  law: { id: "undang-undang", en: "law" },
  "government-regulation": { id: "peraturan pemerintah", en: "government regulation" },
  "presidential-regulation": { id: "peraturan presiden", en: "presidential regulation" },
  "presidential-instruction": { id: "instruksi presiden", en: "presidential instruction" },
  "ministerial-regulation": { id: "peraturan menteri", en: "ministerial regulation" },
  "local-regulation": { id: "peraturan daerah", en: "local regulation" },
  circular: { id: "surat edaran", en: "circular" },
  memorandum: { id: "nota kesepahaman", en: "memorandum" },
  agreement: { id: "kesepakatan", en: "agreement" },
  report: { id: "laporan pers", en: "press report" },
};

export const LEVEL_WORDS: Readonly<Record<Level, Text>> = {
  national: { id: "nasional", en: "national" },
  city: { id: "kota ini", en: "this city" },
};

/** Of what no condition rests on. */
export const ONLY_TOLD: Text = {
  id: " (hanya disebutkan kepada pemohon)",
  en: " (only told to applicants)",
};

export const LABELS = {
  service: { id: "Layanan", en: "Service" },
  status: { id: "Status", en: "Status" },
  inForce: { id: "Berlaku", en: "In force" },
  day: { id: "Angka dan tanggal menurut", en: "Amounts and dates as of" },
  owner: { id: "Penanggung jawab", en: "Owner" },
  city: { id: "Kota", en: "City" },
  applicant: { id: "Pemohon", en: "Applicant" },
  contact: { id: "Kontak", en: "Contact" },
  objection: { id: "Keberatan", en: "Objection" },
  title: { id: "Judul", en: "Title" },
  basis: { id: "Dasar", en: "Basis" },
  origin: { id: "Asal", en: "Origin" },
  doubt: { id: "Masih ditanyakan", en: "Still to be asked" },
  enforcement: { id: "Sifat", en: "Force" },
  granted: { id: "Diberikan", en: "Given" },
  amountFrom: { id: "Jumlah menurut", en: "Amount from" },
} as const satisfies Readonly<Record<string, Text>>;

export const ENFORCEMENT_WORDS = {
  required: { id: "wajib", en: "required" },
  advisory: { id: "anjuran, tidak menentukan", en: "advice, decides nothing" },
} as const satisfies Readonly<Record<string, Text>>;
