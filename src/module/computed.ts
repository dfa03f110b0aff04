import type { NamedTerm } from "../engine/computing/compute.ts";
import {
  parameterNamed,
  parameterOn,
  parameterValue,
  readReference,
} from "../engine/conditions/references.ts";
import { leavesOf } from "../engine/conditions/tree.ts";
import { allTrees, type Program } from "../engine/decision/program.ts";
import type { Scalar } from "../engine/model/catalogue.ts";
import type { Computation, ComputedFact, Term } from "../engine/model/compute.ts";
import type { DayFields } from "./day-fields.ts";
import { indented, literal, member } from "./literals.ts";
import type { Records } from "./writing.ts";

/** What a policy computes, and its programs in each stretch; null where a stretch cannot decide. */
export interface Computing {
  /** Of the function that computes. */
  readonly name: string;
  readonly computed: readonly ComputedFact[];
  readonly programs: readonly (Program | null)[];
  readonly fields: DayFields;
}

export function computingOf(
  name: string,
  programs: readonly (Program | null)[],
  fields: DayFields,
): Computing {
  const first = programs.find((program) => program !== null);
  return { name, computed: first === undefined ? [] : conditionsRead(first), programs, fields };
}

/** What conditions read of all that a policy computes, and what that rests on; a module tells no texts. */
export function conditionsRead(program: Program): readonly ComputedFact[] {
  const wanted = allTrees({ ...program, grants: null })
    .flatMap((tree) => leavesOf(tree))
    .flatMap(({ leaf, group }) =>
      [leaf.left, leaf.right].flatMap((operand) =>
        operand.kind === "fact" ? [{ id: operand.id, group }] : [],
      ),
    );
  // Each stands after what it is computed from, so what is wanted grows from the end.
  const found = program.computed.toReversed().filter(({ id, group, reads }) => {
    const isWanted = wanted.some((read) => read.id === id && read.group === group);
    if (isWanted) wanted.push(...reads);
    return isWanted;
  });
  return found.toReversed();
}

export function isComputed({ computed }: Computing, id: string, group: string | null): boolean {
  return computed.some((fact) => fact.id === id && fact.group === group);
}

/** @throws TypeError where the policy was compiled for no day. */
export function firstOf(programs: readonly (Program | null)[]): Program {
  const first = programs.find((program) => program !== null);
  if (first === undefined) throw new TypeError("a policy that was compiled for no day");
  return first;
}

/**
 * The function that computes before conditions are asked: a record of what it computed, with one
 * for each item under the name of its group. Null where nothing is computed.
 */
export function computingFunction(computing: Computing): string | null {
  const { computed } = computing;
  if (computed.length === 0) return null;
  const own = computed.filter(({ group }) => group === null);
  const groups = [...new Set(computed.flatMap(({ group }) => group ?? []))];
  const empty = (names: readonly string[]) =>
    `{ ${names.map((name) => `${literal(name)}: null`).join(", ")} }`;
  const items = groups.map((group) => {
    const ids = computed.filter((fact) => fact.group === group).map(({ id }) => id);
    const given = member("f", group);
    const none = empty(ids);
    return `if (Array.isArray(${given})) ${member("c", group)} = ${given}.map(() => (${none}));`;
  });
  const body = [
    `const c = ${empty([...own.map(({ id }) => id), ...groups])};`,
    ...items,
    ...runsOf(computed).map((run) => computeStatements(run, computing)),
    "return c;",
  ];
  return `function ${computing.name}(f, d) {\n${indented(body.join("\n"))}\n}`;
}

/** Neighbours of one group together. */
function runsOf(computed: readonly ComputedFact[]): readonly (readonly ComputedFact[])[] {
  const runs: ComputedFact[][] = [];
  for (const fact of computed) {
    const last = runs.at(-1);
    if (last !== undefined && last[0]?.group === fact.group) last.push(fact);
    else runs.push([fact]);
  }
  return runs;
}

