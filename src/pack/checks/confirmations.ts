import { isDate } from "../../engine/values/calendar.ts";
import { confirmedTooEarly } from "../diagnostics/confirmations.ts";
import { itemsOf, type JsonNode, memberOf, membersOf, stringOf } from "../json/nodes.ts";
import type { RuleFile } from "./rule-file.ts";

/** Nobody confirms on a day to come: neither what a case expects nor what rules rest on. */
export function checkConfirmations({ path, root, report }: RuleFile, today: string): void {
  const owners = path.endsWith("/cases.json") ? casesConfirmed(root) : confirmedIn(root);
  for (const owner of owners) {
    const on = stringOf(owner, "on");
    const place = memberOf(owner, "on");
    // What is no date is told as that.
    if (on === undefined || place === undefined || !isDate(on)) continue;
    if (on > today) report(place, confirmedTooEarly(on, today));
  }
}

function casesConfirmed(root: JsonNode): readonly JsonNode[] {
  return itemsOf(root).flatMap((test) => memberOf(test, "confirmed") ?? []);
}

function confirmedIn(node: JsonNode, found: JsonNode[] = []): readonly JsonNode[] {
  if (stringOf(node, "provenance") === "confirmed") found.push(node);
  for (const { value } of membersOf(node)) confirmedIn(value, found);
  for (const item of itemsOf(node)) confirmedIn(item, found);
  return found;
}
