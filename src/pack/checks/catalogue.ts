import * as z from "zod";
import type { Fact, Group } from "../../engine/model/catalogue.ts";
import type { Parameter } from "../../engine/model/pack.ts";
import { columnOf } from "../column-name.ts";
import { leastExceedsMost, listedTwice } from "../diagnostics/entries.ts";
import { columnTaken, idTakenByGroup, unknownFact } from "../diagnostics/names.ts";
import { outOfLimits } from "../diagnostics/values.ts";
import { itemsOf, type JsonNode, memberOf, membersOf } from "../json/nodes.ts";
import { factSchema, factsFileSchema, groupSchema } from "../schemas/catalogue.ts";
import { checkComputed } from "./computing.ts";
import { checkComputedCircles } from "./computing-circles.ts";
import { type Declared, lookUp, suggestDeclared, UNREADABLE } from "./declared.ts";
import { declare, type Entry, readAs, readEntries } from "./entries.ts";
import { checkFactId } from "./ids.ts";
import type { Report, RuleFile } from "./rule-file.ts";
import { checkValue } from "./values.ts";

/** The facts and groups that conditions and cases may name. */
export interface DeclaredCatalogue {
  readonly facts: Declared<Fact>;
  readonly groups: Declared<Group>;
}

const FILE = factsFileSchema(z.unknown(), z.unknown());

/** Checks `facts.json`; null stands for a file that could not be read, which was told before. */
export function checkCatalogue(file: RuleFile | null): DeclaredCatalogue {
  if (file === null) return { facts: UNREADABLE, groups: UNREADABLE };
  const whole = readAs(file.root, "facts.json", FILE, file.report);
  const factEntries = readEntries(file, "facts", factSchema);
  const groupEntries = readEntries(file, "groups", groupSchema);
  const facts = declare(file, "facts", factEntries, whole !== null);
  const groups = declare(file, "groups", groupEntries, whole !== null);
  for (const entry of factEntries) {
    checkFactId(entry.id, entry.keySpan, file.report);
    if (entry.value !== null) checkFact(entry.node, entry.value, entry.id, file.report);
  }
  for (const entry of groupEntries) {
    checkFactId(entry.id, entry.keySpan, file.report);
    checkGroup(entry, facts, file.report);
  }
  for (const { id, keySpan } of factEntries) {
    const taker = [id, id.replace(/\.count$/, "")].find((group) => groups.entries.has(group));
    if (taker !== undefined) file.report(keySpan, idTakenByGroup(id, taker));
  }
  checkColumns([...factEntries, ...groupEntries], file.report);
  return { facts, groups };
}

/** Every fact and group needs a column of its own wherever tables of applications are decided. */
function checkColumns(
  entries: readonly Pick<Entry<unknown>, "id" | "keySpan">[],
  report: Report,
): void {
  const first = new Map<string, string>();
  for (const { id, keySpan } of entries) {
    const column = columnOf(id);
    const other = first.get(column);
    if (other === undefined) first.set(column, id);
    else if (other !== id) report(keySpan, columnTaken(id, other, column));
  }
}

/** Checks what computed facts compute, once the parameters are known that they may name. */
export function checkComputedFacts(
  file: RuleFile,
  catalogue: DeclaredCatalogue,
  parameters: Declared<Parameter>,
): void {
  const vocabulary = { catalogue, parameters, report: file.report };
  const members = membersOf(memberOf(file.root, "facts"));
  for (const { key, value: node } of members) {
    const fact = catalogue.facts.entries.get(key);
    if (fact !== null && fact !== undefined) checkComputed(node, key, fact, vocabulary);
  }
  checkComputedCircles(catalogue, (id, finding) => {
    const at = members.find(({ key }) => key === id);
    file.report(at?.keySpan ?? file.root, finding);
  });
}

function checkFact(node: JsonNode, fact: Fact, id: string, report: Report): void {
  checkShape(node, report);
  if (fact.actionable === undefined || fact.actionable === true) return;
  const shape = fact.type === "list" ? fact.items : fact;
  for (const item of itemsOf(memberOf(node, "actionable"))) {
    checkValue(item, shape, { name: id, nullable: false, report, beyond: outOfLimits });
  }
}

/** What a schema cannot say of a shape: the order of its limits, its own and its items'. */
export function checkShape(node: JsonNode, report: Report): void {
  checkLimits(node, "minimum", "maximum", report);
  const items = memberOf(node, "items");
  if (items !== undefined) checkShape(items, report);
}

function checkLimits(node: JsonNode, least: string, most: string, report: Report): void {
  const from = memberOf(node, least);
  const to = memberOf(node, most);
  if (from?.kind !== "number" || to?.kind !== "number" || from.value <= to.value) return;
  report(from, leastExceedsMost(least, from.value, most, to.value));
}

function checkGroup({ node }: Entry<Group>, facts: Declared<Fact>, report: Report): void {
  checkLimits(node, "minItems", "maxItems", report);
  const seen = new Set<string>();
  for (const item of itemsOf(memberOf(node, "facts"))) {
    if (item.kind !== "string") continue;
    const { value: id } = item;
    if (seen.has(id)) report(item, listedTwice(id));
    else if (lookUp(facts, id) === undefined) {
      report(item, unknownFact(id, suggestDeclared(id, facts)));
    }
    seen.add(id);
  }
}
