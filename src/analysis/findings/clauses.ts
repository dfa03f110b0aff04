import { makesIdle, neverMatters, repeats } from "../../pack/diagnostics/meaning/clauses.ts";
import type { Asker } from "./asker.ts";
import type { Notes } from "./notes.ts";
import { isLeaf, type Placed, writtenIn } from "./placed.ts";
import { nameOfPlace, type OpenRules } from "./places.ts";
import { type Looked, superfluousIn } from "./superfluous.ts";

/**
 * Clauses that never matter, or that repeat another. Where one clause makes several of those beside
 * it idle, that one is told, for it is more likely wrong than all of them. `told`: places of leaves
 * that were told already; what follows from them is not.
 */
export function judgeClauses<Compiled>(
  ask: Asker<Compiled>,
  looked: Looked<Compiled>,
  told: ReadonlySet<string>,
  rules: OpenRules,
  notes: Notes,
): void {
  const isTold = (part: Placed) =>
    writtenIn(part).some((one) => isLeaf(one) && told.has(nameOfPlace(one.place)));
  const superfluous = superfluousIn(ask, looked, (clause, parent) => {
    if (!isTold(parent)) notes.leaveOpen(clause.place, "LYK905");
  }).filter(({ parent }) => !isTold(parent));
  for (const { clause, twin, because } of superfluous) {
    if (twin !== null) {
      notes.tell(clause.place, repeats(rules.lineOf(twin.place)));
      continue;
    }
    const together = superfluous.filter((one) => one.twin === null && one.because === because);
    if (because === null || together.length < 2) {
      const line = because === null ? null : rules.lineOf(because.place);
      notes.tell(clause.place, neverMatters(line));
      continue;
    }
    const lines = together.map((one) => rules.lineOf(one.clause.place)).toReversed();
    notes.tell(because.place, makesIdle(lines));
  }
}
