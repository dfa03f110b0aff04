import type { Pack } from "../../engine/model/pack.ts";
import { didYouMean, shortened } from "../../engine/suggest.ts";
import type { ListFault } from "./fault.ts";
import type { Rows } from "./rows.ts";

/** The column that says who a row is about. */
export const NIK_COLUMN = "nik";

/**
 * Finds what is wrong with the first line of a CSV file of people. Nothing of it is quoted where it
 * names no NIK: it may be somebody's row.
 */
export function headerFaults(pack: Pack, read: Rows): readonly ListFault[] {
  if (read.form !== "csv") return [];
  const { columns } = read;
  if (!columns.includes(NIK_COLUMN)) {
    const message = {
      id: `Baris pertama harus menyebut nama kolom, di antaranya "${NIK_COLUMN}".`,
      en: `The first line must name the columns, "${NIK_COLUMN}" among them.`,
    };
    return [{ line: 1, message }];
  }
  return columns.flatMap((column, index) => {
    if (columns.indexOf(column) < index) {
      const message = {
        id: `Kolom "${shortened(column)}" ada dua kali.`,
        en: `The column "${shortened(column)}" stands twice.`,
      };
      return [{ line: 1, message }];
    }
    const entry = pack.facts.get(column);
    if (entry?.compute !== undefined) {
      const message = {
        id: `Kolom "${shortened(column)}" dihitung oleh Layak. Hapus kolomnya.`,
        en: `The column "${shortened(column)}" is computed by Layak. Remove it.`,
      };
      return [{ line: 1, message }];
    }
    if (column === NIK_COLUMN || entry !== undefined) return [];
    const near = didYouMean(pack, column, pack.facts.keys());
    const message = {
      id: `Kolom "${shortened(column)}" bukan fakta yang dikenal aturan.${near.id} Bila tidak diperlukan, hapus kolomnya.`,
      en: `The column "${shortened(column)}" is no fact that the rules know.${near.en} Remove it if it is not needed.`,
    };
    return [{ line: 1, message }];
  });
}
