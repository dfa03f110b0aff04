import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { allClauses, clausePathOf } from "../../../src/analysis/statement/clauses.ts";
import { statementOf } from "../../../src/analysis/statement/statement.ts";
import { prepare } from "../../../src/engine/decision/prepare.ts";
import { LayakError } from "../../../src/engine/errors.ts";
import { runs } from "../../support/generate/runs.ts";
import { type World, worldArbitrary } from "../../support/generate/worlds.ts";
import { SERVICE } from "../../support/pack.ts";

function prepared({ pack, asOf }: World) {
  try {
    return prepare(pack, { service: SERVICE, asOf });
  } catch (error) {
    if (error instanceof LayakError) return null;
    throw error;
  }
}

describe("the clauses of any policy", () => {
  test("hold the leaf of every evidence that any decision gives", () => {
    let found = 0;
    fc.assert(
      fc.property(worldArbitrary("some"), (world) => {
        const policy = prepared(world);
        if (policy === null) return;
        const { requirements } = statementOf(policy.program);
        for (const facts of world.applications) {
          for (const { id, evidence } of policy.decide(facts).requirements) {
            const clause = requirements.find((requirement) => requirement.id === id);
            for (const { path, part, fact } of evidence) {
              const within = part === "when" ? clause?.when : clause?.conditions;
              const there =
                within && allClauses(within).find((one) => one.path === clausePathOf(path));
              expect(there?.reads).toContain(fact.replace(/^.*\]\.|\.count$/g, ""));
              found += 1;
            }
          }
        }
      }),
      runs(150),
    );
    expect(found).toBeGreaterThan(1000);
  });
});
