import { describe, expect, it } from "vitest";
import { horizon } from "../../src/engine/decision/horizon.ts";
import type { Facts } from "../../src/engine/model/catalogue.ts";
import { fact, packOf, policy, type RulesParts, requirement, SERVICE } from "../support/pack.ts";

function computed(type: object, compute: object): object {
  return fact({ ...type, source: "system", compute });
}

const money = (...values: readonly (readonly [string, unknown])[]) => ({
  type: "money",
  label: { id: "Iuran" },
  sources: [],
  values: values.map(([from, value]) => ({ from, value, provenance: "assumed" })),
});

const MONTHS = computed(
  { type: "integer" },
  { operation: "monthsBetween", of: [{ fact: "paidThrough" }, { fact: "asOf" }] },
);
const ARREARS = computed(
  { type: "money" },
  { operation: "product", of: [{ fact: "months" }, { fact: "parameter.iuran" }] },
);
const FACTS = {
  paidThrough: fact({ type: "date" }),
  income: fact({ type: "money" }),
  months: MONTHS,
  arrears: ARREARS,
};

function lastsWith(condition: object, facts: Facts, more: Partial<RulesParts> = {}) {
  const pack = packOf({
    facts: FACTS,
    parameters: { iuran: money(["2026-01-01", 100], ["2026-06-10", 300]) },
    policies: { "2026-01-01": policy([requirement("syarat", condition)]) },
    ...more,
  });
  return horizon(pack, { service: SERVICE, asOf: "2026-05-01", facts });
}

const owes = (value: number | object) => ({ fact: "arrears", operator: "lessThan", value });

describe("the cause that ends an answer which rests on a computed fact", () => {
  it("is the parameter whose new value makes it another", () => {
    expect(lastsWith(owes(500), { paidThrough: "2026-03-20" })).toEqual({
      until: "2026-06-09",
      because: ["parameter.iuran"],
    });
  });

  it("is the date that it counts from, through what is computed of what is computed", () => {
    expect(lastsWith(owes(150), { paidThrough: "2026-03-20" })).toEqual({
      until: "2026-05-19",
      because: ["paidThrough"],
    });
  });

  it("is not the fact that is compared with it", () => {
    const below = owes({ fact: "income" });
    expect(lastsWith(below, { paidThrough: "2026-03-20", income: 500 })).toEqual({
      until: "2026-06-09",
      because: ["parameter.iuran"],
    });
  });

  it("is the table that has another value for the same code, alone or behind a sum", () => {
    const district = fact({ type: "code", codes: { S: { id: "Serang" } } });
    const twice = computed(
      { type: "money" },
      { operation: "product", of: [2, { fact: "parameter.upah" }] },
    );
    const table = {
      ...money(["2026-01-01", { S: 10 }], ["2026-07-01", { S: 20 }]),
      by: "district",
    };
    const more = {
      facts: { ...FACTS, district, twice },
      parameters: { iuran: money(["2026-01-01", 100]), upah: table },
    };
    const facts = { district: "S", income: 15 };
    const ended = { until: "2026-06-30", because: ["parameter.upah"] };
    const above = (name: string) => ({
      fact: "income",
      operator: "lessThan",
      value: { fact: name },
    });
    expect(lastsWith({ not: above("parameter.upah") }, facts, more)).toEqual(ended);
    expect(lastsWith({ not: above("twice") }, { ...facts, income: 30 }, more)).toEqual(ended);
  });

  it("is the day where nothing else stands beside it, and the one of many who turned", () => {
    const rest = computed(
      { type: "integer" },
      { operation: "monthsBetween", of: [{ fact: "asOf" }, { fact: "parameter.akhir" }] },
    );
    const end = { ...money(["2026-01-01", "2026-08-20"]), type: "date" };
    expect(
      lastsWith(
        { fact: "rest", operator: "greaterThan", value: 1 },
        {},
        {
          facts: { ...FACTS, rest },
          parameters: { iuran: money(["2026-01-01", 100]), akhir: end },
        },
      ),
    ).toEqual({ until: "2026-06-20", because: ["asOf"] });
    const longest = computed(
      { type: "integer" },
      { operation: "maximum", of: [{ over: "drivers", fact: "months" }] },
    );
    expect(
      lastsWith(
        { fact: "longest", operator: "lessThan", value: 3 },
        { drivers: [{ paidThrough: "2026-05-01" }, { paidThrough: "2026-03-20" }] },
        {
          facts: { ...FACTS, longest },
          groups: { drivers: { label: { id: "Pengemudi" }, facts: ["paidThrough", "months"] } },
        },
      ),
    ).toEqual({
      until: "2026-06-19",
      because: ["drivers[1].paidThrough"],
    });
  });
});
