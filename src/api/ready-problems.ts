import type { Text } from "../engine/model/text.ts";

/** What keeps decisions from being made. The codes are stable; `docs/operations.md` lists them. */
export type ReadyProblem =
  | "no-services"
  | "unavailable"
  | "too slow"
  | "no-roster"
  | "roster-key-unknown"
  | "stale"
  | "missing"
  | "unusable";

/** What each of them means, and what to do. */
export const READY_PROBLEMS: Readonly<Record<ReadyProblem, Text>> = {
  "no-services": {
    id: "Aturan tidak memuat satu layanan pun. Periksa dengan layak validate, lalu pasang lagi.",
    en: "The rules hold no service. Check them with layak validate, then deploy them again.",
  },
  unavailable: {
    id: "Sekarang tidak dapat dibaca atau ditanyai. Sebabnya ada di log layanan.",
    en: "It cannot be read or asked now. The service's log says why.",
  },
  "too slow": {
    id: "Tidak menjawab dalam dua detik. Coba lagi; jika berulang, lihat keadaan basis data atau layanannya.",
    en: "It did not answer within two seconds. Try again; if that repeats, look at the state of the database or service.",
  },
  "no-roster": {
    id: "Belum ada daftar peserta. Impor satu daftar: docs/roster.md.",
    en: "There is no roster yet. Import one: docs/roster.md.",
  },
  "roster-key-unknown": {
    id: "Daftar peserta yang dipakai diimpor dengan kunci identitas yang tidak ada dalam pengaturan, sehingga tidak seorang pun dapat dicari di dalamnya. Kembalikan kunci itu, atau impor daftarnya lagi: docs/operations.md#keys-that-are-replaced.",
    en: "The roster in use was imported under an identity key that is not in the settings, so nobody can be looked up in it. Put that key back, or import the roster again: docs/operations.md#keys-that-are-replaced.",
  },
  stale: {
    id: "Daftar peserta yang dipakai sudah terlalu lama. Minta ekspor baru, lalu impor: docs/roster.md.",
    en: "The roster in use is too old. Ask for a new export and import it: docs/roster.md.",
  },
  missing: {
    id: "Ada pengaturan yang belum diisi. Log fungsi yang memerlukannya menyebut yang mana (function-not-ready).",
    en: "A setting is not there. The log of the functions that need it says which (function-not-ready).",
  },
  unusable: {
    id: "Ada pengaturan yang tidak dapat dipakai. Log fungsi yang memerlukannya menyebut yang mana (function-not-ready).",
    en: "A setting cannot be used. The log of the functions that need it says which (function-not-ready).",
  },
};
