import { type NamedTerm, namedTerms, nameOfTerm } from "../engine/computing/compute.ts";
import { parameterNamed, readReference } from "../engine/conditions/references.ts";
import { type Computing, firstOf, namedCode } from "./computed.ts";
import { indented, literal, member } from "./literals.ts";
import type { Records } from "./writing.ts";

/** The names of the functions that name what each computed fact lacks. */
export function behindNames({ computed, name }: Computing): ReadonlyMap<string, string> {
  return new Map(
    computed.map(({ id, group }, index) => [keyOf(id, group), `${name}Behind${index}`]),
  );
}

function keyOf(id: string, group: string | null): string {
  return `${group} ${id}`;
}

/** The statement that names the absent facts behind a computed one; null of what is not computed. */
export function behindCall(
  names: ReadonlyMap<string, string>,
  id: string,
  group: string | null,
  { facts, computed, place }: Records,
): string | null {
  const name = names.get(keyOf(id, group));
  return name === undefined ? null : `${name}(${facts}, d, ${computed}, m, ${place ?? '""'});`;
}

export interface NamedFunction {
  readonly name: string;
  readonly text: string;
}

/**
 * For each computed fact the function that names the absent facts behind it where it is not known;
 * itself where all that it is computed from is known, as of a division by zero.
 */
export function behindFunctions(computing: Computing): readonly NamedFunction[] {
  const names = behindNames(computing);
  return computing.computed.map(({ id, group }) => {
    const { service, pack } = firstOf(computing.programs);
    const by = parameterNamed(id, service)?.by;
    const computation = pack.facts.get(id)?.compute;
    const terms: readonly NamedTerm[] =
      by !== undefined ? [{ fact: by }] : computation === undefined ? [] : namedTerms(computation);
    const once = terms.filter(
      (term, index) => terms.findIndex((one) => nameOfTerm(one) === nameOfTerm(term)) === index,
    );
    const body = [
      "const before = m.length;",
      ...once.flatMap((term) => absentStatements(term, group, computing, names)),
      `if (m.length === before) m.push(${by === undefined ? placed(id) : literal(id)});`,
    ];
    const name = names.get(keyOf(id, group)) ?? "";
    const head = `// ${id}\nfunction ${name}(f, d, c, m, p)`;
    return { name, text: `${head} {\n${indented(body.join("\n"))}\n}` };
  });
}

function placed(id: string): string {
  return `p + ${literal(id)}`;
}

function absentStatements(
  term: NamedTerm,
  group: string | null,
  computing: Computing,
  names: ReadonlyMap<string, string>,
): readonly string[] {
  const records: Records = { facts: "f", computed: "c", place: "p" };
  const value = namedCode(term, group, records, computing);
  const { fact } = term;
  if ("over" in term) return [overStatement(term.over, fact, names)];
  const { service, pack } = firstOf(computing.programs);
  const reference = readReference(fact, pack.groups);
  if (reference.kind === "asOf") return [];
  if (reference.kind === "count") {
    return [`if (${value} === null) m.push(${literal(reference.group)});`];
  }
  if (reference.kind === "parameter") {
    const table = behindCall(names, fact, group, records);
    if (value === "null") return [`m.push(${literal(fact)});`];
    const isTable = parameterNamed(fact, service)?.by !== undefined;
    if (!isTable && !value.startsWith("d[")) return [];
    return [`if (${value} == null) ${table ?? `m.push(${literal(fact)});`}`];
  }
  const behind = behindCall(names, fact, group, records);
  if (behind !== null) return [`if (${value} == null) ${behind}`];
  return [`name(m, ${placed(fact)}, ${value});`];
}

function overStatement(over: string, fact: string, names: ReadonlyMap<string, string>): string {
  const place = `\`${over}[\${i}].\``;
  const items = member("f", over);
  const own = member("c", over);
  const call = behindCall(names, fact, over, { facts: "item", computed: `${own}[i]`, place });
  const value = call === null ? member("item", fact) : member(`${own}[i]`, fact);
  const absent = call ?? `m.push(${place} + ${literal(fact)});`;
  const loop = [
    `for (let i = 0; i < ${items}.length; i++) {`,
    `  const item = ${items}[i] ?? NOTHING;`,
    `  if (${value} == null) ${absent}`,
    "}",
  ].join("\n");
  return `if (!Array.isArray(${items})) m.push(${literal(over)});\nelse {\n${indented(loop)}\n}`;
}
