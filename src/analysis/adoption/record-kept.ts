import { canonicalJson } from "../../engine/values/canonical.ts";
import { RECORD_PATH } from "../../pack/adoptions/record.ts";
import { type Diagnostic, diagnosticAt } from "../../pack/diagnostics/diagnostic.ts";
import { recordCut } from "../../pack/diagnostics/record.ts";
import { itemsOf, type JsonNode, memberOf, plainValueOf, stringOf } from "../../pack/json/nodes.ts";
import { type JsonFile, parseJson } from "../../pack/json/parse.ts";

/** The files of a rules directory by their path, and how the reader named the directory. */
export interface NamedTexts {
  readonly name: string;
  readonly texts: ReadonlyMap<string, string>;
}

/**
 * The record of adoptions is only ever added to: that of `to` begins with that of `from`, entry by
 * entry. Told is the first entry that does not stand there any more; null where all do.
 */
export function lostEntry(from: NamedTexts, to: NamedTexts): Diagnostic | null {
  const before = entriesIn(from);
  const after = entriesIn(to);
  const index = before.entries.findIndex((entry, at) => {
    const same = after.entries[at];
    return same === undefined || written(same) !== written(entry);
  });
  const lost = before.entries[index];
  if (lost === undefined) return null;
  const found = recordCut({
    number: index + 1,
    of: before.entries.length,
    adopted: {
      service: stringOf(lost, "service") ?? "?",
      version: stringOf(lost, "version") ?? "?",
      directory: to.name,
    },
    where: from.name,
  });
  const place = after.entries[index] ?? after.entries.at(-1);
  const position = after.json?.positionAt(place?.offset ?? 0) ?? { line: 1, column: 1 };
  return diagnosticAt(RECORD_PATH, position, found);
}

interface Entries {
  readonly json: JsonFile | null;
  readonly entries: readonly JsonNode[];
}

function entriesIn({ texts }: NamedTexts): Entries {
  const text = texts.get(RECORD_PATH);
  if (text === undefined) return { json: null, entries: [] };
  const json = parseJson(text);
  return { json, entries: itemsOf(memberOf(json.root ?? undefined, "adoptions")) };
}

/** However it is laid out. */
function written(entry: JsonNode): string {
  return canonicalJson(plainValueOf(entry));
}
