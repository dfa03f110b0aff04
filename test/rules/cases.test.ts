import { describe, expect, it } from "vitest";
import { decide } from "../../src/engine/decision/prepare.ts";
import { readPack } from "../../src/pack/read-pack.ts";

const result = await readPack("rules");

describe("the shipped rules", () => {
  it("are valid without a warning", () => {
    expect(result.ok ? result.warnings : result.diagnostics).toEqual([]);
  });

  it("have at least twelve cases for every service", () => {
    const services = result.ok ? [...result.pack.services.values()] : [];
    const few = services.filter(({ cases }) => cases.length < 12).map(({ id }) => id);
    expect(services.length).toBeGreaterThan(4);
    expect(few).toEqual([]);
  });
});

if (result.ok) {
  const { pack } = result;
  for (const service of pack.services.values()) {
    describe(service.id, () => {
      it.each(service.cases)("$name ($asOf)", ({ asOf, version, facts, expect: expected }) => {
        const question = { service: service.id, asOf, facts, ...(version && { version }) };
        const { outcome, requirements, missing } = decide(pack, question);
        const unmet = requirements.flatMap(({ id, outcome }) => (outcome === "unmet" ? [id] : []));
        expect({
          outcome,
          ...(expected.unmet && { unmet: unmet.sort() }),
          ...(expected.missing && { missing: [...missing].sort() }),
        }).toEqual({
          outcome: expected.outcome,
          ...(expected.unmet && { unmet: [...expected.unmet].sort() }),
          ...(expected.missing && { missing: [...expected.missing].sort() }),
        });
      });
    });
  }
}
