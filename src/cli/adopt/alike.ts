import type { AdoptionProblem, AlikeProblem } from "../../analysis/adoption/problem.ts";
import type { Text } from "../../engine/model/text.ts";

/** One problem, or several in one file that one line can tell. */
export type Grouped = readonly [AdoptionProblem, ...AdoptionProblem[]];

/** Problems in their order; those alike stand together, where the first of them stood. */
export function groupedAlike(problems: readonly AdoptionProblem[]): readonly Grouped[] {
  const groups = new Map<string, Grouped>();
  for (const [index, problem] of problems.entries()) {
    const { alike, file, help } = problem;
    const key = JSON.stringify(alike === undefined ? index : [alike, file, help]);
    const known = groups.get(key);
    groups.set(key, known === undefined ? [problem] : [...known, problem]);
  }
  return [...groups.values()];
}

/** What is told of several. */
export const SEVERAL: Readonly<Record<AlikeProblem, Text>> = {
  "case-unconfirmed": { id: "kasus belum dipastikan", en: "cases are not confirmed" },
  "case-contradicting-itself": {
    id: 'kasus dipastikan, tetapi "note"-nya masih menyuruh memeriksanya',
    en: 'cases are confirmed, but their "note" still says to check them',
  },
};
