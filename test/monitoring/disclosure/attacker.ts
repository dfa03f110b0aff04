import type { CellSystem } from "../../../src/monitoring/disclosure/system.ts";

/**
 * Whether some other whole numbers for the hidden cells, with this one different, agree with all
 * that is published: by trying, without any of the algebra that chose what to hide.
 */
export function couldDiffer(
  { values, equations, occupied }: CellSystem,
  hidden: ReadonlySet<number>,
  cell: number,
): boolean {
  const own = values[cell] ?? 0;
  const others = Array.from({ length: own + 9 }, (_, value) => value)
    .filter((value) => value !== own && (value > 0 || !occupied?.has(cell)))
    .sort((one, other) => Math.abs(one - own) - Math.abs(other - own));
  return others.some((value) => {
    const trial = [...values];
    trial[cell] = value;
    return repair(trial, new Set([cell]), 0);
  });

  /** Mends one equation after the other by moving hidden cells that were not moved yet. */
  function repair(trial: number[], moved: ReadonlySet<number>, depth: number): boolean {
    const broken = equations.find((equation) => errorOf(trial, equation) !== 0);
    if (broken === undefined) return true;
    if (depth > 30) return false;
    const error = errorOf(trial, broken);
    for (const other of [broken.total, ...broken.parts]) {
      if (!hidden.has(other) || moved.has(other)) continue;
      const next = (trial[other] ?? 0) + (other === broken.total ? error : -error);
      if (next < (occupied?.has(other) ? 1 : 0)) continue;
      const further = [...trial];
      further[other] = next;
      if (repair(further, new Set([...moved, other]), depth + 1)) return true;
    }
    return false;
  }
}

function errorOf(
  trial: readonly number[],
  { total, parts }: CellSystem["equations"][number],
): number {
  return parts.reduce((sum, part) => sum + (trial[part] ?? 0), 0) - (trial[total] ?? 0);
}
