import type { FactIssue, FactIssueCode } from "../errors.ts";
import type { FactShape } from "../model/catalogue.ts";
import type { Text } from "../model/text.ts";
import { asked } from "../suggest.ts";
import type { FaultTeller } from "./fault.ts";
import type { ShapeFault } from "./shapes.ts";

type SimpleFault = Exclude<ShapeFault, { readonly kind: "item" }>;

/** What may follow the problem, as a sentence of its own. */
const NO_HINT: Required<Text> = { id: "", en: "" };

/** The words that packs bring for what is wrong with facts. Personal values are never echoed. */
export const tellFault: FaultTeller = (place, fault) => {
  switch (fault.kind) {
    case "value": {
      const { fact, value } = fault;
      return issueOf(place, fact, fault.fault, value, fact.personal);
    }
    case "count": {
      const { count, minimum, maximum } = fault;
      return issue("fact-items", place, {
        id: `berisi ${count}; harus ${minimum} sampai ${maximum}`,
        en: `holds ${count}; it must hold ${minimum} to ${maximum}`,
      });
    }
    case "undeclared": {
      const problem = {
        id: "tidak ada dalam katalog fakta",
        en: "is not in the catalogue of facts",
      };
      return issue("fact-unknown", place, problem, asked(fault.meant));
    }
    case "reserved":
      return issue("fact-reserved", place, {
        id: "ditetapkan oleh Layak; hapus dari fakta",
        en: "is set by Layak; take it out of the facts",
      });
    case "inherited":
      return issue("fact-reserved", place, {
        id: "berasal dari Object.prototype",
        en: "comes from Object.prototype",
      });
    case "no-list":
      return issue("fact-type", place, {
        id: "harus daftar [ ] berisi objek { }",
        en: "must be a list [ ] of objects { }",
      });
    default:
      return issue("fact-type", place, {
        id: "harus objek { } berisi fakta",
        en: "must be an object { } of facts",
      });
  }
};

/** One fault in words: the fact, its value where that may be shown, the problem, and a hint. */
function issue(
  code: FactIssueCode,
  fact: string,
  problem: Text,
  hint: Required<Text> = NO_HINT,
  shown = "",
): FactIssue {
  const named = `"${fact}"${shown}`;
  const message = {
    id: `${named} ${problem.id}.${hint.id}`,
    en: `${named} ${problem.en}.${hint.en}`,
  };
  return { code, fact, message };
}

const WHOLE: Text = {
  id: "harus bilangan bulat tanpa titik atau koma, misalnya 16800",
  en: "must be a whole number without separators, such as 16800",
};
const TEXT: Text = { id: "harus teks", en: "must be text" };

/** How each type is asked for. */
const WANTED: Readonly<Record<FactShape["type"], Text>> = {
  boolean: { id: "harus true atau false", en: "must be true or false" },
  integer: WHOLE,
  money: WHOLE,
  decimal: {
    id: "harus angka dengan digit desimal tidak lebih dari yang ditetapkan, dan paling banyak 15 digit seluruhnya, misalnya 1.5",
    en: "must be a number with no more decimals than are declared, and at most 15 digits in all, such as 1.5",
  },
  number: { id: "harus angka, misalnya 1.5", en: "must be a number, such as 1.5" },
  date: { id: 'harus tanggal, misalnya "2026-11-22"', en: 'must be a date, such as "2026-11-22"' },
  string: TEXT,
  code: TEXT,
  list: { id: "harus daftar [ ]", en: "must be a list [ ]" },
};

/** Tells a fault in words. `value` is shown only where the fact is not personal. */
function issueOf(
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
  // Codes are named after the kinds of fault, but that broken Unicode is of no form either.
  const code = `fact-${fault.kind === "text" ? "format" : fault.kind}` as const;
  const plain = personal || fault.kind !== "type" ? null : plainNumber(shape, value);
  const hint = plain === null ? NO_HINT : { id: ` Tulis ${plain}.`, en: ` Write ${plain}.` };
  return issue(code, name, problemOf(shape, fault), hint, personal ? "" : showing(value));
}

/** What follows the fact's name and value. */
function problemOf(shape: FactShape, fault: SimpleFault): Text {
  switch (fault.kind) {
    case "type":
      return WANTED[shape.type];
    case "date":
      return {
        id: "tidak ada di kalender; tulis TTTT-BB-HH, misalnya 2026-11-22",
        en: "is not in the calendar; write YYYY-MM-DD, such as 2026-11-22",
      };
    case "text":
      return { id: "Unicode-nya rusak", en: "is broken Unicode" };
    case "range": {
      const least = fault.limit === "minimum";
      return {
        id: `harus paling ${least ? "sedikit" : "banyak"} ${fault.bound}`,
        en: `must be at ${least ? "least" : "most"} ${fault.bound}`,
      };
    }
    case "code": {
      const codes = shape.type === "code" ? Object.keys(shape.codes) : [];
      const listed = codes.slice(0, 30).join(", ") + (codes.length > 30 ? ", …" : "");
      return { id: `harus salah satu kode: ${listed}`, en: `must be one of the codes: ${listed}` };
    }
    case "format":
      return formatProblem(shape);
    case "length":
      return {
        id: `paling panjang ${fault.maximum} karakter`,
        en: `must have at most ${fault.maximum} characters`,
      };
    default:
      return {
        id: `paling banyak berisi ${fault.maximum}`,
        en: `must hold at most ${fault.maximum} items`,
      };
  }
}

function formatProblem(shape: FactShape): Text {
  if (shape.type === "string" && shape.format === "nik") {
    return {
      id: "bukan NIK: 16 angka, angka ke-7 sampai ke-12 tanggal lahir",
      en: "is not a NIK: 16 digits, the 7th to 12th a birth date",
    };
  }
  const pattern = shape.type === "string" ? (shape.pattern ?? "") : "";
  return { id: `harus berbentuk ${pattern}`, en: `must have the form ${pattern}` };
}

function showing(value: unknown): string {
  if (typeof value === "string") {
    return ` (${JSON.stringify(value.length > 40 ? `${value.slice(0, 40)}…` : value)})`;
  }
  return typeof value === "number" || typeof value === "boolean" ? ` (${value})` : "";
}

const THOUSANDS = /^(?:Rp\.?\s*)?(\d{1,3}(?:\.\d{3})+|\d+)(?:,00)?$/;

/** "16.800", "Rp16.800", "16800" and, for money, 16.8 most likely mean 16800. */
function plainNumber(shape: FactShape, value: unknown): string | null {
  if (shape.type !== "integer" && shape.type !== "number" && shape.type !== "money") return null;
  if (typeof value === "string") return THOUSANDS.exec(value)?.[1]?.replaceAll(".", "") ?? null;
  if (shape.type !== "money" || typeof value !== "number") return null;
  const thousands = Math.round(value * 1000);
  return Number.isSafeInteger(thousands) && thousands / 1000 === value ? `${thousands}` : null;
}
