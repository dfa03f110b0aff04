import { findTooDeep } from "../../pack/json/depth.ts";
import { parseJson } from "../../pack/json/parse.ts";
import { lineStartsOf, type Position, positionOf } from "../../pack/json/positions.ts";
import { pointer } from "../pointer.ts";
import { type FieldError, Refusal, refuseFields } from "../problems/refusal.ts";

/**
 * Parses a body and tells what is wrong with it, with its place. It is scanned before parsing, since
 * parsers overflow the stack.
 * @throws Refusal with the place of the first fault
 */
export function inspectBody(text: string, deepest: number): unknown {
  const deep = findTooDeep(text, deepest);
  if (deep !== null) throw tooDeep(positionOf(lineStartsOf(text), deep), deepest);
  const { faults, positionAt } = parseJson(text);
  const [fault] = faults;
  if (fault !== undefined) throw notJson(fault.finding.code, positionAt(fault.offset));
  const body = parsed(text);
  const reserved = prototypeKeys(body, []);
  if (reserved.length > 0) throw refuseFields(reserved);
  return body;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw notJson("LYK108", { line: 1, column: 1 });
  }
}

function tooDeep({ line, column }: Position, deepest: number): Refusal {
  return new Refusal("body-too-deep", {
    id: `Baris ${line}, kolom ${column}: isi permintaan bertingkat lebih dari ${deepest}.`,
    en: `Line ${line}, column ${column}: the body is nested more than ${deepest} levels deep.`,
  });
}

/** What is wrong, without the words that are wrong. */
const FAULTS: Readonly<Record<string, { readonly id: string; readonly en: string }>> = {
  LYK107: { id: "isi permintaan kosong", en: "the body is empty" },
  LYK108: {
    id: "tanda baca atau nilai JSON kurang atau berlebih",
    en: "a punctuation mark or value of JSON is missing or too many",
  },
  LYK109: { id: "JSON tidak mengenal komentar", en: "JSON has no comments" },
  LYK110: { id: "ada koma berlebih", en: "there is a comma too many" },
  LYK111: { id: "teks tidak ditulis dengan benar", en: "a text is badly written" },
  LYK112: {
    id: "ada kata di luar tanda kutip ganda",
    en: "a word stands outside double quotes",
  },
  LYK113: { id: "satu kunci ditulis dua kali", en: "a key stands twice" },
  LYK114: { id: "teks memuat Unicode yang rusak", en: "a text holds broken Unicode" },
  LYK115: { id: "angka terlalu besar", en: "a number is too large" },
  LYK116: {
    id: "angka tidak ditulis menurut JSON, misalnya 16800 atau 1.5",
    en: "a number is not written as in JSON, such as 16800 or 1.5",
  },
};

function notJson(code: string, { line, column }: Position): Refusal {
  const fault = FAULTS[code] ?? { id: "bukan JSON", en: "this is not JSON" };
  return new Refusal("body-not-json", {
    id: `Baris ${line}, kolom ${column}: ${fault.id}.`,
    en: `Line ${line}, column ${column}: ${fault.en}.`,
  });
}

/** Code that copies objects loses a key `__proto__`, so that it could never be checked. */
function prototypeKeys(value: unknown, place: readonly (string | number)[]): readonly FieldError[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, member]: readonly [string, unknown]) => {
    const path = [...place, key];
    if (key !== "__proto__") return prototypeKeys(member, path);
    return [
      {
        path: pointer(...path),
        code: "key-unknown",
        message: { id: `Kunci "__proto__" tidak dikenal.`, en: `There is no key "__proto__".` },
      },
    ];
  });
}
