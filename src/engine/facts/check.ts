import { isReserved, readReference } from "../conditions/references.ts";
import { type FactIssue, type FactIssueCode, LayakError } from "../errors.ts";
import type { Fact, Facts, Group } from "../model/catalogue.ts";
import type { Text } from "../model/text.ts";
import { didYouMean, shortened } from "../suggest.ts";
import { issueOf } from "./issue.ts";
import { DEFAULT_MAX_ITEMS, faultOf } from "./shapes.ts";

/** What facts are checked against; a pack is one. */
export interface Catalogue {
  readonly facts: ReadonlyMap<string, Fact>;
  readonly groups: ReadonlyMap<string, Group>;
}

/** More faults than this are not told: nobody reads them, and a hostile caller would make many. */
const MOST_ISSUES = 100;

/** Everything that is wrong with the facts of a question, whatever they are. */
export function findFactIssues(catalogue: Catalogue, facts: unknown): readonly FactIssue[] {
  const issues: FactIssue[] = [];
  if (isRecord(facts)) checkRecord(catalogue, facts, null, issues);
  else issues.push(notARecord("facts"));
  for (const id in Object.prototype) {
    if (catalogue.facts.has(id) || catalogue.groups.has(id)) issues.push(inherited(id));
  }
  return issues;
}

/**
 * Lets only facts pass that the engine can decide on.
 * @throws LayakError `facts-invalid` with one issue a fault, at most 100.
 */
export function checkFacts(catalogue: Catalogue, facts: unknown): asserts facts is Facts {
  const issues = findFactIssues(catalogue, facts);
  if (issues.length === 0) return;
  const text = {
    id: `Ada ${issues.length} fakta yang tidak dapat dipakai; keputusan tidak dibuat.`,
    en: `${issues.length} of the facts cannot be used; no decision was made.`,
  };
  throw new LayakError("facts-invalid", text, issues);
}

interface Item {
  readonly group: Group;
  readonly name: string;
}

function checkRecord(
  catalogue: Catalogue,
  record: Readonly<Record<string, unknown>>,
  item: Item | null,
  issues: FactIssue[],
): void {
  for (const id of Object.keys(record)) {
    if (issues.length >= MOST_ISSUES) return;
    const value = record[id];
    const fact = catalogue.facts.get(id);
    if (fact !== undefined && (item === null || item.group.facts.includes(id))) {
      if (value === null || value === undefined) continue;
      const fault = faultOf(fact, value);
      if (fault === null) continue;
      issues.push(issueOf(nameIn(item, id), fact, fault, value, fact.personal));
      continue;
    }
    const group = item === null ? catalogue.groups.get(id) : undefined;
    if (group === undefined) issues.push(undeclared(catalogue, id, item));
    else checkGroup(catalogue, id, group, value, issues);
  }
}

function checkGroup(
  catalogue: Catalogue,
  id: string,
  group: Group,
  value: unknown,
  issues: FactIssue[],
): void {
  if (value === null || value === undefined) return;
  if (!Array.isArray(value)) {
    issues.push(notAList(id));
    return;
  }
  const minimum = group.minItems ?? 0;
  const maximum = group.maxItems ?? DEFAULT_MAX_ITEMS;
  if (value.length < minimum || value.length > maximum) {
    issues.push(wrongCount(id, value.length, minimum, maximum));
    return;
  }
  for (let index = 0; index < value.length && issues.length < MOST_ISSUES; index++) {
    const item: unknown = value[index];
    if (item === null) continue;
    const name = `${id}[${index}]`;
    if (isRecord(item)) checkRecord(catalogue, item, { group, name }, issues);
    else issues.push(notARecord(name));
  }
}

/** Only plain records: a prototype could hand in facts that no check ever saw. */
function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

function nameIn(item: Item | null, id: string): string {
  return item === null ? id : `${item.name}.${id}`;
}

function undeclared(catalogue: Catalogue, id: string, item: Item | null): FactIssue {
  const fact = nameIn(item, shortened(id));
  const reference = readReference(id, catalogue.groups);
  if (isReserved(id) || reference.kind === "count") {
    return issue("fact-reserved", fact, {
      id: "ditetapkan oleh Layak; hapus dari fakta.",
      en: "is set by Layak; take it out of the facts.",
    });
  }
  const { facts, groups } = catalogue;
  const meant = didYouMean(id, item?.group.facts ?? [...facts.keys(), ...groups.keys()]);
  return issue("fact-unknown", fact, {
    id: `tidak ada dalam katalog fakta.${meant.id}`,
    en: `is not in the catalogue of facts.${meant.en}`,
  });
}

function notARecord(fact: string): FactIssue {
  return issue("fact-type", fact, {
    id: "harus objek { } berisi fakta.",
    en: "must be an object { } of facts.",
  });
}

function notAList(fact: string): FactIssue {
  return issue("fact-type", fact, {
    id: "harus daftar [ ] berisi objek { }.",
    en: "must be a list [ ] of objects { }.",
  });
}

function wrongCount(fact: string, count: number, minimum: number, maximum: number): FactIssue {
  return issue("fact-items", fact, {
    id: `berisi ${count}; harus ${minimum} sampai ${maximum}.`,
    en: `holds ${count}; it must hold ${minimum} to ${maximum}.`,
  });
}

/** A polluted `Object.prototype` would give every application a fact that nobody asserted. */
function inherited(fact: string): FactIssue {
  return issue("fact-reserved", fact, {
    id: "berasal dari Object.prototype.",
    en: "comes from Object.prototype.",
  });
}

function issue(code: FactIssueCode, fact: string, problem: Required<Text>): FactIssue {
  return { code, fact, message: { id: `"${fact}" ${problem.id}`, en: `"${fact}" ${problem.en}` } };
}
