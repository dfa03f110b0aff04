import { type GroupedLeaf, leavesOf, type Operand } from "../engine/conditions/tree.ts";
import { allTrees, type Program } from "../engine/decision/program.ts";
import type { Scalar } from "../engine/model/catalogue.ts";
import { dayNumber, dayOf, shiftDay } from "../engine/values/calendar.ts";

/** The values that rules compare each fact with, and each group's length as `drivers.count`. */
export type Thresholds = ReadonlyMap<string, readonly Scalar[]>;

/** Collects what the conditions of some policies compare facts with, on their day. */
export function thresholdsOf(programs: readonly Program[]): Thresholds {
  const found = new Map<string, Set<Scalar>>();
  for (const { leaf } of programs.flatMap(leavesIn)) {
    for (const [one, other] of [
      [leaf.left, leaf.right],
      [leaf.right, leaf.left],
    ] as const) {
      if (one.kind === "constant") continue;
      const values = found.get(one.id) ?? new Set();
      found.set(one.id, values);
      for (const value of comparedWith(one, other)) values.add(value);
    }
  }
  return new Map([...found].map(([id, values]) => [id, [...values]]));
}

function leavesIn(program: Program): readonly GroupedLeaf[] {
  return allTrees(program).flatMap((tree) => leavesOf(tree));
}

function comparedWith(one: Operand, other: Operand): readonly Scalar[] {
  if (other.kind !== "constant" || other.value === null) return [];
  const values = (Array.isArray(other.value) ? other.value : [other.value]).filter(isScalar);
  const shift = one.kind === "fact" ? one.shift : undefined;
  if (shift === undefined) return values;
  const { duration, direction } = shift;
  if (duration === null) return [];
  return values.flatMap((value) => {
    if (typeof value !== "string") return [];
    const day = shiftDay(dayNumber(value), direction === 1 ? -1 : 1, duration);
    return day === null ? [] : (dayOf(day) ?? []);
  });
}

function isScalar(value: unknown): value is Scalar {
  return ["boolean", "number", "string"].includes(typeof value);
}
