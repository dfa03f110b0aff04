import { noSources, unconfirmed } from "../diagnostics/entries.ts";
import { itemsOf, type JsonNode, memberOf, stringOf } from "../json/nodes.ts";
import type { Report } from "./rule-file.ts";

/** `confirmed` says who saw the instrument, and when. */
export function checkConfirmation(owner: JsonNode, report: Report): void {
  if (stringOf(owner, "provenance") !== "confirmed") return;
  const absent = ["by", "on"].filter((key) => memberOf(owner, key) === undefined);
  if (absent.length > 0) report(memberOf(owner, "provenance") ?? owner, unconfirmed(absent));
}

/** Only what is assumed may do without a source. */
export function checkHasSources(owner: JsonNode, provenance: string, report: Report): void {
  const sources = memberOf(owner, "sources");
  if (sources?.kind !== "array" || itemsOf(sources).length > 0 || provenance === "assumed") return;
  report(sources, noSources(provenance));
}
