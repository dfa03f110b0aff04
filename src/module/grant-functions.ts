import { amountAt, conditionsAt } from "../engine/granting/program.ts";
import type { Policy } from "../engine/model/policy.ts";
import { behindFunctions, type NamedFunction } from "./behind.ts";
import { computingFunction, computingOf } from "./computed.ts";
import { type ConditionIn, conditionWriter, type Shared } from "./condition-writer.ts";
import { dayFields } from "./day-fields.ts";
import { grantDayFunction } from "./day-function.ts";
import { comment, indented, literal, member } from "./literals.ts";
import type { SourceNode } from "./source-tree.ts";
import type { Stretch } from "./stretches.ts";

/** What a policy grants, as functions; those of its conditions are in the table of functions. */
export interface WrittenGrants {
  readonly functions: readonly string[];
  /** Of these the ones that are called have to be written. */
  readonly behind: readonly NamedFunction[];
}

/** Writes `granted`; null of a policy that grants nothing. */
export function grantFunctions(
  { grants = [] }: Policy,
  stretches: readonly Stretch[],
  shared: Shared,
): WrittenGrants | null {
  if (grants.length === 0) return null;
  const own = stretches.map(grantsIn);
  const programs = own.map((stretch) => (stretch.kind === "decides" ? stretch.program : null));
  if (programs.every((program) => program === null)) {
    const all = `[${grants.map(({ id }) => `{ ${unknown(literal(id))} }`).join(", ")}]`;
    return { functions: [`function granted() {\n  return ${all};\n}`], behind: [] };
  }
  const fields = dayFields();
  const computing = computingOf("computeGrants", programs, fields);
  const writer = conditionWriter(computing, shared);
  const given = writer.computes ? "f, d, c" : "f, d";
  const named = writer.computes ? "f, d, c, m" : "f, d, m";
  const { called, define } = shared.functions;
  const entries = grants.map(({ id, amount }, place) => {
    const [holds, worth] = [`g${place + 1}`, `g${place + 1}Amount`];
    const at =
      (requirement: number): ConditionIn =>
      (program) =>
        program.requirements[requirement]?.conditions ?? null;
    write(holds, comment(`grant ${id}`), ["judge", "name"], conditionsAt(place));
    const told = [
      `id: ${literal(id)}`,
      `holds: ${called(holds)}`,
      `open: ${called(`${holds}Open`)}`,
    ];
    if (typeof amount === "number") told.push(`amount: () => ${amount}`);
    else if (amount !== undefined) {
      write(worth, null, ["name"], amountAt(place));
      const value = amountCode(writer.tree(at(amountAt(place))));
      define(worth, `(${given}) {\n  return ${value} ?? null;\n}`, null);
      told.push(`amount: ${called(worth)}`, `lacks: ${called(`${worth}Open`)}`);
    }
    return `{ ${told.join(", ")} },`;

    function write(
      name: string,
      text: string | null,
      purposes: Parameters<typeof writer.write>[2],
      requirement: number,
    ): void {
      writer.write(name, text, purposes, at(requirement));
    }
  });
  const moves = writer.movesFunction("moveGranted");
  const compute = computingFunction(computing);
  const prepared = [
    "const d = grantDayOf(asOf);",
    ...(compute === null ? [] : [`const c = ${computing.name}(f, d);`]),
    ...(moves === null ? [] : [`moveGranted(${given});`]),
    `return GRANTS.map((grant) => grantOf(grant, ${given}));`,
  ];
  const functions = [
    `// What is granted to who is eligible; where something cannot be computed, nothing is known of any.
function granted(f, asOf) {
  try {
${indented(indented(prepared.join("\n")))}
  } catch (error) {
    if (error.text === undefined) throw error;
    return GRANTS.map(({ id }) => ({ ${unknown("id")} }));
  }
}`,
    `function grantOf({ id, holds, open, amount, lacks }, ${given}) {
  const is = holds(${given});
  if (is === 0) return { id, state: "not-granted", missing: [] };
  if (is === 2 && amount === undefined) return { id, state: "granted", missing: [] };
  const worth = amount?.(${given});
  if (is === 2 && worth !== null) return { id, state: "granted", amount: worth, missing: [] };
  const m = [];
  if (is === 1) open(${named});
  if (worth === null) lacks(${named});
  return { id, state: "unknown", missing: [...new Set(m)] };
}`,
    `const GRANTS = [\n${indented(entries.join("\n"))}\n];`,
    ...(compute === null ? [] : [compute]),
    ...(moves === null ? [] : [moves]),
    grantDayFunction(own, fields),
  ];
  return { functions, behind: behindFunctions(computing) };
}

function unknown(id: string): string {
  return `id: ${id}, state: "unknown", missing: []`;
}

/** A stretch of a policy as that of what it grants; it fails where nothing can be known of that. */
function grantsIn(stretch: Stretch): Stretch {
  if (stretch.kind === "fails") return stretch;
  const { from, program, digest } = stretch;
  return program.grants === null
    ? { kind: "fails", from, text: { id: "" } }
    : { kind: "decides", from, program: program.grants, digest };
}

/** An amount is asked whether it equals itself; this is what is asked. */
function amountCode(node: SourceNode): string {
  if (node.kind !== "leaf") throw new TypeError("an amount that is no leaf");
  const { source } = node.left;
  switch (source.kind) {
    case "given":
      return source.code;
    case "count":
      throw new TypeError("an amount that is a count");
    default:
      return member(source.computed ? "c" : "f", source.id);
  }
}
