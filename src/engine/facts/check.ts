import { isReserved } from "../conditions/references.ts";
import type { FactIssue } from "../errors.ts";
import { LayakError } from "../errors.ts";
import type { Fact, Facts, Group } from "../model/catalogue.ts";
import { suggest } from "../suggest.ts";
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

/** A polluted `Object.prototype` would give every application a fact that nobody asserted. */
function inherited(fact: string): FactIssue {
  return {
    code: "fact-reserved",
    fact,
    message: {
      id: `"${fact}" berasal dari Object.prototype program ini, bukan dari permohonan. Perbaiki programnya.`,
      en: `"${fact}" comes from this program's Object.prototype, not from the application. Mend the program.`,
    },
  };
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
  const shown = id.length > 60 ? `${id.slice(0, 60)}…` : id;
  const fact = nameIn(item, shown);
  const isCount = id.endsWith(".count") && catalogue.groups.has(id.slice(0, -".count".length));
  if (isReserved(id) || isCount) {
    return {
      code: "fact-reserved",
      fact,
      message: {
        id: `"${fact}" ditetapkan oleh Layak dan tidak boleh dikirim. Hapus dari fakta.`,
        en: `"${fact}" is set by Layak and cannot be given. Take it out of the facts.`,
      },
    };
  }
  const known =
    item === null ? [...catalogue.facts.keys(), ...catalogue.groups.keys()] : item.group.facts;
  const meant = suggest(id, known);
  return {
    code: "fact-unknown",
    fact,
    message: {
      id: `Fakta "${fact}" tidak ada dalam katalog.${meant === null ? "" : ` Maksudnya "${meant}"?`}`,
      en: `There is no fact "${fact}" in the catalogue.${meant === null ? "" : ` Did you mean "${meant}"?`}`,
    },
  };
}

function notARecord(fact: string): FactIssue {
  return {
    code: "fact-type",
    fact,
    message: {
      id: `"${fact}" harus berupa objek JSON dengan nama dan nilai fakta.`,
      en: `"${fact}" must be a JSON object of fact names and values.`,
    },
  };
}

function notAList(fact: string): FactIssue {
  return {
    code: "fact-type",
    fact,
    message: {
      id: `"${fact}" harus berupa daftar [ ], satu objek untuk setiap orang atau barang.`,
      en: `"${fact}" must be a list [ ] with one object for each person or thing.`,
    },
  };
}

function wrongCount(fact: string, count: number, minimum: number, maximum: number): FactIssue {
  return {
    code: "fact-items",
    fact,
    message: {
      id: `"${fact}" berisi ${count}; harus ${minimum} sampai ${maximum}.`,
      en: `"${fact}" holds ${count}; it must hold ${minimum} to ${maximum}.`,
    },
  };
}
