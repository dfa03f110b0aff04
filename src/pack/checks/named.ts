import * as z from "zod";
import type { Parameter } from "../../engine/model/pack.ts";
import type { Condition } from "../../engine/model/policy.ts";
import {
  circularConditions,
  conditionMisfitsGroup,
  groupInsideGroupThrough,
  growsTooLarge,
} from "../diagnostics/conditions.ts";
import { memberOf, membersOf } from "../json/nodes.ts";
import { DEEPEST } from "../json/parse.ts";
import { conditionsFileSchema } from "../schemas/conditions.ts";
import { isComputed } from "./behind.ts";
import type { DeclaredCatalogue } from "./catalogue.ts";
import { orderConditions } from "./circles.ts";
import { checkCondition } from "./condition.ts";
import { rootContext, type Vocabulary } from "./context.ts";
import { type Declared, lookUp } from "./declared.ts";
import { readAs } from "./entries.ts";
import { checkHyphenedId } from "./ids.ts";
import { type Closure, closureOf, type NamedUse, noReads, type Reads } from "./reads.ts";
import type { Place, Report, RuleFile } from "./rule-file.ts";
import { checkTexts } from "./texts.ts";

/** The named conditions of a city, and what each reads when it is written out. */
export interface NamedConditions {
  readonly names: Declared<true>;
  readonly conditions: ReadonlyMap<string, Condition>;
  readonly closures: ReadonlyMap<string, Closure>;
}

const FILE = conditionsFileSchema(z.unknown());

/** More parts than anyone can read: conditions that double each other grow beyond all bounds. */
const MOST_PARTS = 10_000;

/** Checks a city's `conditions.json`; each condition once, where it is defined. */
export function checkNamedConditions(
  file: RuleFile,
  catalogue: DeclaredCatalogue,
  parameters: Declared<Parameter>,
): NamedConditions {
  const { report } = file;
  const whole = readAs(file.root, "conditions.json", FILE, report);
  const node = memberOf(file.root, "conditions");
  const members = membersOf(node);
  const names: Declared<true> = {
    entries: new Map(members.map(({ key }) => [key, true])),
    complete: whole !== null || node?.kind === "object",
  };
  const vocabulary: Vocabulary = { catalogue, parameters, conditions: names };
  const conditions = new Map<string, Condition>();
  const reads = new Map<string, Reads>();
  for (const { key, keySpan, value } of members) {
    checkHyphenedId(key, keySpan, report);
    const own = noReads();
    const condition = checkCondition(value, rootContext(vocabulary, own, report), key);
    reads.set(key, own);
    if (condition !== null) conditions.set(key, condition);
  }
  const places = new Map<string, Place>(members.map(({ key, value }) => [key, value]));
  const uses = new Map([...reads].map(([name, own]) => [name, own.uses]));
  const { order, circles } = orderConditions(uses);
  for (const { chain, use } of circles) report(use.place, circularConditions(chain));

  const closures = new Map<string, Closure>();
  for (const name of order) {
    const own = reads.get(name) ?? noReads();
    const place = places.get(name) ?? file.root;
    const closure = closeCondition(own, closures, catalogue, place, report);
    closures.set(name, closure);
    checkTexts(own.texts, { vocabulary, closure, report });
  }
  return { names, conditions, closures };
}

/** Writes a condition's named conditions out, and checks that they fit where they stand. */
export function closeCondition(
  reads: Reads,
  closures: ReadonlyMap<string, Closure>,
  catalogue: DeclaredCatalogue,
  place: Place,
  report: Report,
): Closure {
  for (const use of reads.uses) checkUse(use, closures.get(use.name), catalogue, report);
  const closure = closureOf(reads, closures);
  const tooDeep = closure.depth > DEEPEST;
  if (closure.tooLarge || (!tooDeep && closure.parts <= MOST_PARTS)) return closure;
  report(place, tooDeep ? growsTooLarge("deep", DEEPEST) : growsTooLarge("many", MOST_PARTS));
  return { ...closure, tooLarge: true };
}

/** Inside a group, a named condition may read nothing but the facts of the group's items. */
function checkUse(
  { name, group: groupId, place }: NamedUse,
  closure: Closure | undefined,
  catalogue: DeclaredCatalogue,
  report: Report,
): void {
  if (groupId === null || closure === undefined) return;
  for (const inner of closure.groups) {
    report(place, groupInsideGroupThrough(name, inner, groupId));
  }
  const group = lookUp(catalogue.groups, groupId);
  if (group === null || group === undefined) return;
  for (const fact of closure.outer) {
    if (isComputed(fact, catalogue)) continue;
    if (!group.facts.includes(fact)) report(place, conditionMisfitsGroup(name, fact, groupId));
  }
}
