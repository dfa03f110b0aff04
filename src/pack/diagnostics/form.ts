import type { JsonNode } from "../json/nodes.ts";
import { type Finding, finding } from "./diagnostic.ts";
import { exampleOf, NO_EXAMPLE } from "./examples.ts";
import type { Words } from "./values.ts";
import { chooseOneOf, described, kindInWords, quote, shown } from "./words.ts";

/** `LYK301` to `LYK306`: the form that an entry must have. */

export function missingKey(key: string, example: string = exampleOf(key)): Finding {
  return finding(
    "LYK301",
    { id: `kunci ${quote(key)} tidak ada`, en: `the key ${quote(key)} is missing` },
    {
      id: `tambahkan, misalnya ${quote(key)}: ${example}`,
      en: `add it, such as ${quote(key)}: ${example}`,
    },
  );
}

/** `write` is what stands there once it is mended; an example where nothing better is known. */
export function wrongKind(
  name: string,
  wanted: Words,
  node: JsonNode,
  write: string = exampleFor(name, wanted, node),
): Finding {
  const actual = described(node);
  return finding(
    "LYK302",
    {
      id: `${quote(name)} harus ${wanted.id}, bukan ${actual.id}`,
      en: `${quote(name)} must be ${wanted.en}, not ${actual.en}`,
    },
    write === NO_EXAMPLE
      ? { id: `tulis ${wanted.id}`, en: `write ${wanted.en}` }
      : { id: `tulis, misalnya, ${write}`, en: `write, for instance, ${write}` },
  );
}

/** An example of the kind that is wanted; a list of what was written stands for any list. */
function exampleFor(name: string, wanted: Words, node: JsonNode): string {
  if (node.kind === "object" && wanted === kindInWords("array")) return "[{ … }]";
  const example = exampleOf(name);
  const mark = { [kindInWords("object").en]: "{", [kindInWords("array").en]: "[" }[wanted.en];
  return mark === undefined || example.startsWith(mark) ? example : NO_EXAMPLE;
}

export function notAText(name: string, node: JsonNode): Finding {
  const actual = described(node);
  const written = node.kind === "string" && node.value.length <= 60 ? quote(node.value) : '"…"';
  return finding(
    "LYK302",
    {
      id: `${quote(name)} harus teks dengan bahasanya, bukan ${actual.id}`,
      en: `${quote(name)} must be a text with its language, not ${actual.en}`,
    },
    { id: `tulis { "id": ${written} }`, en: `write { "id": ${written} }` },
  );
}

export function notAChoice(
  name: string,
  node: JsonNode,
  meant: string | null,
  choices: readonly string[],
): Finding {
  const actual = shown(node);
  return finding(
    "LYK303",
    {
      id: `${quote(name)} tidak boleh ${actual.id}`,
      en: `${quote(name)} cannot be ${actual.en}`,
    },
    chooseOneOf(meant, choices),
  );
}

export function emptyText(name: string): Finding {
  return finding(
    "LYK304",
    { id: `teks ${quote(name)} kosong`, en: `the text ${quote(name)} is empty` },
    { id: "isi teksnya, atau hapus kuncinya", en: "fill it in, or delete its key" },
  );
}

export function settingOutOfLimits(name: string, node: JsonNode, limit: Words): Finding {
  const actual = shown(node);
  return finding(
    "LYK305",
    {
      id: `${quote(name)} harus ${limit.id}, bukan ${actual.id}`,
      en: `${quote(name)} must be ${limit.en}, not ${actual.en}`,
    },
    { id: `tulis ${limit.id}, atau hapus`, en: `write ${limit.en}, or delete it` },
  );
}

export function nothingInside(name: string): Finding {
  return finding(
    "LYK306",
    { id: `${quote(name)} tidak boleh kosong`, en: `${quote(name)} must not be empty` },
    { id: "tulis sedikitnya satu isi", en: "write at least one thing in it" },
  );
}
