import type { FactIssue, FactIssueCode } from "../errors.ts";
import type { FactShape } from "../model/catalogue.ts";
import type { Text } from "../model/text.ts";
import type { ShapeFault } from "./shapes.ts";

const CODES: Readonly<Record<Exclude<ShapeFault["kind"], "item">, FactIssueCode>> = {
  type: "fact-type",
  date: "fact-date",
  text: "fact-format",
  range: "fact-range",
  code: "fact-code",
  format: "fact-format",
  length: "fact-length",
  items: "fact-items",
};

/** How each type is asked for, in words. */
const WANTED: Readonly<Record<FactShape["type"], Text>> = {
  boolean: { id: "true atau false", en: "true or false" },
  integer: {
    id: "bilangan bulat tanpa tanda titik atau koma, misalnya 16800",
    en: "a whole number without separators, such as 16800",
  },
  number: {
    id: "angka dengan titik sebagai tanda desimal, misalnya 1.5",
    en: "a number with a point before decimals, such as 1.5",
  },
  money: {
    id: "rupiah bulat tanpa tanda titik atau koma, misalnya 16800",
    en: "whole rupiah without separators, such as 16800",
  },
  date: { id: 'tanggal "TTTT-BB-HH", misalnya "2026-11-22"', en: 'a date such as "2026-11-22"' },
  string: { id: "teks", en: "text" },
  code: { id: "salah satu kode", en: "one of the codes" },
  list: { id: "daftar dalam tanda [ ]", en: "a list in [ ]" },
};

const ACTUAL: Readonly<Record<string, Text>> = {
  string: { id: "teks", en: "text" },
  number: { id: "bilangan bulat", en: "a whole number" },
  fraction: { id: "angka pecahan", en: "a fraction" },
  boolean: { id: "true/false", en: "true/false" },
  list: { id: "daftar", en: "a list" },
  object: { id: "objek", en: "an object" },
};

/** Tells a fault in words. `value` is shown only where the fact is not personal. */
export function issueOf(
  name: string,
  shape: FactShape,
  fault: ShapeFault,
  value: unknown,
  personal: boolean,
): FactIssue {
  if (fault.kind === "item") {
    const item: unknown = Array.isArray(value) ? value[fault.index] : undefined;
    const items = shape.type === "list" ? shape.items : shape;
    return issueOf(`${name}[${fault.index}]`, items, fault.fault, item, personal);
  }
  const shown = personal ? "" : showing(value);
  return {
    code: CODES[fault.kind],
    fact: name,
    message: message(name, shape, fault, shown, value),
  };
}

function message(
  name: string,
  shape: FactShape,
  fault: Exclude<ShapeFault, { readonly kind: "item" }>,
  shown: string,
  value: unknown,
): Text {
  switch (fault.kind) {
    case "type": {
      const wanted = WANTED[shape.type];
      const actual = ACTUAL[fault.actual] ?? { id: fault.actual };
      const plain = shown === "" ? null : plainNumber(shape, value);
      return {
        id: `"${name}" harus ${wanted.id}; yang diberikan ${actual.id}${shown}.${plain === null ? "" : ` Tulis ${plain}.`}`,
        en: `"${name}" must be ${wanted.en}; it was ${actual.en ?? actual.id}${shown}.${plain === null ? "" : ` Write ${plain}.`}`,
      };
    }
    case "date":
      return {
        id: `"${name}"${shown} bukan tanggal yang ada di kalender. Tulis TTTT-BB-HH, misalnya 2026-11-22.`,
        en: `"${name}"${shown} is not a date of the calendar. Write YYYY-MM-DD, such as 2026-11-22.`,
      };
    case "text":
      return {
        id: `"${name}" memuat karakter Unicode yang rusak. Kirim ulang teksnya sebagai UTF-8.`,
        en: `"${name}" holds broken Unicode. Send the text again as UTF-8.`,
      };
    case "range": {
      const least = fault.limit === "minimum";
      return {
        id: `"${name}"${shown} harus ${least ? "paling sedikit" : "paling banyak"} ${fault.bound}.`,
        en: `"${name}"${shown} must be at ${least ? "least" : "most"} ${fault.bound}.`,
      };
    }
    case "code": {
      const codes = shape.type === "code" ? Object.keys(shape.codes) : [];
      const listed = codes.slice(0, 30).join(", ") + (codes.length > 30 ? ", …" : "");
      return {
        id: `"${name}"${shown} tidak dikenal. Kode yang berlaku: ${listed}.`,
        en: `"${name}"${shown} is not a known code. Codes: ${listed}.`,
      };
    }
    case "format":
      return formatMessage(name, shape, shown);
    case "length":
      return {
        id: `"${name}" terlalu panjang: paling banyak ${fault.maximum} karakter.`,
        en: `"${name}" is too long: at most ${fault.maximum} characters.`,
      };
    default:
      return {
        id: `"${name}" memuat terlalu banyak isi: paling banyak ${fault.maximum}.`,
        en: `"${name}" holds too many items: at most ${fault.maximum}.`,
      };
  }
}

function formatMessage(name: string, shape: FactShape, shown: string): Text {
  if (shape.type === "string" && shape.format === "nik") {
    return {
      id: `"${name}" bukan NIK. NIK terdiri dari 16 angka, dengan tanggal lahir di tengahnya.`,
      en: `"${name}" is not a NIK. A NIK has 16 digits with a birth date in the middle.`,
    };
  }
  const pattern = shape.type === "string" ? (shape.pattern ?? "") : "";
  return {
    id: `"${name}"${shown} tidak sesuai bentuk yang diminta: ${pattern}`,
    en: `"${name}"${shown} does not have the form asked for: ${pattern}`,
  };
}

function showing(value: unknown): string {
  if (typeof value === "string") {
    const short = value.length > 40 ? `${value.slice(0, 40)}…` : value;
    return ` ${JSON.stringify(short)}`;
  }
  return typeof value === "number" || typeof value === "boolean" ? ` ${value}` : "";
}

const THOUSANDS = /^(?:Rp\.?\s*)?(\d{1,3}(?:\.\d{3})+)(?:,00)?$/;

/** "16.800", "Rp16.800" and 16.8 for money most likely mean 16800. */
function plainNumber(shape: FactShape, value: unknown): string | null {
  if (shape.type !== "integer" && shape.type !== "number" && shape.type !== "money") return null;
  if (typeof value === "string") {
    const dotted = THOUSANDS.exec(value);
    if (dotted?.[1] !== undefined) return dotted[1].replaceAll(".", "");
    return /^\d+$/.test(value) ? value : null;
  }
  if (shape.type !== "money" || typeof value !== "number") return null;
  const thousands = Math.round(value * 1000);
  return Number.isSafeInteger(thousands) && thousands / 1000 === value ? String(thousands) : null;
}
