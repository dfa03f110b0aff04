import { isReserved, readReference } from "../conditions/references.ts";
import { type FactIssue, LayakError } from "../errors.ts";
import type { Fact, Facts, Group } from "../model/catalogue.ts";
import type { Pack } from "../model/pack.ts";
import { shortened } from "../suggest.ts";
import { DEFAULT_MAX_ITEMS, faultFinder } from "./shapes.ts";

/** What facts are checked against; a pack is one. */
export type Catalogue = Pick<Pack, "facts" | "groups" | "suggest" | "tellFault">;

/** More faults than this are not told: nobody reads them, and a hostile caller would make many. */
const MOST_ISSUES = 100;

/** Tells everything that is wrong with the facts of a question, whatever they are. */
export type FactChecker = (facts: unknown) => readonly FactIssue[];

/** Makes a catalogue into the function that checks facts against it. */
export function factChecker(catalogue: Catalogue): FactChecker {
  const checkRecord = recordCheck(catalogue, null);
  return (facts) => {
    const issues: FactIssue[] = [];
    if (isRecord(facts)) checkRecord(facts, "", issues);
    else issues.push(catalogue.tellFault("facts", { kind: "no-record" }));
    // A polluted prototype would give every application a fact that nobody asserted.
    for (const id in Object.prototype) {
      if (!catalogue.facts.has(id) && !catalogue.groups.has(id)) continue;
      issues.push(catalogue.tellFault(id, { kind: "inherited" }));
    }
    return issues;
  };
}

/** As {@link factChecker}, for one use. */
export function findFactIssues(catalogue: Catalogue, facts: unknown): readonly FactIssue[] {
  return factChecker(catalogue)(facts);
}

/**
 * Lets only facts pass that the engine can decide on.
 * @throws LayakError `facts-invalid` with one issue a fault, at most 100.
 */
export function passFacts(check: FactChecker, facts: unknown): asserts facts is Facts {
  const issues = check(facts);
  if (issues.length === 0) return;
  const text = {
    id: `Ada ${issues.length} fakta yang tidak dapat dipakai; keputusan tidak dibuat.`,
    en: `${issues.length} of the facts cannot be used; no decision was made.`,
  };
  throw new LayakError("facts-invalid", text, issues);
}

/** As {@link passFacts}, for one use. */
export function checkFacts(catalogue: Catalogue, facts: unknown): asserts facts is Facts {
  passFacts(factChecker(catalogue), facts);
}

/** Checks what stands somewhere: a fact, a group or a record of them; `at` is its place. */
type Check<Value> = (value: Value, at: string, issues: FactIssue[]) => void;

type Given = Readonly<Record<string, unknown>>;

/** The application's own record where `group` is null, else that of an item of the group. */
function recordCheck(catalogue: Catalogue, group: Group | null): Check<Given> {
  const checks = new Map<string, Check<unknown>>();
  for (const [id, fact] of catalogue.facts) {
    const belongs = group === null || group.facts.includes(id);
    if (belongs && fact.compute === undefined) checks.set(id, factCheck(catalogue, fact));
  }
  if (group === null) {
    for (const [id, declared] of catalogue.groups) checks.set(id, groupCheck(catalogue, declared));
  }
  return (record, at, issues) => {
    // Walking the record itself costs a third of walking its keys, and this is asked of each one.
    for (const id in record) {
      const check = checks.get(id);
      const value = record[id];
      if (check === undefined) {
        if (Object.hasOwn(record, id)) issues.push(undeclared(catalogue, id, at, group));
      } else if (value !== null && value !== undefined) {
        check(value, at + id, issues);
      }
      if (issues.length >= MOST_ISSUES) return;
    }
  };
}

function factCheck({ tellFault }: Catalogue, fact: Fact): Check<unknown> {
  const faultIn = faultFinder(fact);
  return (value, at, issues) => {
    const fault = faultIn(value);
    if (fault !== null) issues.push(tellFault(at, { kind: "value", fact, fault, value }));
  };
}

function groupCheck(catalogue: Catalogue, group: Group): Check<unknown> {
  const checkItem = recordCheck(catalogue, group);
  const minimum = group.minItems ?? 0;
  const maximum = group.maxItems ?? DEFAULT_MAX_ITEMS;
  const { tellFault } = catalogue;
  return (value, at, issues) => {
    if (!Array.isArray(value)) issues.push(tellFault(at, { kind: "no-list" }));
    else if (value.length < minimum || value.length > maximum) {
      issues.push(tellFault(at, { kind: "count", count: value.length, minimum, maximum }));
    } else {
      for (let index = 0; index < value.length && issues.length < MOST_ISSUES; index++) {
        const item: unknown = value[index];
        if (isRecord(item)) checkItem(item, `${at}[${index}].`, issues);
        else if (item !== null) issues.push(tellFault(`${at}[${index}]`, { kind: "no-record" }));
      }
    }
  };
}

/** Only plain records: a prototype could hand in facts that no check ever saw. */
function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

function undeclared(catalogue: Catalogue, id: string, at: string, group: Group | null): FactIssue {
  const { facts, groups, suggest, tellFault } = catalogue;
  const place = at + shortened(id);
  const computed = facts.get(id)?.compute !== undefined;
  if (computed || isReserved(id) || readReference(id, groups).kind === "count") {
    return tellFault(place, { kind: "reserved" });
  }
  const meant = suggest(id, group?.facts ?? [...facts.keys(), ...groups.keys()]);
  return tellFault(place, { kind: "undeclared", meant });
}
