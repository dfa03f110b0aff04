import { faultOf } from "../../engine/facts/shapes.ts";
import type { ScalarShape } from "../../engine/model/catalogue.ts";
import type { Words } from "../diagnostics/values.ts";
import { listed } from "../diagnostics/words.ts";
import type { JsonNode, ScalarNode } from "../json/nodes.ts";
import { plainNumberOf } from "../json/numbers.ts";
import { suggest } from "../suggest.ts";
import { plainBooleanOf } from "./booleans.ts";
import { fractionIn, wholeNumberFor } from "./whole-numbers.ts";

/** A value as a list; words with commas between are several. */
export function asList(node: ScalarNode): string {
  const items = node.kind === "string" ? node.value.split(",").map((item) => item.trim()) : [];
  return items.length > 1
    ? `[${items.map((item) => JSON.stringify(item)).join(", ")}]`
    : `[${asWritten(node)}]`;
}

function asWritten(node: ScalarNode): string {
  return node.kind === "number" ? node.raw : JSON.stringify(node.value);
}

/** The code that was most likely meant: by its own words, or nearly as it is written. */
export function meantCode(word: string, shape: ScalarShape): string | null {
  if (shape.type !== "code") return null;
  const lower = word.trim().toLowerCase();
  const labelled = Object.entries(shape.codes).find(([, { id, en }]) =>
    [id, en].some((label) => label?.toLowerCase() === lower),
  );
  return labelled?.[0] ?? suggest(word, Object.keys(shape.codes));
}

/** A word that is the same in both languages. */
export function same(word: string): Words {
  return { id: word, en: word };
}

/** Tells people to write something. */
export function writing({ id, en }: Words): Words {
  return { id: `tulis ${id}`, en: `write ${en}` };
}

/** What to write in place of a value of another type; `comparedBy` is the comparison it stands in. */
export function remedyOf(
  node: JsonNode,
  shape: ScalarShape,
  comparedBy: string | undefined,
): Words {
  const fraction = fractionIn(node, shape);
  if (fraction !== null) return writing(wholeNumberFor(fraction, comparedBy));
  const written = rewritten(node, shape);
  if (written !== null) return writing(same(written));
  if (node.kind === "array") {
    return {
      id: `tulis satu nilai saja, tanpa [ ]: ${EXAMPLES[shape.type]}`,
      en: `write one value alone, without [ ]: ${EXAMPLES[shape.type]}`,
    };
  }
  if (shape.type === "code") {
    const codes = Object.keys(shape.codes);
    return { id: `yang ada: ${listed(codes)}`, en: `there are: ${listed(codes)}` };
  }
  return {
    id: `tulis, misalnya, ${EXAMPLES[shape.type]}`,
    en: `write, for instance, ${EXAMPLES[shape.type]}`,
  };
}

const EXAMPLES: Readonly<Record<ScalarShape["type"], string>> = {
  boolean: "true",
  integer: "5",
  number: "1.5",
  decimal: "12.5",
  money: "16800",
  date: '"2026-11-22"',
  string: '"A 1234 BC"',
  code: '"AKTIF"',
};

/** The same value as its type is written; null where there is no telling. */
function rewritten(node: JsonNode, shape: ScalarShape): string | null {
  if (node.kind === "array") {
    const [only, ...others] = node.items;
    return only !== undefined && others.length === 0 ? rewrittenItem(only, shape) : null;
  }
  if (node.kind === "string") {
    const { value } = node;
    if (shape.type === "boolean") return plainBooleanOf(value);
    if (shape.type === "integer" || shape.type === "number" || shape.type === "money") {
      return plainNumberOf(value.replace(/\s*[a-z%]+$/i, ""));
    }
    return null;
  }
  const { type } = shape;
  if (node.kind === "number" && type === "boolean") return plainBooleanOf(node.raw);
  if (node.kind !== "number" || (type !== "code" && type !== "string")) return null;
  if (type === "code" && !Object.hasOwn(shape.codes, node.raw)) return null;
  return `"${node.raw}"`;
}

/** The one item of a list, where it is a value of the shape. */
function rewrittenItem(node: JsonNode, shape: ScalarShape): string | null {
  if (node.kind === "object" || node.kind === "array" || node.kind === "null") return null;
  return faultOf(shape, node.value) === null ? asWritten(node) : rewritten(node, shape);
}
