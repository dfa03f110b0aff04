import type { Program } from "../engine/decision/program.ts";
import type { ShapeFault } from "../engine/facts/shapes.ts";
import { DEFAULT_MAX_ITEMS, DEFAULT_MAX_LENGTH } from "../engine/facts/shapes.ts";
import type { FactShape } from "../engine/model/catalogue.ts";
import type { Text } from "../engine/model/text.ts";
import { EMPTY_ITEM } from "./read-cell.ts";

/** Why a row was set aside: a stable code, and words. Nothing of what stands in it is ever told. */
export interface Reason {
  readonly code: string;
  readonly message: Text;
}

/** What is wrong with a whole row, or with more than one value. */
export const ROW_REASONS: Readonly<Record<string, Text>> = {
  key: {
    id: "Kolom pengenalnya kosong, jadi putusannya tidak dapat dikembalikan.",
    en: "The column that identifies it is empty, so its decision could not be given back.",
  },
  nik: {
    id: "NIK-nya tidak sah: 16 angka, angka ke-7 sampai ke-12 tanggal lahir.",
    en: "Its NIK is not valid: 16 digits, the 7th to 12th a birth date.",
  },
  json: { id: "Baris ini bukan objek JSON.", en: "This line is no JSON object." },
  columns: {
    id: "Jumlah kolomnya tidak sama dengan baris pertama.",
    en: "It does not have as many columns as the first line names.",
  },
  quotes: { id: "Ada tanda kutip yang tidak ditutup.", en: "A quotation mark is not closed." },
  encoding: { id: "Isinya bukan teks UTF-8.", en: "It is no UTF-8 text." },
  "too-long": { id: "Barisnya terlalu panjang.", en: "The row is too long." },
  "out-of-range": {
    id: "Tidak dapat diputuskan: sebuah tanggal keluar dari tahun 1 sampai 9999, atau sebuah angka terlalu besar.",
    en: "It cannot be decided: a date leaves the years 1 to 9999, or a number becomes too large.",
  },
};

/** Codes of DuckDB's reader, by ours. */
export function codeOfReader(type: string): string {
  switch (type) {
    case "MISSING COLUMNS":
    case "TOO MANY COLUMNS":
      return "columns";
    case "UNQUOTED VALUE":
      return "quotes";
    case "INVALID ENCODING":
    case "INVALID UNICODE":
      return "encoding";
    case "LINE SIZE OVER MAXIMUM":
      return "too-long";
    default:
      return "columns";
  }
}

export function rowReason(code: string): Reason {
  return { code, message: ROW_REASONS[code] ?? { id: code } };
}

/** The reason of a short code about one fact or group, in the words of the engine's own check. */
export function factReason({ pack }: Program, id: string, short: string): Reason {
  const fact = pack.facts.get(id);
  const group = pack.groups.get(id);
  if (short === EMPTY_ITEM) {
    return {
      code: `fact-${EMPTY_ITEM}`,
      message: {
        id: `Daftar "${id}" berisi tanda pemisah yang berlebih: di sebelahnya tidak ada isi.`,
        en: `The list "${id}" has a separator too many: nothing stands beside it.`,
      },
    };
  }
  if (fact !== undefined) {
    const fault = faultOfCode(fact, short);
    // A list is told by its own shape only where the list itself is at fault.
    const ofItem = fact.type === "list" && short !== "items" && short !== "list";
    const told = pack.tellFault(id, {
      kind: "value",
      fact: { ...fact, ...(ofItem && fact.items), personal: true },
      fault,
      value: undefined,
    });
    return { code: told.code, message: told.message };
  }
  if (short === "items" && group !== undefined) {
    const { minItems: minimum = 0, maxItems: maximum = DEFAULT_MAX_ITEMS } = group;
    const range = `${minimum}–${maximum}`;
    return {
      code: "fact-items",
      message: { id: `"${id}" harus berisi ${range}.`, en: `"${id}" must hold ${range}.` },
    };
  }
  return {
    code: `fact-${short}`,
    message: {
      id: `Isi "${id}" tidak dapat dipakai.`,
      en: `What "${id}" holds cannot be used.`,
    },
  };
}

function faultOfCode(shape: FactShape, code: string): ShapeFault {
  const one = shape.type === "list" ? shape.items : shape;
  const bounds: { readonly minimum?: number; readonly maximum?: number } =
    "minimum" in one || "maximum" in one ? one : {};
  switch (code) {
    case "minimum":
    case "maximum":
      return { kind: "range", limit: code, bound: bounds[code] ?? 0 };
    case "code":
    case "format":
    case "date":
    case "text":
      return { kind: code };
    case "length": {
      const maximum = "maxLength" in one ? one.maxLength : undefined;
      return { kind: "length", maximum: maximum ?? DEFAULT_MAX_LENGTH };
    }
    case "items": {
      const maximum = shape.type === "list" ? shape.maxItems : undefined;
      return { kind: "items", maximum: maximum ?? DEFAULT_MAX_ITEMS };
    }
    default:
      return { kind: "type" };
  }
}
