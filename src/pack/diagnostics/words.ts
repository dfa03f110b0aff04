import type { Text } from "../../engine/model/text.ts";
import type { JsonNode } from "../json/nodes.ts";

const LONGEST = 60;
const MOST_LISTED = 12;

/** The user's own word in quotes: always one line, never longer than a line can hold. */
export function quote(word: string): string {
  const short = word.length > LONGEST ? `${word.slice(0, LONGEST)}…` : word;
  return JSON.stringify(short).replace(
    /[\u007f-\u009f\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** Words as a list: `"a", "b", …`. */
export function listed(words: readonly string[]): string {
  const shown = words.slice(0, MOST_LISTED).map(quote);
  return (words.length > MOST_LISTED ? [...shown, "…"] : shown).join(", ");
}

export function didYouMean(meant: string | null): Text | undefined {
  if (meant === null) return undefined;
  return { id: `mungkin maksudnya ${quote(meant)}?`, en: `did you mean ${quote(meant)}?` };
}

/** Names the nearest word; where none is near, all that there are. */
export function didYouMeanOneOf(meant: string | null, words: readonly string[]): Text | undefined {
  if (meant !== null) return didYouMean(meant);
  if (words.length === 0) return undefined;
  return { id: `yang ada: ${listed(words)}`, en: `there are: ${listed(words)}` };
}

/** As {@link didYouMeanOneOf}; where there is nothing to choose from, what stands is to go. */
export function chooseOneOf(meant: string | null, words: readonly string[]): Text {
  return didYouMeanOneOf(meant, words) ?? { id: "hapus ini", en: "delete this" };
}

const KINDS: Readonly<Record<JsonNode["kind"], { readonly id: string; readonly en: string }>> = {
  object: { id: "objek { }", en: "an object { }" },
  array: { id: "daftar [ ]", en: "a list [ ]" },
  string: { id: "teks", en: "text" },
  number: { id: "angka", en: "a number" },
  boolean: { id: "true/false", en: "true/false" },
  null: { id: "null", en: "null" },
};

/** A node in words: what kind of JSON it is and, of a scalar, what was written. */
export function described(node: JsonNode): { readonly id: string; readonly en: string } {
  const { id, en } = KINDS[node.kind];
  if (node.kind === "string")
    return { id: `${id} ${quote(node.value)}`, en: `${en} ${quote(node.value)}` };
  if (node.kind === "number") return { id: `${id} ${node.raw}`, en: `the number ${node.raw}` };
  if (node.kind === "boolean") return { id: String(node.value), en: String(node.value) };
  return { id, en };
}

/** A node as it was written, or what kind of JSON it is. */
export function shown(node: JsonNode): { readonly id: string; readonly en: string } {
  if (node.kind === "string") return { id: quote(node.value), en: quote(node.value) };
  return node.kind === "number" ? { id: node.raw, en: node.raw } : described(node);
}

/** A kind of JSON as it is asked for. */
export function kindInWords(kind: string): { readonly id: string; readonly en: string } {
  switch (kind) {
    case "object":
    case "record":
      return KINDS.object;
    case "array":
      return KINDS.array;
    case "boolean":
      return { id: "true atau false", en: "true or false" };
    case "int":
      return { id: "bilangan bulat", en: "a whole number" };
    case "number":
      return KINDS.number;
    default:
      return KINDS.string;
  }
}
