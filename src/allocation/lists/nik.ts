import { faultOf } from "../../engine/facts/shapes.ts";
import type { Text } from "../../engine/model/text.ts";

/** A NIK, or what is wrong with it. It is never quoted. */
export type NikRead =
  | { readonly ok: true; readonly nik: string }
  | { readonly ok: false; readonly problem: Text };

/** Reads the NIK of a cell. */
export function readNik(column: string, value: unknown): NikRead {
  if (value === undefined || value === null) {
    return wrong({ id: `Kolom "${column}" kosong.`, en: `The column "${column}" is empty.` });
  }
  if (typeof value === "string" && /^\d[.,]\d+E\+\d+$/i.test(value)) {
    return wrong({
      id: `Lembar kerja telah membulatkan "${column}". Jadikan kolomnya teks, isi lagi NIK-nya, lalu simpan.`,
      en: `A spreadsheet has rounded "${column}". Make it a column of text, fill the NIK in again, and save.`,
    });
  }
  if (typeof value === "string" && isNik(value)) {
    return { ok: true, nik: value };
  }
  if (typeof value === "string" && isNik(bare(value))) {
    return wrong({
      id: `Tulis "${column}" sebagai 16 angka saja, tanpa spasi, titik atau tanda lain.`,
      en: `Write "${column}" as 16 digits alone, without spaces, dots or other marks.`,
    });
  }
  return wrong({
    id: `"${column}" bukan NIK: 16 angka sebagai teks, angka ke-7 sampai ke-12 tanggal lahir.`,
    en: `"${column}" is not a NIK: 16 digits as text, the 7th to 12th a birth date.`,
  });
}

function isNik(value: string): boolean {
  return faultOf({ type: "string", format: "nik" }, value) === null;
}

/** The digits of a text, those of other widths too. */
function bare(value: string): string {
  return value.normalize("NFKC").replace(/[\s\p{P}\p{S}\p{Cf}]/gu, "");
}

function wrong(problem: Text): NikRead {
  return { ok: false, problem };
}
