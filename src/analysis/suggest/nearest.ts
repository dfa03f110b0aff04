import type { Facts } from "../../engine/model/catalogue.ts";
import { type Edit, editsBetween, withEdits } from "./edits.ts";

/** An application, and what was changed in the one that it was made of. */
export interface Near {
  readonly facts: Facts;
  readonly edits: readonly Edit[];
}

/** Of edits so few that all combinations are tried; of more, edits are taken back one by one. */
const MOST_COMBINED = 3;
const MOST_TRIED = 600;

/**
 * Changes `base` as little as is found so that it suits, by some of what tells it from `target`,
 * which suits. Null where that needs more changes than `most`.
 */
export function nearestTo(
  base: Facts,
  target: Facts,
  groups: ReadonlySet<string>,
  suits: (facts: Facts) => boolean,
  most: number,
): Near | null {
  const edits = editsBetween(base, target, groups);
  for (let size = 0; size <= Math.min(MOST_COMBINED, most); size++) {
    if (combinations(edits.length, size) > MOST_TRIED) break;
    for (const some of subsetsOf(edits, size)) {
      const facts = withEdits(base, some);
      if (suits(facts)) return { facts, edits: some };
    }
  }
  const left = withoutNeedless(base, edits, suits);
  return left.length > most ? null : { facts: withEdits(base, left), edits: left };
}

/** Takes edits back one by one as long as what is left suits. */
function withoutNeedless(
  base: Facts,
  edits: readonly Edit[],
  suits: (facts: Facts) => boolean,
): readonly Edit[] {
  let left = edits;
  for (const edit of edits) {
    const fewer = left.filter((other) => other !== edit);
    if (suits(withEdits(base, fewer))) left = fewer;
  }
  return left;
}

function combinations(of: number, size: number): number {
  let count = 1;
  for (let index = 0; index < size; index++) count = (count * (of - index)) / (index + 1);
  return count;
}

function* subsetsOf(edits: readonly Edit[], size: number, from = 0): Generator<readonly Edit[]> {
  if (size === 0) {
    yield [];
    return;
  }
  for (let index = from; index < edits.length; index++) {
    const edit = edits[index];
    if (edit === undefined) continue;
    for (const rest of subsetsOf(edits, size - 1, index + 1)) yield [edit, ...rest];
  }
}
