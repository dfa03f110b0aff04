import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compare } from "../../../src/analysis/diff/compare.ts";
import { decided } from "../../../src/analysis/diff/pair.ts";
import { type PreparedPolicy, prepare } from "../../../src/engine/decision/prepare.ts";
import type { Facts } from "../../../src/engine/model/catalogue.ts";
import { stringsIn } from "../../support/generate/completions.ts";
import { runs } from "../../support/generate/runs.ts";
import { slotsOf } from "../../support/generate/slots.ts";
import { type World, worldArbitrary } from "../../support/generate/worlds.ts";
import { SERVICE } from "../../support/pack.ts";

const MOST_APPLICATIONS = 2_000;

/** Every application that can be made, of what either policy reads; null where there are too many. */
function applicationsOf({ pack }: World): readonly Facts[] | null {
  const service = pack.services.get(SERVICE);
  const words = stringsIn([service?.versions, Object.fromEntries(service?.conditions ?? [])]);
  const slots = slotsOf(pack, {}, (id) => words.has(id));
  const sizes = slots.map(({ completions }) => completions.length);
  if (sizes.reduce((product, size) => product * size, 1) > MOST_APPLICATIONS) return null;
  return slots.reduce<readonly Facts[]>(
    (known, { completions }) =>
      known.flatMap((one) => completions.map((complete) => complete(one))),
    [{}],
  );
}

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

describe("two policies, beside every application that can be made", () => {
  test("whoever is decided otherwise is told, and nobody else", () => {
    let differing = 0;
    fc.assert(
      fc.property(worldArbitrary("all"), (world) => {
        const [from, to] = versionsIn(world);
        if (from === undefined || to === undefined) return;
        const { complete, incomplete, unsettled } = compare(from, to);
        for (const change of [...complete, ...incomplete]) {
          const given = decided({ from, to }, change.facts);
          expect([given?.from.outcome, given?.to.outcome]).toEqual([change.from, change.to]);
        }
        const told = [...complete, ...unsettled].map((change) => `${change.from} → ${change.to}`);
        for (const facts of applicationsOf(world) ?? []) {
          const before = from.outcome(facts).outcome;
          const after = to.outcome(facts).outcome;
          if (before === after) continue;
          differing += 1;
          expect(told).toContain(`${before} → ${after}`);
        }
      }),
      runs(150),
    );
    expect(differing).toBeGreaterThan(1_000);
  });

  test("nobody is decided otherwise by a policy and itself", () => {
    fc.assert(
      fc.property(worldArbitrary("all"), (world) => {
        for (const policy of versionsIn(world)) {
          const { complete, incomplete } = compare(policy, policy);
          expect([complete, incomplete]).toEqual([[], []]);
        }
      }),
      runs(150),
    );
  });
});
