import { expect, it } from "vitest";
import { decide, explain } from "../../../src/index.ts";
import { fact, packOf, policy, requirement, SERVICE } from "../../support/pack.ts";

const PACK = packOf({
  facts: {
    paidThrough: fact({ type: "date", label: { id: "Terbayar sampai", en: "Paid through" } }),
    monthsDue: fact({
      type: "integer",
      source: "system",
      compute: { operation: "monthsBetween", of: [{ fact: "parameter.start" }, { fact: "asOf" }] },
    }),
    monthsPaid: fact({
      type: "integer",
      source: "system",
      compute: {
        operation: "monthsBetween",
        of: [{ fact: "parameter.start" }, { fact: "paidThrough" }],
      },
    }),
    months: fact({
      type: "integer",
      source: "system",
      compute: { operation: "difference", of: [{ fact: "monthsDue" }, { fact: "monthsPaid" }] },
    }),
  },
  groups: {
    drivers: { label: { id: "Pengemudi", en: "Driver" }, facts: ["paidThrough"] },
  },
  parameters: {
    start: {
      type: "date",
      label: { id: "Awal hitungan" },
      sources: [],
      values: [{ from: "2020-01-01", value: "2020-01-01", provenance: "assumed" }],
    },
  },
  policies: {
    "2026-01-01": policy([
      requirement("paid", {
        every: "drivers",
        conditions: {
          fact: "months",
          operator: "lessThan",
          value: 1,
          unmet: { id: "Menunggak.", en: "In arrears." },
          remedy: { id: "Bayar {months} bulan kepada kantor.", en: "Pay {months} months." },
        },
      }),
      requirement("dated", {
        every: "drivers",
        conditions: {
          fact: "monthsPaid",
          operator: "lessThan",
          value: 76,
          unmet: { id: "Terlalu jauh.", en: "Too far ahead." },
          remedy: { id: "Datang ke kantor.", en: "Come to the office." },
        },
      }),
    ]),
  },
});

function decided(drivers: readonly ({ readonly paidThrough: string } | null)[]) {
  return decide(PACK, { service: SERVICE, asOf: "2026-11-22", facts: { drivers } });
}

it("an item of which nothing is known lacks what its facts are computed from, and no more", () => {
  const { missing, computed = [] } = decided([null]);
  expect([missing, computed.find(({ fact: id }) => id.endsWith(".months"))]).toEqual([
    ["drivers[0].paidThrough"],
    {
      fact: "drivers[0].months",
      value: null,
      operands: { monthsDue: 82, monthsPaid: null },
    },
  ]);
});

it("a remedy that says anything of an item names the item, and any other is told once", () => {
  const decision = decided([{ paidThrough: "2026-06-30" }, { paidThrough: "2026-05-31" }]);
  expect(explain(PACK, decision, "en").requirements.map(({ remedy }) => remedy)).toEqual([
    "Driver 1: Pay 5 months. Driver 2: Pay 6 months.",
    "Come to the office.",
  ]);
});

it("the fact by which an item's table is read is missing, and not the table", () => {
  const pack = packOf({
    facts: {
      kind: fact({ type: "code", codes: { A: { id: "A" }, null: { id: "Tanpa" } } }),
      fee: fact({
        type: "money",
        source: "system",
        compute: { operation: "product", of: [{ fact: "parameter.fees" }, 2] },
      }),
    },
    groups: { people: { label: { id: "Orang" }, facts: ["kind"] } },
    parameters: {
      fees: {
        type: "money",
        by: "kind",
        label: { id: "Iuran" },
        sources: [],
        values: [{ from: "2020-01-01", value: { A: 10, null: 1 }, provenance: "assumed" }],
      },
    },
    policies: {
      "2026-01-01": policy([
        requirement("fee", {
          every: "people",
          conditions: { fact: "fee", operator: "lessThan", value: 30 },
        }),
      ]),
    },
  });
  const people = [{ kind: "A" }, {}, { kind: null }];
  const { outcome, missing } = decide(pack, {
    service: SERVICE,
    asOf: "2026-01-31",
    facts: { people },
  });
  expect([outcome, missing]).toEqual(["undetermined", ["people[1].kind", "people[2].kind"]]);
});
