import fc from "fast-check";
import { expect, test } from "vitest";
import type { Policy } from "../../../src/engine/model/policy.ts";
import {
  decide,
  type Facts,
  horizon,
  LayakError,
  type Pack,
  remedies,
} from "../../../src/index.ts";
import { runs } from "../../support/generate/runs.ts";
import { partsOf, worldArbitrary } from "../../support/generate/worlds.ts";
import { packOf, SERVICE } from "../../support/pack.ts";

/** Each requirement's own conditions, granted by themselves, and one amount. */
function granting(policy: Policy): Policy {
  const granted = policy.requirements.map(({ id, sources, conditions }) => ({
    id,
    text: { id: "Pemberian" },
    sources,
    provenance: "assumed" as const,
    conditions,
    amount: 1000,
  }));
  return { ...policy, grants: granted };
}

function told(pack: Pack, asOf: string, facts: Facts): unknown {
  try {
    const question = { service: SERVICE, asOf, facts };
    const { grants: _, policy: __, ...decision } = decide(pack, question);
    return [decision, horizon(pack, question), remedies(pack, question)];
  } catch (error) {
    if (error instanceof LayakError) return error.code;
    throw error;
  }
}

test.each([
  ["plain", 100],
  ["computing", 40],
] as const)(
  "a policy of %s facts decides, lasts and is remedied alike, whatever it grants; and grants what is met",
  (computing, tries) => {
    fc.assert(
      fc.property(worldArbitrary("some", computing), ({ documents, pack, asOf, applications }) => {
        const versions = Object.entries(documents.versions).map(([from, policy]) => [
          from,
          granting(policy),
        ]);
        const parts = partsOf({ ...documents, versions: Object.fromEntries(versions) });
        const grants = packOf(parts);
        for (const facts of applications) {
          const alike = told(pack, asOf, facts);
          expect(told(grants, asOf, facts)).toEqual(alike);
          if (typeof alike === "string") continue;
          const decision = decide(grants, { service: SERVICE, asOf, facts });
          for (const { id, state } of decision.grants ?? []) {
            const requirement = decision.requirements.find((one) => one.id === id);
            if (requirement?.outcome === "unmet") expect([id, state]).toEqual([id, "not-granted"]);
            if (state === "granted")
              expect([id, requirement?.outcome]).toEqual([
                id,
                expect.stringMatching(/^(met|not-applicable)$/),
              ]);
          }
        }
      }),
      runs(tries),
    );
  },
);
