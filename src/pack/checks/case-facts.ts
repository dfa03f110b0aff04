import { isReserved, readReference } from "../../engine/conditions/references.ts";
import { DEFAULT_MAX_ITEMS } from "../../engine/facts/shapes.ts";
import type { Group } from "../../engine/model/catalogue.ts";
import { factSetByLayak, wrongCount } from "../diagnostics/cases.ts";
import { notAFactOfTheGroup } from "../diagnostics/conditions.ts";
import { wrongKind } from "../diagnostics/form.ts";
import { unknownFact } from "../diagnostics/names.ts";
import { outOfLimits } from "../diagnostics/values.ts";
import { kindInWords } from "../diagnostics/words.ts";
import { type JsonNode, type Member, membersOf } from "../json/nodes.ts";
import { suggest } from "../suggest.ts";
import type { DeclaredCatalogue } from "./catalogue.ts";
import { lookUp } from "./declared.ts";
import type { Report } from "./rule-file.ts";
import { checkValue } from "./values.ts";

/**
 * Checks the facts of a case against the catalogue, each at its own place. What passes here the
 * engine takes, and nothing else: both ask the same shapes.
 */
export function checkCaseFacts(node: JsonNode, catalogue: DeclaredCatalogue, report: Report): void {
  for (const member of membersOf(node)) {
    const fact = lookUp(catalogue.facts, member.key);
    const group = lookUp(catalogue.groups, member.key);
    if (fact?.compute !== undefined) report(member.keySpan, factSetByLayak(member.key));
    else if (fact !== undefined) checkFact(member, catalogue, report);
    else if (group === undefined) reportUndeclared(member, catalogue, report);
    else if (group !== null) checkGroup(member, group, catalogue, report);
  }
}

function checkFact({ key, value }: Member, { facts }: DeclaredCatalogue, report: Report): void {
  const fact = lookUp(facts, key);
  if (fact === null || fact === undefined) return;
  checkValue(value, fact, { name: key, nullable: true, report, beyond: outOfLimits });
}

function reportUndeclared(
  { key, keySpan }: Member,
  { facts, groups }: DeclaredCatalogue,
  report: Report,
): void {
  if (isSetByLayak(key, groups.entries)) report(keySpan, factSetByLayak(key));
  else {
    const known = [...facts.entries.keys(), ...groups.entries.keys()];
    report(keySpan, unknownFact(key, suggest(key, known)));
  }
}

function isSetByLayak(id: string, groups: ReadonlyMap<string, unknown>): boolean {
  return isReserved(id) || readReference(id, groups).kind === "count";
}

function checkGroup(
  { key, value }: Member,
  group: Group,
  catalogue: DeclaredCatalogue,
  report: Report,
): void {
  if (value.kind === "null") return;
  if (value.kind !== "array") {
    report(value, wrongKind(key, kindInWords("array"), value));
    return;
  }
  const least = group.minItems ?? 0;
  const most = group.maxItems ?? DEFAULT_MAX_ITEMS;
  const count = value.items.length;
  if (count < least || count > most) report(value, wrongCount(key, count, least, most));
  for (const [index, item] of value.items.entries()) {
    if (item.kind === "object") {
      for (const member of item.members) checkItemFact(member, key, group, catalogue, report);
    } else if (item.kind !== "null") {
      report(item, wrongKind(`${key}[${index}]`, kindInWords("object"), item));
    }
  }
}

function checkItemFact(
  member: Member,
  groupId: string,
  group: Group,
  catalogue: DeclaredCatalogue,
  report: Report,
): void {
  const { key, keySpan } = member;
  const fact = lookUp(catalogue.facts, key);
  if (fact?.compute !== undefined) report(keySpan, factSetByLayak(key));
  else if (fact === undefined) {
    if (isSetByLayak(key, catalogue.groups.entries)) report(keySpan, factSetByLayak(key));
    else report(keySpan, unknownFact(key, suggest(key, group.facts)));
  } else if (!group.facts.includes(key)) {
    report(keySpan, notAFactOfTheGroup(key, groupId, group.facts));
  } else {
    checkFact(member, catalogue, report);
  }
}
