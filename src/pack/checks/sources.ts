import * as z from "zod";
import type { Source } from "../../engine/model/pack.ts";
import { endsBeforeItsDate } from "../diagnostics/entries.ts";
import { unknownSource } from "../diagnostics/names.ts";
import { itemsOf, type JsonNode, memberOf } from "../json/nodes.ts";
import { sourceSchema, sourcesFileSchema } from "../schemas/sources.ts";
import { type Declared, lookUp, suggestDeclared } from "./declared.ts";
import { declare, readAs, readEntries } from "./entries.ts";
import { checkHyphenedId } from "./ids.ts";
import type { Report, RuleFile } from "./rule-file.ts";

const FILE = sourcesFileSchema(z.unknown());

/** Checks a `sources.json`, national or of a city. */
export function checkSources(file: RuleFile): Declared<Source> {
  const whole = readAs(file.root, "sources.json", FILE, file.report);
  const entries = readEntries(file, "sources", sourceSchema);
  for (const { id, keySpan, node, value } of entries) {
    checkHyphenedId(id, keySpan, file.report);
    if (value?.until === undefined) continue;
    const { until, date } = value;
    // Compared as far as both are told: "2024" may well end in "2024-12".
    const told = Math.min(until.length, date.length);
    if (until.slice(0, told) < date.slice(0, told)) {
      file.report(memberOf(node, "until") ?? node, endsBeforeItsDate(until, date));
    }
  }
  return declare(file, "sources", entries, whole !== null);
}

/** Checks that what `sources` of a requirement or parameter cites is declared. */
export function checkCitations(owner: JsonNode, sources: Declared<Source>, report: Report): void {
  for (const citation of itemsOf(memberOf(owner, "sources"))) {
    const source = memberOf(citation, "source");
    if (source?.kind !== "string" || lookUp(sources, source.value) !== undefined) continue;
    report(source, unknownSource(source.value, suggestDeclared(source.value, sources)));
  }
}
