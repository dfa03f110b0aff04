import { describe, expect, it } from "vitest";
import { coverageOfService } from "../../../src/analysis/coverage/coverage.ts";
import { keyOfTarget } from "../../../src/analysis/coverage/target.ts";
import { suggestCases } from "../../../src/analysis/suggest/suggest.ts";
import { decide } from "../../../src/engine/decision/prepare.ts";
import { fact, packOf, policy, type RulesParts, requirement, SERVICE } from "../../support/pack.ts";

function computed(type: object, compute: object): object {
  return fact({ ...type, source: "system", compute, label: { id: "Hitungan" } });
}

const SHARE = computed(
  { type: "money" },
  {
    operation: "quotient",
    of: [{ fact: "income" }, { operation: "product", of: [7, { fact: "members.count" }] }],
    scale: 0,
    rounding: "down",
  },
);

const HOUSEHOLD: RulesParts = {
  facts: {
    age: fact({ type: "integer", minimum: 0 }),
    income: fact({ type: "money", minimum: 0 }),
    share: SHARE,
  },
  groups: { members: { label: { id: "Anggota" }, minItems: 1, maxItems: 9, facts: ["age"] } },
  policies: {
    "2026-01-01": policy([
      requirement("penghasilan", { fact: "share", operator: "lessThan", value: 1_234_567 }),
      requirement("anak", {
        some: "members",
        conditions: { fact: "age", operator: "lessThan", value: 18 },
      }),
    ]),
  },
};

function serviceOf(parts: RulesParts) {
  const pack = packOf(parts);
  const service = pack.services.get(SERVICE);
  if (service === undefined) throw new Error("one service");
  return { pack, service };
}

describe("suggested cases of conditions over computed facts", () => {
  it("give what it is computed from, and come out as they say", () => {
    const { pack, service } = serviceOf(HOUSEHOLD);
    const suggestions = suggestCases(pack, service);
    expect(suggestions.map(({ test }) => test.name)).toEqual([
      "Diterima: semua syarat terpenuhi",
      "Ditolak hanya karena: Syarat penghasilan",
      "Ditolak hanya karena: Syarat anak",
      "Sedikit di bawah batas: Hitungan Rp1.234.566, diterima",
      "Belum diketahui: Hitungan, belum dapat diputuskan",
      "Belum diketahui: Anggota: Fakta, belum dapat diputuskan",
    ]);
    for (const { test } of suggestions) {
      const { outcome } = decide(pack, { service: SERVICE, asOf: test.asOf, facts: test.facts });
      expect([test.name, outcome]).toEqual([test.name, test.expect.outcome]);
      expect(Object.keys(test.facts)).not.toContain("share");
    }
    const whole = { ...service, cases: suggestions.map(({ test }) => test) };
    const [coverage] = coverageOfService(pack, whole);
    const open = coverage?.targets.filter(({ status }) => status.kind !== "exercised");
    expect(open?.map(({ target, status }) => [keyOfTarget(target), status.kind])).toEqual([]);
  });

  it("are none for what no facts come to, which is told as not found", () => {
    const { pack, service } = serviceOf({
      facts: {
        months: fact({ type: "integer", minimum: 0 }),
        fee: fact({ type: "money", minimum: 16_800, maximum: 16_800 }),
        arrears: computed(
          { type: "money" },
          { operation: "product", of: [{ fact: "fee" }, { fact: "months" }] },
        ),
      },
      policies: {
        "2026-01-01": policy([
          requirement("tunggakan", { fact: "arrears", operator: "lessThan", value: 20_000 }),
        ]),
      },
    });
    const [coverage] = coverageOfService(pack, service);
    const open = coverage?.targets.filter(({ status }) => status.kind === "unsettled");
    expect(open?.map(({ target, status }) => [keyOfTarget(target), status])).toEqual([
      ["boundary:tunggakan/conditions:true", { kind: "unsettled", because: "computed" }],
      ["boundary:tunggakan/conditions:false", { kind: "unsettled", because: "computed" }],
    ]);
    expect(suggestCases(pack, service).map(({ test }) => test.facts)).toEqual([
      { fee: 16_800, months: 1 },
      { fee: 16_800, months: 2 },
      { months: 1 },
    ]);
  });
});
