import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { decide, type Outcome } from "../../../src/index.ts";
import { type Completions, completionsOf } from "../../support/generate/completions.ts";
import { runs } from "../../support/generate/runs.ts";
import { type World, worldArbitrary } from "../../support/generate/worlds.ts";
import { SERVICE } from "../../support/pack.ts";

/** The things that are not known of which some completion shows that the outcome turns on them. */
function mattering({ slots, outcomes }: Completions): ReadonlySet<string> {
  const names = new Set<string>();
  let stride = outcomes.length;
  for (const { name, size } of slots) {
    const block = stride;
    stride = block / size;
    const differs = (index: number): boolean => {
      const first = index - (index % block) + (index % stride);
      return outcomes[index]?.outcome !== outcomes[first]?.outcome;
    };
    if (outcomes.some((_, index) => differs(index))) names.add(name);
  }
  return names;
}

let named = 0;
let inExcess = 0;

/** The facts that are computed: what has no result though all that it needs is known is named itself. */
function computedIn({ pack }: World, name: string): boolean {
  return pack.facts.get(name.replace(/^.*\]\./, ""))?.compute !== undefined;
}

test.each(["plain", "computing"] as const)(
  "missing names only what is not known, and omits nothing that the outcome turns on (%s)",
  (computing) => {
    fc.assert(
      fc.property(worldArbitrary("some", computing), (world) => {
        const { pack, asOf, applications } = world;
        for (const facts of applications) {
          const { missing } = decide(pack, { service: SERVICE, asOf, facts });
          const completions = completionsOf(world, facts);
          if (completions === null) continue;
          const matter = mattering(completions);
          expect(missing).toEqual(expect.arrayContaining([...matter]));
          expect(completions.slots.map(({ name }) => name)).toEqual(
            expect.arrayContaining(missing.filter((name) => !computedIn(world, name))),
          );
          named += missing.length;
          inExcess += missing.filter((name) => !matter.has(name)).length;
        }
      }),
      runs(computing === "plain" ? 400 : 200),
    );
    expect(named).toBeGreaterThan(200);
  },
);

test.each(["plain", "computing"] as const)(
  "missing names something exactly when the outcome is undetermined, each thing once (%s)",
  (computing) => {
    const outcomes = new Set<Outcome>();
    fc.assert(
      fc.property(worldArbitrary("some", computing), ({ pack, asOf, applications }) => {
        for (const facts of applications) {
          const { outcome, missing } = decide(pack, { service: SERVICE, asOf, facts });
          outcomes.add(outcome);
          expect(missing.length > 0).toBe(outcome === "undetermined");
          expect(new Set(missing).size).toBe(missing.length);
        }
      }),
      runs(200),
    );
    expect(outcomes.size).toBe(4);
  },
);

afterAll(() => {
  const share = ((100 * inExcess) / named).toFixed(1);
  const words = `missing: named ${named.toLocaleString("en")}, of which ${inExcess.toLocaleString("en")}`;
  // biome-ignore lint/suspicious/noConsole: the figure is what this test is run for
  console.info(`${words} (${share}%) did not matter in any completion`);
});
