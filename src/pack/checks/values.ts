import { DEFAULT_MAX_ITEMS, faultOf } from "../../engine/facts/shapes.ts";
import type { FactShape, ListShape, ScalarShape } from "../../engine/model/catalogue.ts";
import { unknownCode } from "../diagnostics/names.ts";
import {
  notADate,
  nullNotAllowed,
  type outOfLimits,
  thousandsDots,
  valueMisfit,
  type Words,
} from "../diagnostics/values.ts";
import { quote } from "../diagnostics/words.ts";
import type { JsonNode } from "../json/nodes.ts";
import { plainNumberOf } from "../json/numbers.ts";
import { plainDateOf } from "./dates.ts";
import type { Report } from "./rule-file.ts";
import { asList, meantCode, remedyOf, same, writing } from "./value-remedies.ts";

/** How a value is checked: what it is called, whether it may be unknown, and who is told. */
export interface ValueCheck {
  readonly name: string;
  readonly nullable: boolean;
  readonly report: Report;
  /** The comparison that the value stands in; null where nothing is compared with it. */
  readonly comparedBy?: string;
  /** Words a value that has the right type, but lies out of its shape's limits. */
  readonly beyond: typeof outOfLimits;
}

/** Holds a value against a shape; the shapes' own check decides, this finds place and words. */
export function checkValue(node: JsonNode, shape: FactShape, check: ValueCheck): void {
  if (node.kind === "null") {
    if (!check.nullable) check.report(node, nullNotAllowed(check.name));
  } else if (shape.type === "list") {
    checkList(node, shape, check);
  } else {
    checkScalar(node, shape, check);
  }
}

function checkList(node: JsonNode, shape: ListShape, check: ValueCheck): void {
  if (node.kind !== "array") {
    const write = node.kind === "object" ? LIST : same(asList(node));
    check.report(node, valueMisfit(check.name, LIST, node, writing(write)));
    return;
  }
  const most = shape.maxItems ?? DEFAULT_MAX_ITEMS;
  if (node.items.length > most) {
    const limit = { id: `paling banyak ${most} isi`, en: `a list of at most ${most} items` };
    check.report(node, check.beyond(check.name, node, limit));
    return;
  }
  for (const item of node.items) checkValue(item, shape.items, check);
}

function checkScalar(node: JsonNode, shape: ScalarShape, check: ValueCheck): void {
  const { name, report } = check;
  const dotted = dottedNumber(node, shape);
  if (dotted !== null) {
    report(node, thousandsDots(name, dotted.written, dotted.plain));
    return;
  }
  const value = node.kind === "object" || node.kind === "array" ? undefined : node.value;
  if (isCodeOf(shape, value)) return;
  const fault = faultOf(shape, value);
  if (fault === null) return;
  switch (fault.kind) {
    case "type":
      report(
        node,
        valueMisfit(name, WANTED[shape.type], node, remedyOf(node, shape, check.comparedBy)),
      );
      return;
    case "date":
      report(node, notADate(name, String(value), plainDateOf(String(value))));
      return;
    case "code": {
      const codes = shape.type === "code" ? Object.keys(shape.codes) : [];
      report(node, unknownCode(name, String(value), meantCode(String(value), shape), codes));
      return;
    }
    case "range": {
      const { bound } = fault;
      const limit =
        fault.limit === "minimum"
          ? { id: `paling sedikit ${bound}`, en: `at least ${bound}` }
          : { id: `paling banyak ${bound}`, en: `at most ${bound}` };
      report(node, check.beyond(name, node, limit));
      return;
    }
    case "length": {
      const { maximum } = fault;
      const limit = {
        id: `paling panjang ${maximum} karakter`,
        en: `at most ${maximum} characters long`,
      };
      report(node, check.beyond(name, node, limit));
      return;
    }
    case "format":
      report(node, check.beyond(name, node, formOf(shape)));
      return;
    default:
  }
}

/** What `faultOf` says of a code too, without going through all of them. */
export function isCodeOf(shape: ScalarShape, value: unknown): boolean {
  return shape.type === "code" && typeof value === "string" && Object.hasOwn(shape.codes, value);
}

const LIST: Words = { id: "daftar dalam tanda [ ]", en: "a list in [ ]" };

const WANTED: Readonly<Record<ScalarShape["type"], Words>> = {
  boolean: { id: "true atau false", en: "true or false" },
  integer: { id: "bilangan bulat", en: "a whole number" },
  number: { id: "angka", en: "a number" },
  decimal: { id: "angka desimal", en: "a decimal number" },
  money: { id: "rupiah bulat", en: "whole rupiah" },
  date: { id: 'tanggal "TTTT-BB-HH"', en: 'a date "YYYY-MM-DD"' },
  string: { id: "teks", en: "text" },
  code: { id: "salah satu kode", en: "one of the codes" },
};

function formOf(shape: ScalarShape): Words {
  if (shape.type !== "string" || shape.format === "nik") {
    return { id: "NIK 16 angka", en: "a NIK of 16 digits" };
  }
  const pattern = quote(shape.pattern ?? "");
  return { id: `teks berpola ${pattern}`, en: `text of the pattern ${pattern}` };
}

const SEPARATED = /^(?:Rp\.?\s*)?-?[1-9]\d{0,2}(?:[.,]\d{3})+(?:[.,]\d+|,-)?$/;

/** "16.800" as text, or written without quotes for a whole number, means 16800. */
function dottedNumber(
  node: JsonNode,
  shape: ScalarShape,
): { readonly written: string; readonly plain: string } | null {
  const whole = shape.type === "integer" || shape.type === "money";
  if (!whole && shape.type !== "number") return null;
  const written = node.kind === "string" ? node.value : node.kind === "number" ? node.raw : "";
  if (node.kind === "number" && !whole) return null;
  if (!SEPARATED.test(written)) return null;
  const plain = plainNumberOf(written);
  return plain === null ? null : { written, plain };
}
