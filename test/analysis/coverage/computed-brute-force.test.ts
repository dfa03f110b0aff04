import fc from "fast-check";
import { expect, test } from "vitest";
import { coverageOfService } from "../../../src/analysis/coverage/coverage.ts";
import { exercisedBy } from "../../../src/analysis/coverage/exercised.ts";
import { keyOfTarget } from "../../../src/analysis/coverage/target.ts";
import { suggestCases } from "../../../src/analysis/suggest/suggest.ts";
import { LayakError } from "../../../src/engine/errors.ts";
import { decide } from "../../../src/index.ts";
import { runs } from "../../support/generate/runs.ts";
import { worldArbitrary } from "../../support/generate/worlds.ts";
import { SERVICE } from "../../support/pack.ts";

test("of policies that compute, what cannot happen never does, what can is shown, and cases come out as they say", () => {
  const told = { missing: 0, impossible: 0, unsettled: 0, suggested: 0 };
  fc.assert(
    fc.property(worldArbitrary("some", "computing"), ({ pack, applications }) => {
      const service = pack.services.get(SERVICE);
      if (service === undefined) throw new Error("one service");
      for (const { targets } of coverageOfService(pack, service)) {
        for (const { target, status, prepared } of targets) {
          if (status.kind === "exercised") throw new Error("there are no cases");
          told[status.kind] += 1;
          const exercised = exercisedBy(prepared.program);
          const key = keyOfTarget(target);
          if (status.kind === "missing") {
            expect(exercised(prepared.decide(status.facts))).toContain(key);
          }
          if (status.kind !== "impossible") continue;
          for (const facts of [{}, ...applications]) {
            try {
              expect(exercised(prepared.decide(facts))).not.toContain(key);
            } catch (error) {
              if (!(error instanceof LayakError)) throw error;
            }
          }
        }
      }
      for (const { test: suggested } of suggestCases(pack, service)) {
        const { asOf, version, facts, expect: expected } = suggested;
        const question = {
          service: SERVICE,
          asOf,
          facts,
          ...(version !== undefined && { version }),
        };
        const { outcome, missing } = decide(pack, question);
        expect({ outcome, missing }).toEqual({
          outcome: expected.outcome,
          missing: expected.missing ?? [],
        });
        told.suggested += 1;
      }
    }),
    runs(5),
  );
  expect(told.suggested).toBeGreaterThan(5);
  expect(told.missing + told.impossible).toBeGreaterThan(told.unsettled);
});
