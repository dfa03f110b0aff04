import { AS_OF, parameterName } from "../../engine/conditions/references.ts";
import { suggest } from "../suggest.ts";
import type { Vocabulary } from "./context.ts";

/**
 * The name that was most likely meant by a word that names nothing: of a fact, a group's count,
 * `asOf` or a parameter. Knows labels, parameters without their prefix, other spellings, and names
 * of which only a part was written. `only` narrows the facts, where a condition may not read all.
 */
export function suggestReference(
  word: string,
  { catalogue, parameters }: Vocabulary,
  only?: Iterable<string>,
): string | null {
  const { facts, groups } = catalogue;
  const ids = [...(only ?? facts.entries.keys())];
  const counts = only === undefined ? [...groups.entries.keys()].map((id) => `${id}.count`) : [];
  const bare = [...parameters.entries.keys()];
  const names = [...ids, ...counts, AS_OF, ...bare.map(parameterName)];
  const labels = [
    ...ids.map((id) => ({ name: id, label: facts.entries.get(id)?.label })),
    ...bare.map((id) => ({ name: parameterName(id), label: parameters.entries.get(id)?.label })),
  ];
  const written = plain(word);
  if (meansToday(word)) return AS_OF;
  const same = (name: string) => plain(name) === written;
  const labelled = labels.find(({ label }) =>
    [label?.id, label?.en].some((text) => text !== undefined && same(text)),
  );
  const unprefixed = bare.find(same);
  const near =
    names.find(same) ??
    (unprefixed === undefined ? undefined : parameterName(unprefixed)) ??
    labelled?.name ??
    suggest(word, names);
  if (near !== null) return near;
  const parameter = suggest(word, bare);
  return parameter === null ? onlyOneWith(written, names) : parameterName(parameter);
}

/** What people call the day that is asked about. */
const TODAY = ["asof", "hariini", "sekarang", "today", "now", "tanggalpermohonan"];

/** True for a word that means the day that is asked about. */
export function meansToday(word: string): boolean {
  return TODAY.includes(plain(word));
}

/** The one name that begins or ends with what was written; null where there are several. */
function onlyOneWith(written: string, names: readonly string[]): string | null {
  if (written.length < 3) return null;
  const found = names.filter((name) => {
    const other = plain(name);
    return other.startsWith(written) || other.endsWith(written) || isPart(written, name);
  });
  const [first] = found;
  return found.length === 1 && first !== undefined ? first : null;
}

function isPart(written: string, name: string): boolean {
  return name.split(".").some((part) => plain(part) === written);
}

/** Letters and digits alone: `coverage_status` is `coverage.status` otherwise spelt. */
function plain(word: string): string {
  return word.toLowerCase().replace(/[^\p{L}\d]/gu, "");
}
