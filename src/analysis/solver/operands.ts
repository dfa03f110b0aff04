import { AS_OF, parameterNamed, parameterOn } from "../../engine/conditions/references.ts";
import { leavesOf } from "../../engine/conditions/tree.ts";
import { computedIn, decidingTrees, type Program } from "../../engine/decision/program.ts";
import { faultOf } from "../../engine/facts/shapes.ts";
import type { FactShape, Facts, FactValue, Scalar } from "../../engine/model/catalogue.ts";
import { shiftDate } from "../../engine/values/calendar.ts";

/** Applications that are decided before nobody looks further. */
const MOST_TRIES = 1_000;

/** Whether a policy decides by anything that is computed, which no application can hold. */
export function computes(program: Program): boolean {
  const computed = new Set(computedIn(program).map(({ id }) => id));
  return decidingTrees(program)
    .flatMap((tree) => leavesOf(tree))
    .flatMap(({ leaf }) => [leaf.left, leaf.right])
    .some((operand) => operand.kind === "fact" && computed.has(operand.id));
}

/** What a policy's computed facts come to, but for the facts that are given: sums, tables, the day. */
export function sumsOf(program: Program): string {
  const { pack, service, asOf } = program;
  return JSON.stringify(
    computedIn(program).map(({ id, reads }) => [
      id,
      pack.facts.get(id)?.compute,
      [id, ...reads.map((read) => read.id)].map((name) =>
        name === AS_OF ? asOf : parameterOn(parameterNamed(name, service), asOf)?.value,
      ),
    ]),
  );
}

/**
 * The application with values for what its policies compute from, so that it is accepted; null where
 * none was found among values near what the conditions and parameters name. Nobody promises more.
 */
export function withOperands(
  programs: readonly Program[],
  facts: Facts,
  accepts: (facts: Facts) => boolean,
): Facts | null {
  const slots = slotsOf(programs);
  if (slots.length === 0) return null;
  const all = slots.reduce((product, { values }) => product * values.length, 1);
  const pick = all <= MOST_TRIES ? inOrder : scattered();
  for (let attempt = 0; attempt < Math.min(all, MOST_TRIES); attempt++) {
    let [rest, tried] = [attempt, facts];
    for (const { id, values } of slots) {
      const value = values[pick(rest, values.length)];
      rest = Math.floor(rest / values.length);
      if (value !== undefined) tried = { ...tried, [id]: value };
    }
    if (accepts(tried)) return tried;
  }
  return null;
}

function inOrder(rest: number, length: number): number {
  return rest % length;
}

/** The same numbers in every run, so that the same question has the same answer. */
function scattered(): typeof inOrder {
  let state = 1;
  return (_, length) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % length;
  };
}

interface Slot {
  readonly id: string;
  readonly values: readonly Facts[string][];
}

/** What is computed from and given: facts of the application, and groups of one or two like items. */
function slotsOf(programs: readonly Program[]): readonly Slot[] {
  const slots = new Map<string, Slot["values"]>();
  for (const program of programs) {
    const { pack, asOf } = program;
    const numbers = numbersIn(program);
    for (const { reads } of computedIn(program)) {
      for (const { id, group } of reads) {
        const fact = pack.facts.get(id);
        if (fact === undefined || fact.compute !== undefined) continue;
        const values = valuesOf(fact, numbers, asOf);
        if (group === null) slots.set(id, [...(slots.get(id) ?? []), ...values]);
        else
          slots.set(group, [
            ...(slots.get(group) ?? []),
            ...values.map((value) => [{ [id]: value }]),
          ]);
      }
    }
  }
  return [...slots].map(([id, values]) => ({ id, values }));
}

/** The numbers that conditions compare with, and those of the parameters. */
function numbersIn(program: Program): readonly number[] {
  const constants = decidingTrees(program)
    .flatMap((tree) => leavesOf(tree))
    .flatMap(({ leaf: { left, right } }) => [left, right])
    .flatMap((side) => (side.kind === "constant" ? [side.value] : []));
  const parameters = [...program.service.parameters.values()].flatMap(({ values }) =>
    values.flatMap(({ value }) => (typeof value === "object" ? Object.values(value) : [value])),
  );
  const numbers = [...constants, ...parameters].filter((value) => typeof value === "number");
  return [...new Set(numbers)].slice(0, 12);
}

function valuesOf(
  shape: FactShape,
  numbers: readonly number[],
  asOf: string,
): readonly FactValue[] {
  return candidates(shape, numbers, asOf).filter((value) => faultOf(shape, value) === null);
}

function candidates(
  shape: FactShape,
  numbers: readonly number[],
  asOf: string,
): readonly (Scalar | readonly Scalar[])[] {
  switch (shape.type) {
    case "boolean":
      return [true, false];
    case "code":
      return Object.keys(shape.codes);
    case "date":
      return [asOf, ...numbers.flatMap((number) => datesAt(number, asOf))];
    case "integer":
    case "money":
    case "number":
    case "decimal":
      return [
        ...new Set([
          1,
          0,
          2,
          4,
          ...numbers.flatMap((number) => [number, number - 1, number + 1, number * 2]),
        ]),
      ];
    case "list":
      return [
        [],
        ...candidates(shape.items, numbers, asOf).flatMap((item) =>
          typeof item === "object" ? [] : [[item]],
        ),
      ];
    default:
      return [];
  }
}

/** So many months or years before a day, or one less, or after it. */
function datesAt(number: number, asOf: string): readonly string[] {
  if (!Number.isInteger(number) || Math.abs(number) > 1_200) return [];
  return [number - 1, number, number + 1].flatMap((many) =>
    [
      { months: Math.abs(many), years: 0 },
      { months: 0, years: Math.abs(many) },
    ].flatMap((span) => shiftDate(asOf, many < 0 ? 1 : -1, { ...span, weeks: 0, days: 0 }) ?? []),
  );
}
