import { describe, expect, test } from "vitest";
import { groupLimitsIn } from "../../../src/analysis/solver/group-limits.ts";
import { goalsOf } from "../../../src/analysis/solver/outcomes.ts";
import { createSolver } from "../../../src/analysis/solver/solver.ts";
import { outcomeOf } from "../../../src/engine/decision/outcome.ts";
import { allTrees, programOf } from "../../../src/engine/decision/program.ts";
import { fact, packOf, policy, requirement, SERVICE } from "../../support/pack.ts";

const facts = { age: fact({ type: "integer", minimum: 0 }) };
const aged = (age: number) => ({ fact: "age", operator: "equal", value: age });
const oneAged = (age: number) => ({ some: "crew", conditions: aged(age) });
const eachAged = (...ages: readonly number[]) => ({
  every: "crew",
  conditions: { any: ages.map(aged) },
});

describe("items of a group", () => {
  test.each([
    [
      "as many as may be, where conditions could use more",
      2,
      [oneAged(1), oneAged(2), eachAged(1, 2)],
      2,
    ],
    ["one for several conditions", 1, [oneAged(1), eachAged(1, 2)], 1],
    ["more than may be: nobody", 1, [oneAged(1), oneAged(2), eachAged(1, 2)], null],
    [
      "as many as are counted",
      9,
      [{ fact: "crew.count", operator: "greaterThan", value: 4 }, eachAged(3)],
      5,
    ],
  ])("%s", (_, maxItems, demands, items) => {
    const pack = packOf({
      facts,
      groups: { crew: { label: { id: "Awak" }, facts: ["age"], maxItems } },
      policies: { "2026-01-01": policy([requirement("awak", { all: demands })]) },
    });
    const program = programOf(pack, { service: SERVICE, asOf: "2026-11-22" });
    const solver = createSolver({ trees: allTrees(program), limitsOf: groupLimitsIn(pack) });
    const [solved] = goalsOf(program, "eligible").map((goals) => solver.solve(goals));
    const crew = solved?.kind === "found" ? solved.facts["crew"] : null;
    expect(Array.isArray(crew) ? crew.length : solved?.kind).toBe(items ?? "none");
    if (solved?.kind === "found") expect(outcomeOf(program, solved.facts).outcome).toBe("eligible");
  });
});
