import type { KnownValue } from "../engine/conditions/values.ts";
import { indented, literal } from "./literals.ts";

/**
 * What functions are written for: to tell a truth as soon as it is settled, or to name every fact
 * that keeps it open.
 */
export type Purpose = "judge" | "name";

/** A module while it is written. */
export interface Writing {
  readonly purpose: Purpose;
  /** Whether anything is computed, and so has a record of its own. */
  readonly computes: boolean;
  readonly functions: FunctionTable;
  /** The name of a list that never changes. */
  readonly list: (value: KnownValue) => string;
  /** The statement that names what a computed fact lacks; null of what is not computed. */
  readonly behind: (id: string, group: string | null, record: Records) => string | null;
  /** Whether anything is computed in the items of a group. */
  readonly computesIn: (group: string) => boolean;
}

/** How a function's record of facts, of computed ones, and an item's place are called. */
export interface Records {
  readonly facts: string;
  readonly computed: string;
  /** Code for `drivers[2].`; null outside of groups. */
  readonly place: string | null;
}

/** One function while it is written. */
export interface FunctionWriting extends Writing {
  /** Without what tells its purpose. */
  readonly name: string;
  readonly group: string | null;
  /** A number that nothing else in the function has. */
  readonly next: () => number;
}

const OWN: Records = { facts: "f", computed: "c", place: "p" };

export function recordsIn(group: string | null): Records {
  return group === null ? { ...OWN, place: null } : OWN;
}

/** The parameters of a function, or the arguments of a call. */
export function argumentsFor(writing: Writing, group: string | null, records: Records): string {
  const names = writing.purpose === "name";
  return [
    records.facts,
    "d",
    ...(writing.computes ? [records.computed] : []),
    ...(names ? ["m"] : []),
    ...(names && group !== null ? [records.place ?? '""'] : []),
  ].join(", ");
}

/** Begins a function: numbers in it count from 0. */
export function beginFunction(
  writing: Writing,
  name: string,
  group: string | null,
): FunctionWriting {
  return { ...writing, name, group, next: numbers() };
}

/** Numbers from 0, each once. */
export function numbers(): () => number {
  let count = 0;
  return () => {
    count += 1;
    return count - 1;
  };
}

export function nameFor({ purpose }: Pick<Writing, "purpose">, name: string): string {
  return purpose === "judge" ? name : `${name}Open`;
}

/** Takes a function as it is written. */
export function endFunction(
  writing: FunctionWriting,
  statements: readonly string[],
  comment: string | null,
): void {
  const { name, group, functions } = writing;
  const given = `(${argumentsFor(writing, group, recordsIn(group))})`;
  const text = `${given} {\n${indented(statements.join("\n"))}\n}`;
  functions.define(nameFor(writing, name), text, comment);
}

/** The functions of a module; what does the same is written once. */
export interface FunctionTable {
  readonly define: (name: string, text: string, comment: string | null) => void;
  /** The name under which a function that was defined is called. */
  readonly called: (name: string) => string;
  readonly written: () => readonly string[];
}

export function functionTable(): FunctionTable {
  const names = new Map<string, string>();
  const called = new Map<string, string>();
  const written: string[] = [];
  return {
    define: (name, text, comment) => {
      const same = names.get(text);
      called.set(name, same ?? name);
      if (same !== undefined) return;
      names.set(text, name);
      written.push(`${comment === null ? "" : `${comment}\n`}function ${name}${text}`);
    },
    called: (name) => called.get(name) ?? name,
    written: () => written,
  };
}

/** Lists that never change, each written once. */
export function listTable() {
  const lists = new Map<string, string>();
  return {
    list: (value: KnownValue): string => {
      const code = literal(value);
      const name = lists.get(code) ?? `LIST_${lists.size + 1}`;
      lists.set(code, name);
      return name;
    },
    written: (): readonly string[] => [...lists].map(([code, name]) => `const ${name} = ${code};`),
  };
}
