import { expect, it } from "vitest";
import { decide, explain } from "../../../src/index.ts";
import { fact, packOf, policy, requirement, SERVICE } from "../../support/pack.ts";

const PACK = packOf({
  facts: {
    active: fact({ type: "boolean" }),
    paidThrough: fact({ type: "date" }),
    months: fact({
      type: "integer",
      source: "system",
      compute: { operation: "monthsBetween", of: [{ fact: "paidThrough" }, { fact: "asOf" }] },
    }),
  },
  groups: {
    drivers: { label: { id: "Pengemudi", en: "Driver" }, facts: ["active", "paidThrough"] },
  },
  conditions: {
    paid: {
      any: [
        { fact: "active", operator: "equal", value: true },
        { fact: "paidThrough", operator: "onOrAfter", value: { fact: "asOf" } },
      ],
      unmet: { id: "Menunggak {months} bulan.", en: "{months} months overdue." },
    },
  },
  policies: {
    "2026-01-01": policy([
      requirement("own", { condition: "paid" }),
      requirement("drivers", { every: "drivers", conditions: { condition: "paid" } }),
    ]),
  },
});

it("texts of shared conditions tell what is computed, of the application and of each item", () => {
  const facts = {
    active: false,
    paidThrough: "2026-08-31",
    drivers: [
      { active: false, paidThrough: "2026-06-30" },
      { active: true, paidThrough: "2020-01-01" },
      { active: false, paidThrough: "2026-10-22" },
    ],
  };
  const decision = decide(PACK, { service: SERVICE, asOf: "2026-11-22", facts });
  const { requirements } = explain(PACK, decision, "en");
  expect(requirements.map(({ reasons }) => reasons)).toEqual([
    ["2 months overdue."],
    ["Driver 1: 4 months overdue.", "Driver 3: 1 months overdue."],
  ]);
});
