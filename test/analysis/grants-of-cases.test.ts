import { describe, expect, it } from "vitest";
import { coverageOfService } from "../../src/analysis/coverage/coverage.ts";
import { keyOfTarget } from "../../src/analysis/coverage/target.ts";
import { runCases } from "../../src/analysis/run-cases.ts";
import { tellFailure } from "../../src/cli/test/tell-failure.ts";
import { fact, packOf, policy, requirement, SERVICE } from "../support/pack.ts";

const facts = { active: fact({ type: "boolean" }), older: fact({ type: "boolean" }) };
const is = (id: string) => ({ fact: id, operator: "equal", value: true });
const grants = [
  {
    id: "iuran",
    text: { id: "Iuran", en: "Contribution" },
    sources: [],
    provenance: "assumed",
    amount: 8400,
    conditions: is("older"),
  },
];
const policies = { "2026-01-01": policy([requirement("aktif", is("active"))], { grants }) };

function packWith(given: object, expected: object) {
  const test = { name: "Kasus", asOf: "2026-11-22", facts: given, expect: expected };
  return packOf({ facts, policies, cases: [test] });
}

const OLDER = { active: true, older: true };

describe("what a case expects of a grant", () => {
  it.each([
    [OLDER, 8400, []],
    [OLDER, true, []],
    [{ active: true, older: false }, false, []],
    [{ active: true }, "unknown", []],
    [OLDER, 16_800, [{ id: "iuran", expected: 16_800, actual: 8400 }]],
    [OLDER, false, [{ id: "iuran", expected: false, actual: 8400 }]],
    [{ active: true }, true, [{ id: "iuran", expected: true, actual: "unknown" }]],
  ] as const)("of %o: %s", (given, iuran, differences) => {
    const pack = packWith(given, { outcome: "eligible", grants: { iuran } });
    const [result] = runCases(pack)[0]?.results ?? [];
    const told = result?.kind === "failed" ? result.grants : [];
    expect(told).toEqual(differences);
  });

  it("is told beside what was decided", () => {
    const pack = packWith(OLDER, { outcome: "eligible", grants: { iuran: 1 } });
    const [result] = runCases(pack)[0]?.results ?? [];
    expect(result && tellFailure(pack, result, "en")[1]).toBe(
      '      grant ("grants") iuran (Contribution): expected granted (1); decided granted (8400)',
    );
  });
});

describe("what cases test", () => {
  it("counts the conditions of grants, of whoever is eligible alone", () => {
    const statusOf = (given: object, outcome: string) => {
      const pack = packWith(given, { outcome });
      const service = pack.services.get(SERVICE);
      const targets = service === undefined ? [] : coverageOfService(pack, service)[0]?.targets;
      return (targets ?? [])
        .filter(({ target }) => target.kind === "leaf" && target.at.part.kind === "grant")
        .map(({ target, status }) => [keyOfTarget(target), status.kind]);
    };
    expect([
      statusOf(OLDER, "eligible"),
      statusOf({ active: false, older: true }, "ineligible"),
    ]).toEqual([
      [
        ["leaf:grant:iuran:true", "exercised"],
        ["leaf:grant:iuran:false", "missing"],
        ["leaf:grant:iuran:null", "missing"],
      ],
      [
        ["leaf:grant:iuran:true", "missing"],
        ["leaf:grant:iuran:false", "missing"],
        ["leaf:grant:iuran:null", "missing"],
      ],
    ]);
  });
});
