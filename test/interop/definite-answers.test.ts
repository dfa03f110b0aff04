import fc from "fast-check";
import { expect, test } from "vitest";
import { decide } from "../../src/index.ts";
import { toEngine } from "../../src/json-rules-engine.ts";
import { runs } from "../support/generate/runs.ts";
import { worldArbitrary } from "../support/generate/worlds.ts";
import { SERVICE } from "../support/pack.ts";

test("json-rules-engine agrees with every definite answer, and every rule gives a result", async () => {
  await fc.assert(
    fc.asyncProperty(worldArbitrary("some"), async ({ pack, asOf, applications }) => {
      const engine = toEngine(pack, { service: SERVICE, asOf });
      for (const facts of applications) {
        const decision = decide(pack, { service: SERVICE, asOf, facts });
        const { results, failureResults } = await engine.run(facts);
        const answers = new Map(
          [...results, ...failureResults].map(({ name, result }) => [name, result]),
        );
        const scopes = decision.scope === undefined ? [] : ["scope"];
        const rules = [...scopes, ...decision.requirements.map(({ id }) => id)];
        expect([...answers.keys()].sort()).toEqual(rules.sort());
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
});
