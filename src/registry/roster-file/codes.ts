/** The codes that a roster may hold, those of the fact catalogue. */
export const STATUSES: readonly string[] = [
  "AKTIF",
  "MASA_TENGGANG",
  "NONAKTIF",
  "TIDAK_TERDAFTAR",
];
export const PROGRAMMES: readonly string[] = ["JKK", "JKM", "JHT", "JP", "JKP"];
export const SEGMENTS: readonly string[] = ["PU", "BPU", "JASA_KONSTRUKSI", "NON_ASN"];

/** Who has one of these is insured under at least one programme. */
export const INSURED: readonly string[] = ["AKTIF", "MASA_TENGGANG"];
