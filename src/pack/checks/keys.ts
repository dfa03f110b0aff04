import { missingKey } from "../diagnostics/form.ts";
import { unknownKey } from "../diagnostics/names.ts";
import { type JsonNode, memberOf, membersOf } from "../json/nodes.ts";
import { suggest } from "../suggest.ts";
import type { Report } from "./rule-file.ts";

/** What people write for the keys of rules in Indonesian, or in other rules languages. */
const OTHER_WORDS: Readonly<Record<string, readonly string[]>> = {
  and: ["all"],
  ada: ["some"],
  atau: ["any"],
  bila: ["when"],
  bukan: ["not"],
  catatan: ["note"],
  dan: ["all"],
  dari: ["from"],
  dinas: ["owner"],
  fakta: ["fact", "facts"],
  grup: ["groups", "every"],
  harapan: ["expect"],
  hasil: ["outcome"],
  hingga: ["until"],
  if: ["when"],
  inggris: ["en"],
  indonesia: ["id"],
  jenis: ["type", "kind"],
  jika: ["when"],
  judul: ["title"],
  kalau: ["when"],
  keberatan: ["objection"],
  kecuali: ["when"],
  kode: ["codes"],
  kondisi: ["condition", "conditions"],
  kontak: ["contact"],
  kurang: ["minus", "missing"],
  maksimal: ["maximum", "maxItems"],
  minimal: ["minimum", "minItems"],
  mulai: ["from"],
  nama: ["name"],
  nilai: ["value", "values"],
  none: ["not"],
  oleh: ["by"],
  or: ["any"],
  parameter: ["parameters"],
  pasal: ["article"],
  pemilik: ["owner"],
  pribadi: ["personal"],
  sampai: ["until"],
  satuan: ["unit"],
  semua: ["all"],
  setiap: ["every"],
  sumber: ["source", "sources"],
  syarat: ["requirements", "conditions"],
  persyaratan: ["requirements"],
  tambah: ["plus"],
  tanggal: ["date", "asOf", "from"],
  teks: ["text"],
  tidak: ["not"],
};

/** The key, of those that may still be written, that a word most likely means. */
export function meantKey(word: string, free: readonly string[]): string | null {
  const lower = word.trim().toLowerCase();
  const others = Object.hasOwn(OTHER_WORDS, lower) ? (OTHER_WORDS[lower] ?? []) : [];
  return others.find((other) => free.includes(other)) ?? suggest(word.trim(), free);
}

/** The keys of an object that it may not have, each told with the one that was meant. */
export function reportUnknownKeys(
  node: JsonNode,
  known: readonly string[],
  report: Report,
  isUnknown: (key: string) => boolean = (key) => !known.includes(key),
): void {
  const unknown = membersOf(node).filter(({ key }) => isUnknown(key));
  if (unknown.length === 0) return;
  const free = freeKeys(node, known);
  for (const { key, keySpan } of unknown) {
    report(keySpan, unknownKey(key, meantKey(key, free), free));
  }
}

/** Tells a key that is missing, unless it is only misspelt, which is told of the key that stands. */
export function reportMissingKey(
  node: JsonNode,
  key: string,
  known: readonly string[],
  report: Report,
): void {
  if (!isMisspelt(node, key, known)) report(node, missingKey(key));
}

/** True where one of the object's unknown keys most likely means this one. */
export function isMisspelt(node: JsonNode, key: string, known: readonly string[]): boolean {
  const free = freeKeys(node, known);
  return membersOf(node).some(
    (member) => !known.includes(member.key) && meantKey(member.key, free) === key,
  );
}

function freeKeys(node: JsonNode, known: readonly string[]): readonly string[] {
  return known.filter((key) => memberOf(node, key) === undefined);
}
