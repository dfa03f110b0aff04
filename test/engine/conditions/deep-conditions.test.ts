import { expect, test } from "vitest";
import { prepare } from "../../../src/index.ts";
import { fact, packOf, policy, requirement, SERVICE } from "../../support/pack.ts";

const leaf = (level: number) => ({ fact: `f${level}`, operator: "equal", value: true });

/** `all` of `any` of `all` …, a leaf beside each. */
function nested(levels: number): object {
  if (levels === 0) return leaf(0);
  return { [levels % 2 === 0 ? "all" : "any"]: [nested(levels - 1), leaf(levels)] };
}

test("thirty levels of all and any are decided, with and without evidence", () => {
  const levels = 30;
  const ids = Array.from({ length: levels + 1 }, (_, level) => `f${level}`);
  const pack = packOf({
    facts: Object.fromEntries(ids.map((id) => [id, fact({ type: "boolean" })])),
    policies: { "2026-01-01": policy([requirement("deep", nested(levels))]) },
  });
  const judge = prepare(pack, { service: SERVICE, asOf: "2026-11-22" });
  const outcomes = [{}, { f30: false }, { f30: true, f29: true }, { f30: true }].map((facts) => [
    judge.outcome(facts).outcome,
    judge.decide(facts).outcome,
  ]);
  expect(outcomes).toEqual([
    ["undetermined", "undetermined"],
    ["ineligible", "ineligible"],
    ["eligible", "eligible"],
    ["undetermined", "undetermined"],
  ]);
});
