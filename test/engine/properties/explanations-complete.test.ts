import fc from "fast-check";
import { expect, test } from "vitest";
import { decide, type Explanation, explain, type Language } from "../../../src/index.ts";
import { runs } from "../../support/generate/runs.ts";
import { worldArbitrary } from "../../support/generate/worlds.ts";
import { SERVICE } from "../../support/pack.ts";

const LANGUAGES: readonly Language[] = ["id", "en"];

/** What no reader should ever see: an unfilled placeholder, or a value that went astray. */
const ASTRAY = /undefined|null|NaN|Infinity|\[object|[{}]/;

function sentencesOf(explanation: Explanation): readonly string[] {
  const { summary, scope, requirements, contact = "", objection = "" } = explanation;
  const told = [...(scope === undefined ? [] : [scope]), ...requirements];
  return [
    summary,
    contact,
    objection,
    ...told.flatMap(({ reasons, remedy = "" }) => [...reasons, remedy]),
  ];
}

test("every decision is explained in both languages, with reasons for all that is not settled well", () => {
  let reasons = 0;
  fc.assert(
    fc.property(worldArbitrary("some"), ({ pack, asOf, applications }) => {
      for (const facts of applications) {
        const decision = decide(pack, { service: SERVICE, asOf, facts });
        for (const language of LANGUAGES) {
          const explanation = explain(pack, decision, language);
          expect(sentencesOf(explanation).filter((text) => ASTRAY.test(text))).toEqual([]);
          for (const { id, outcome, reasons: told } of explanation.requirements) {
            const open = outcome === "unmet" || outcome === "unknown";
            const expected = open && decision.outcome !== "out-of-scope";
            expect([id, told.length > 0]).toEqual([id, expected]);
            expect(told.filter((reason) => reason.trim() === "")).toEqual([]);
            reasons += told.length;
          }
          const governs = decision.scope === undefined || decision.scope.holds === true;
          expect((explanation.scope?.reasons.length ?? 0) > 0).toBe(!governs);
        }
      }
    }),
    runs(200),
  );
  expect(reasons).toBeGreaterThan(300);
});

test("a decision read back from JSON is explained in the same words", () => {
  fc.assert(
    fc.property(worldArbitrary("some"), ({ pack, asOf, applications }) => {
      for (const facts of applications) {
        const decision = decide(pack, { service: SERVICE, asOf, facts });
        const stored: typeof decision = JSON.parse(JSON.stringify(decision));
        expect(explain(pack, stored, "id")).toEqual(explain(pack, decision, "id"));
      }
    }),
    runs(60),
  );
});
