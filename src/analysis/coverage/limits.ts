import type { Leaf, Operand } from "../../engine/conditions/tree.ts";
import type { Program } from "../../engine/decision/program.ts";
import { policyLeavesOf } from "./policy-leaves.ts";

/** What the parameters of each leaf are on a program's day, by the key of the leaf, as a word. */
export type ParameterWords = ReadonlyMap<string, string>;

/** Two programs draw a boundary of one leaf alike where this says the same of it. */
export function parameterWords(program: Program): ParameterWords {
  return new Map(policyLeavesOf(program).map(({ key, leaf }) => [key, wordOf(leaf)]));
}

/** Says the same of two days on which nothing but the dates that are counted from them differs. */
export function wordOfDay(program: Program): string {
  const settled = policyLeavesOf(program).map(({ leaf: { left, right, operator } }) =>
    left.kind === "constant" && right.kind === "constant"
      ? left.value !== null && right.value !== null && operator.compare(left.value, right.value)
      : null,
  );
  return JSON.stringify([...parameterWords(program).values(), ...settled]);
}

function wordOf({ left, right }: Leaf): string {
  return JSON.stringify([left, right].map(parametersOf));
}

function parametersOf(operand: Operand) {
  if (operand.kind === "count") return [];
  const { shift } = operand;
  return [
    operand.kind === "constant" && operand.from?.startsWith("parameter.") === true
      ? (operand.given ?? operand.value)
      : null,
    shift?.params.from === undefined ? null : shift.duration,
  ];
}
