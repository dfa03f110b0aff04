import type { Change, Remedy } from "../model/decision.ts";
import { dayNumber, isDate } from "../values/calendar.ts";

/**
 * Leaves of each set of facts the remedies that no other one betters: every change as near or
 * nearer, and one nearer. Codes have no distance, so each code that suffices stays.
 */
export function nearest(remedies: readonly Remedy[]): readonly Remedy[] {
  const measured = remedies.map((remedy) => ({
    remedy,
    kind: kindOf(remedy),
    distances: byFact(remedy).map((change) => distanceOf(change) ?? 0),
  }));
  return measured
    .filter(
      (one) =>
        !measured.some(
          (other) => other.kind === one.kind && betters(other.distances, one.distances),
        ),
    )
    .map(({ remedy }) => remedy);
}

function betters(first: readonly number[], second: readonly number[]): boolean {
  const differences = first.map((distance, index) => distance - (second[index] ?? 0));
  return differences.every((difference) => difference <= 0) && differences.some((d) => d < 0);
}

/** The facts that a remedy changes, and to which codes: only alike remedies can better another. */
function kindOf(remedy: Remedy): string {
  return JSON.stringify(
    byFact(remedy).map((change) => [change.fact, distanceOf(change) === null && change.to]),
  );
}

function byFact(remedy: Remedy): readonly Change[] {
  return [...remedy].sort((first, second) => (first.fact < second.fact ? -1 : 1));
}

/** Units, days, or items gained and lost; null of codes and other values without an order. */
function distanceOf({ from, to }: Change): number | null {
  if (typeof from === "object" && typeof to === "object") {
    const lost = from.filter((item) => !to.includes(item)).length;
    return lost + to.filter((item) => !from.includes(item)).length;
  }
  const [before, after] = [from, to].map((value) =>
    typeof value === "string" && isDate(value) ? dayNumber(value) : value,
  );
  return typeof before === "number" && typeof after === "number" ? Math.abs(after - before) : null;
}
