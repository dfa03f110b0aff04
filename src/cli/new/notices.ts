import type { Text } from "../../engine/model/text.ts";

/** What a new version is, as far as its writer may not expect what follows from it. */
export interface Unexpected {
  readonly from: string;
  readonly today: string;
  /** The version that was copied; `null`: the service is new. */
  readonly copied: string | null;
  /** Drafts between the copied version and the new one. */
  readonly drafts: readonly string[];
}

/** What follows from the day of a new version that its writer may not have meant. */
export function noticesOn({ from, today, copied, drafts }: Unexpected): readonly Text[] {
  const past: readonly Text[] =
    from < today
      ? [
          {
            id: `Perhatian: ${from} sudah lewat; hari ini ${today}. Versi ini akan mengubah jawaban bagi hari yang sudah lewat, dan layak adopt hanya menerimanya sebagai koreksi (--correct). Bila bukan itu maksudnya, ganti nama berkasnya dengan tanggal yang akan datang.`,
            en: `Note: ${from} has passed; today is ${today}. This version will change answers for days that have passed, and layak adopt takes it as a correction only (--correct). If that is not meant, name the file after a day to come.`,
          },
        ]
      : [];
  const skipped: readonly Text[] =
    drafts.length > 0
      ? [
          {
            id: `Perhatian: rancangan ${drafts.join(", ")} tidak ikut disalin. Bila rancangan itu nanti ditetapkan, perubahannya berakhir pada ${from}, kecuali ditulis juga di versi ini. Versi yang disalin dipilih dengan --copy-from.`,
            en: `Note: the draft ${drafts.join(", ")} is not in this copy. If it is adopted later, what it changes ends on ${from}, unless this version says it too. --copy-from chooses which version is copied.`,
          },
        ]
      : [];
  return copied === null ? past : [...past, ...skipped];
}
