import { namedTerms } from "../../engine/computing/compute.ts";
import { formulaWords } from "./formulas.ts";
import type { StatedComputation } from "./model.ts";
import { type Context, inBoth, wordsOf } from "./words.ts";

/** Those of these names that are computed, each with its formula. `read`: what conditions rest on. */
export function computationsStated(
  context: Context,
  names: readonly string[],
  read: ReadonlySet<string>,
): readonly StatedComputation[] {
  return names.flatMap((name) => {
    const fact = context.pack.facts.get(name);
    const compute = fact?.compute;
    if (fact === undefined || compute === undefined) return [];
    return [
      {
        name,
        label: wordsOf(fact.label),
        formula: inBoth(context, (vocabulary) => formulaWords(vocabulary, compute)),
        reads: [...new Set(namedTerms(compute).map((term) => term.fact))],
        onlyTold: !read.has(name),
      },
    ];
  });
}
