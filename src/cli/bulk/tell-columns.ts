import type { Matching } from "../../bulk/matching.ts";
import type { Program } from "../../engine/decision/program.ts";
import type { Language } from "../../engine/model/text.ts";
import { asked, shortened } from "../../engine/suggest.ts";
import { complainIn, type Terminal } from "../terminal.ts";

/** Tells which columns are not read, and which facts are in none: these are unknown in every row. */
export function tellColumns(
  terminal: Terminal,
  language: Language,
  { service }: Program,
  { unknown, computed, absent }: Matching,
): void {
  for (const { name, meant } of unknown) {
    const near = asked(meant);
    complainIn(terminal, language, {
      id: `Kolom "${shortened(name)}" bukan fakta yang dikenal dan tidak dibaca.${near.id}`,
      en: `The column "${shortened(name)}" is no known fact and is not read.${near.en}`,
    });
  }
  for (const name of computed) {
    complainIn(terminal, language, {
      id: `Kolom "${shortened(name)}" dihitung oleh Layak dan tidak dibaca.`,
      en: `The column "${shortened(name)}" is computed by Layak and is not read.`,
    });
  }
  if (absent.length === 0) return;
  const ids = absent.map(({ column }) => column).join(", ");
  complainIn(terminal, language, {
    id: `Tidak ada di berkas, jadi belum diketahui untuk semua baris ${service.id}: ${ids}.`,
    en: `Not in the file, so not known of any row of ${service.id}: ${ids}.`,
  });
}
