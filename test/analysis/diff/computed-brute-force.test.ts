import fc from "fast-check";
import { expect, test } from "vitest";
import { compare } from "../../../src/analysis/diff/compare.ts";
import { decided } from "../../../src/analysis/diff/pair.ts";
import { type PreparedPolicy, prepare } from "../../../src/engine/decision/prepare.ts";
import { LayakError } from "../../../src/engine/errors.ts";
import { runs } from "../../support/generate/runs.ts";
import { type World, worldArbitrary } from "../../support/generate/worlds.ts";
import { SERVICE } from "../../support/pack.ts";

function versionsIn({ pack, asOf }: World): readonly PreparedPolicy[] {
  const versions = pack.services.get(SERVICE)?.versions ?? [];
  return versions.flatMap(({ from }) => {
    try {
      return [prepare(pack, { service: SERVICE, asOf, version: from })];
    } catch {
      return [];
    }
  });
}

test("of policies that compute, whoever differs is told or not settled, and whoever is told differs", () => {
  const seen = { differing: 0, told: 0, unsettled: 0 };
  fc.assert(
    fc.property(worldArbitrary("all", "computing"), (world) => {
      const [from, to] = versionsIn(world);
      if (from === undefined || to === undefined) return;
      const { complete, incomplete, unsettled } = compare(from, to);
      for (const change of [...complete, ...incomplete]) {
        const given = decided({ from, to }, change.facts);
        expect([given?.from.outcome, given?.to.outcome]).toEqual([change.from, change.to]);
      }
      const told = [...complete, ...unsettled].map((change) => `${change.from} → ${change.to}`);
      seen.told += complete.length;
      seen.unsettled += unsettled.length;
      for (const facts of world.applications) {
        try {
          const before = from.outcome(facts).outcome;
          const after = to.outcome(facts).outcome;
          if (before === after) continue;
          seen.differing += 1;
          // All is known of these: what is open has no result, and is told as the rest.
          expect(told).toContain(`${before} → ${after}`);
        } catch (error) {
          if (!(error instanceof LayakError)) throw error;
        }
      }
    }),
    runs(20),
  );
  expect(seen.differing).toBeGreaterThan(5);
  expect(seen.told).toBeGreaterThan(5);
});
