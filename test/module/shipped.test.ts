import { describe, expect, it } from "vitest";
import { type Facts, prepare } from "../../src/index.ts";
import { policyModule } from "../../src/module/policy-module.ts";
import { datedPolicies, draftPolicies } from "../../src/module/stretches.ts";
import { readPack } from "../../src/pack/read-pack.ts";
import { asModuleDecides, imported, sourceOn } from "./support/imported.ts";

const read = await readPack("rules");
if (!read.ok) throw new Error("the shipped rules are not valid");
const { pack } = read;
const services = [...pack.services.values()];

describe("the modules of the shipped rules", () => {
  it.each(services.map((service) => [service.id, service] as const))(
    "%s: decide every case that no draft decides as the engine does",
    async (id, service) => {
      const policies = datedPolicies(pack, service);
      const cases = service.cases.filter(
        ({ version, asOf }) =>
          version === undefined &&
          policies.some(({ from, until }) => from <= asOf && asOf <= (until ?? "9999")),
      );
      for (const { asOf, facts } of cases) {
        const module = await imported(sourceOn(pack, id, asOf));
        const judge = prepare(pack, { service: id, asOf });
        for (const known of [facts, ...withoutOne(facts)]) {
          expect(module.outcome(known, asOf)).toEqual(judge.outcome(known));
          expect(module.decide(known, asOf)).toEqual(asModuleDecides(judge.decide(known)));
        }
      }
      expect(cases.length).toBeGreaterThan(0);
    },
  );
});

describe("the modules of the shipped drafts", () => {
  const drafts = services.flatMap((service) => draftPolicies(pack, service));

  it.each(drafts.map((draft) => [`${draft.service.id} ${draft.from}`, draft] as const))(
    "%s: decides every case that names it as the engine does",
    async (_, draft) => {
      const { service, from } = draft;
      const module = await imported(policyModule(draft));
      const cases = service.cases.filter(({ version, asOf }) => version === from && asOf >= from);
      for (const { asOf, facts } of cases) {
        const judge = prepare(pack, { service: service.id, asOf, version: from });
        for (const known of [facts, ...withoutOne(facts)]) {
          expect(module.decide(known, asOf)).toEqual(asModuleDecides(judge.decide(known)));
        }
      }
      expect(cases.length).toBeGreaterThan(0);
    },
  );
});

/** The same facts, each time with another one left out. */
function withoutOne(facts: Facts): readonly Facts[] {
  return Object.keys(facts).map((left) =>
    Object.fromEntries(Object.entries(facts).filter(([id]) => id !== left)),
  );
}
