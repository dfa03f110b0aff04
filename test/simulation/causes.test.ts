import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  causesOf,
  outcomeOfStates,
  type RequirementState,
  type States,
} from "../../src/simulation/causes.ts";

const state = fc.constantFrom<RequirementState>(
  ...(["met", "unmet", "unknown", "not-applicable", "advisory"] as const),
);
const side = fc
  .record({
    scope: fc.constantFrom(true, true, true, false, null),
    requirements: fc.dictionary(fc.constantFrom("a", "b", "c", "d"), state),
  })
  .map(({ scope, requirements }): States => {
    const states = { scope, requirements: new Map(Object.entries(requirements)) };
    return { outcome: outcomeOfStates(states), ...states };
  });

describe("the causes of a change", () => {
  it("stand otherwise on both sides, and put into the earlier decision give the later outcome", () => {
    fc.assert(
      fc.property(side, side, (from, to) => {
        const causes = causesOf(from, to);
        expect(causes.length > 0).toBe(from.outcome !== to.outcome);
        const requirements = new Map(from.requirements);
        let scope = from.scope;
        for (const cause of causes) {
          expect(cause.from).not.toBe(cause.to);
          if (cause.kind === "scope") scope = cause.to;
          else if (cause.to === "absent") requirements.delete(cause.id);
          else requirements.set(cause.id, cause.to);
        }
        const changed = outcomeOfStates({ scope, requirements });
        if (causes.length > 0) expect(changed).toBe(to.outcome);
      }),
      { numRuns: 5000 },
    );
  });

  const of = (outcome: States["outcome"], requirements: Record<string, RequirementState>) => ({
    ...{ outcome, scope: true, requirements: new Map(Object.entries(requirements)) },
  });
  it.each([
    [
      "of two that no longer refuse, both",
      of("ineligible", { a: "unmet", b: "unmet", c: "met" }),
      of("eligible", { a: "met", b: "not-applicable", c: "met" }),
      ["a unmet → met", "b unmet → not-applicable"],
    ],
    [
      "of one that refuses now, not another that is open now",
      of("eligible", { a: "met", b: "met" }),
      of("ineligible", { a: "unmet", b: "unknown" }),
      ["a met → unmet"],
    ],
    [
      "one that is new",
      of("eligible", { a: "met" }),
      of("ineligible", { a: "met", b: "unmet" }),
      ["b absent → unmet"],
    ],
    [
      "one that only advises now, and not what was open before and is",
      of("ineligible", { a: "unmet", b: "unknown" }),
      of("undetermined", { a: "advisory", b: "unknown" }),
      ["a unmet → advisory"],
    ],
    ["nothing where the outcome stays", of("ineligible", { a: "unmet" }), of("ineligible", {}), []],
  ])("are %s", (_, from, to, expected) => {
    const told = causesOf(from, to).map((cause) =>
      cause.kind === "scope" ? "scope" : `${cause.id} ${cause.from} → ${cause.to}`,
    );
    expect(told).toEqual(expected);
  });

  it("are the scope alone where it shuts the applicant out", () => {
    const from = of("ineligible", { a: "unmet" });
    const to = { ...of("out-of-scope", { a: "met" }), scope: false };
    expect(causesOf(from, to)).toEqual([{ kind: "scope", from: true, to: false }]);
  });
});