function computeStatements(run: readonly ComputedFact[], computing: Computing): string {
  const group = run[0]?.group ?? null;
  const records: Records =
    group === null
      ? { facts: "f", computed: "c", place: null }
      : { facts: "item", computed: "own", place: null };
  const statements = run.map(({ id }) => {
    return `${member(records.computed, id)} = ${valueCode(id, group, records, computing)};`;
  });
  if (group === null) return statements.join("\n");
  const items = member("c", group);
  const body = [
    `const item = ${member("f", group)}[i] ?? NOTHING;`,
    `const own = ${items}[i];`,
    ...statements,
  ].join("\n");
  return `for (let i = 0; ${items} !== null && i < ${items}.length; i++) {\n${indented(body)}\n}`;
}

function valueCode(
  id: string,
  group: string | null,
  records: Records,
  computing: Computing,
): string {
  const { programs, fields } = computing;
  const { pack, service } = firstOf(programs);
  const parameter = parameterNamed(id, service);
  if (parameter?.by !== undefined) {
    const tables = programs.map((program) => {
      const value = program && parameterOn(parameter, program.asOf)?.value;
      return (
        program &&
        `new Map([${Object.entries(value ?? {})
          .map(pair)
          .join(", ")}])`
      );
    });
    const table = fields.made(id, tables);
    return `inTable(${table}, ${factCode(parameter.by, group, records, computing)})`;
  }
  const fact = pack.facts.get(id);
  if (fact?.compute === undefined) return "null";
  const result = computationCode(fact.compute, group, records, computing);
  const scale = fact.type === "decimal" ? fact.scale : 0;
  const { label } = fact;
  const named = [id, label.id, label.en ?? label.id].map((text) => literal(text)).join(", ");
  return `${fact.type === "date" ? "dayFrom" : "numberFrom"}(${result}, ${scale}, ${named})`;
}

function pair([code, value]: readonly [string, Scalar]): string {
  return `[${literal(code)}, ${literal(value)}]`;
}

function computationCode(
  computation: Computation,
  group: string | null,
  records: Records,
  computing: Computing,
): string {
  const { operation, of, scale = 0, rounding = "down" } = computation;
  const terms = of.map((term) => termCode(term, group, records, computing)).join(", ");
  switch (operation) {
    case "count":
      return `count(known(${terms}))`;
    case "quotient":
      return `quotient(terms(${terms}), ${scale}, ${literal(rounding)})`;
    case "monthsBetween":
      return `between(terms(${terms}), 1)`;
    case "yearsBetween":
      return `between(terms(${terms}), 12)`;
    default:
      return `${operation}(terms(${terms}))`;
  }
}

function termCode(
  term: Term,
  group: string | null,
  records: Records,
  computing: Computing,
): string {
  if (typeof term === "number") return literal(term);
  if ("operation" in term) return computationCode(term, group, records, computing);
  return namedCode(term, group, records, computing);
}

/** What a name of a computation stands for. */
export function namedCode(
  term: NamedTerm,
  group: string | null,
  records: Records,
  computing: Computing,
): string {
  const { fact } = term;
  if ("over" in term) {
    const { over } = term;
    const isOwn = isComputed(computing, fact, over);
    return `each(${member(isOwn ? records.computed : records.facts, over)}, ${literal(fact)})`;
  }
  const { programs, fields } = computing;
  const { pack, service } = firstOf(programs);
  const reference = readReference(fact, pack.groups);
  if (reference.kind === "asOf") return "d.asOf";
  if (reference.kind === "count") return `lengthOf(${member(records.facts, reference.group)})`;
  const parameter = parameterNamed(fact, service);
  if (parameter === undefined || parameter.by !== undefined) {
    return factCode(fact, group, records, computing);
  }
  const values = programs.map((program) =>
    program === null ? undefined : parameterValue(parameter, program.asOf),
  );
  return fields.given(fact, values).code;
}

function factCode(
  id: string,
  group: string | null,
  { facts, computed }: Records,
  computing: Computing,
): string {
  return member(isComputed(computing, id, group) ? computed : facts, id);
}
