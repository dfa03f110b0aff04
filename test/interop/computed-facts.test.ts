import fc from "fast-check";
import { expect, test } from "vitest";
import { decide } from "../../src/index.ts";
import { toEngine } from "../../src/json-rules-engine.ts";
import { runs } from "../support/generate/runs.ts";
import { worldArbitrary } from "../support/generate/worlds.ts";
import { SERVICE } from "../support/pack.ts";

test("json-rules-engine, with arithmetic of its own, agrees where facts are computed", async () => {
  const values = { known: 0, unknown: 0 };
  await fc.assert(
    fc.asyncProperty(worldArbitrary("some", "computing"), async ({ pack, asOf, applications }) => {
      const engine = toEngine(pack, { service: SERVICE, asOf });
      for (const facts of applications) {
        const decision = decide(pack, { service: SERVICE, asOf, facts });
        for (const { value } of decision.computed ?? []) {
          values[value === null ? "unknown" : "known"] += 1;
        }
        const { results, failureResults } = await engine.run(facts);
        const answers = new Map(
          [...results, ...failureResults].map(({ name, result }) => [name, result]),
        );
        for (const { id, outcome } of decision.requirements) {
          if (outcome !== "unknown")
            expect([id, answers.get(id)]).toEqual([id, outcome !== "unmet"]);
        }
        const scope = decision.scope?.holds ?? null;
        if (scope !== null) expect(answers.get("scope")).toBe(scope);
      }
    }),
    runs(400),
  );
  expect(values.known).toBeGreaterThan(500);
  expect(values.unknown).toBeGreaterThan(200);
});
