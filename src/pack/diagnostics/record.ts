import { type AdoptedVersion, adoptCommand } from "./commands.ts";
import { type Finding, finding } from "./diagnostic.ts";

/** `LYK512` and `LYK513`: the record of adoptions itself. */

export function recordAltered(): Finding {
  return finding(
    "LYK512",
    {
      id: "catatan penetapan ini, atau yang sebelumnya, diubah atau dihapus",
      en: "this entry, or one before it, was changed or taken away",
    },
    {
      id: "kembalikan adoptions.json dari riwayat; hanya layak adopt yang menulisnya, dan hanya menambah",
      en: "bring adoptions.json back from history; only layak adopt writes it, and only adds to it",
    },
  );
}

/** An entry that stood in a record, and what became of it. */
export interface LostEntry {
  /** Its place in the record, from 1. */
  readonly number: number;
  /** How many entries the record had. */
  readonly of: number;
  readonly adopted: AdoptedVersion;
  /** Where the record stands that has the entry, as the reader named it. */
  readonly where: string;
}

export function recordCut({ number, of, adopted, where }: LostEntry): Finding {
  const { service, version } = adopted;
  const command = adoptCommand(adopted, "--withdraw");
  return finding(
    "LYK513",
    {
      id: `catatan penetapan tidak diawali catatan ${where}: yang ke-${number} dari ${of} (${service} ${version}) dihapus atau diubah`,
      en: `the record of adoptions does not begin with that of ${where}: entry ${number} of ${of} (${service} ${version}) was taken away or changed`,
    },
    {
      id: `ambil adoptions.json dari ${where}, lalu jalankan layak adopt lagi untuk yang ditambahkan; penetapan yang belum berlaku ditarik dengan: ${command.id}`,
      en: `take adoptions.json from ${where}, then run layak adopt again for what was added; what is not in force yet is withdrawn by: ${command.en}`,
    },
  );
}
