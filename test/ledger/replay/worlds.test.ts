import fc from "fast-check";
import { expect, test } from "vitest";
import { digestOf } from "../../../src/engine/decision/digest.ts";
import { prepare } from "../../../src/engine/decision/prepare.ts";
import { programOf } from "../../../src/engine/decision/program.ts";
import type { Facts, FactValue } from "../../../src/engine/model/catalogue.ts";
import type { Pack } from "../../../src/engine/model/pack.ts";
import { packOfPolicy } from "../../../src/ledger/replay/policy-pack.ts";
import { replay } from "../../../src/ledger/replay/replay.ts";
import { valuesOf } from "../../support/generate/domains.ts";
import { runs } from "../../support/generate/runs.ts";
import { worldArbitrary } from "../../support/generate/worlds.ts";
import { SERVICE } from "../../support/pack.ts";
import { recordOf } from "./support/records.ts";

test("a record is decided again as it was, by its own policy alone", async () => {
  const outcomes = new Set<string>();
  await fc.assert(
    fc.asyncProperty(worldArbitrary("some"), async ({ pack, asOf, applications }) => {
      for (const facts of applications) {
        const record = await recordOf(pack, { service: SERVICE, asOf, facts });
        outcomes.add(record.decision.outcome);
        expect(replay(record)).toEqual({ kind: "same" });
      }
    }),
    runs(80),
  );
  expect([...outcomes].sort()).toEqual(["eligible", "ineligible", "out-of-scope", "undetermined"]);
});

test("the pack of a recorded policy has the digest that it was recorded under", async () => {
  await fc.assert(
    fc.asyncProperty(worldArbitrary("some"), async ({ pack, asOf, applications: [facts = {}] }) => {
      const { decision, policy } = await recordOf(pack, { service: SERVICE, asOf, facts });
      const rebuilt = packOfPolicy(policy, decision);
      const program = programOf(rebuilt, { service: SERVICE, asOf });
      expect(digestOf(program)).toBe(decision.policy.digest);
    }),
    runs(40),
  );
});

/** Each fact of the application with another value that it may have. */
function changedOnce(pack: Pack, facts: Facts): readonly Facts[] {
  return Object.entries(facts).flatMap(([id, value]) => {
    const fact = pack.facts.get(id);
    const others: readonly FactValue[] = fact === undefined ? [] : valuesOf(fact);
    const other = others.find((one) => JSON.stringify(one) !== JSON.stringify(value));
    return other === undefined ? [] : [{ ...facts, [id]: other }];
  });
}

test("a fact that was changed afterwards shows where it mattered, and its digest in any case", async () => {
  let mattered = 0;
  await fc.assert(
    fc.asyncProperty(worldArbitrary("all"), async ({ pack, asOf, applications }) => {
      for (const facts of applications) {
        const record = await recordOf(pack, { service: SERVICE, asOf, facts });
        for (const changed of changedOnce(pack, record.facts)) {
          const before = prepare(pack, { service: SERVICE, asOf }).decide(record.facts);
          const after = prepare(pack, { service: SERVICE, asOf }).decide(changed);
          const result = replay({ ...record, facts: changed });
          if (result.kind !== "different") throw new Error(result.kind);
          const paths = result.differences.map(({ path }) => path);
          expect(paths).toContain("factsDigest");
          if (before.outcome !== after.outcome) {
            mattered += 1;
            expect(result.differences).toContainEqual({
              path: "outcome",
              recorded: before.outcome,
              replayed: after.outcome,
            });
          }
          const { salts: _, ...unsalted } = record;
          const told = replay({ ...unsalted, facts: changed });
          const isSame = JSON.stringify(before) === JSON.stringify(after);
          if (!isSame) expect(told.kind).toBe("different");
        }
      }
    }),
    runs(40),
  );
  expect(mattered).toBeGreaterThan(50);
});
