import { describe, expect, it } from "vitest";
import { fact, policy, requirement } from "../../support/pack.ts";
import { told } from "./support/told.ts";

const FACTS = {
  paidThrough: fact({ type: "date" }),
  born: fact({ type: "date" }),
  ktp: fact({ type: "boolean" }),
};
const KTP = { fact: "ktp", operator: "equal", value: true };
const minus = (duration: string | object) => ({ fact: "asOf", params: { minus: duration } });

/** One policy from 2026 with one requirement; and what it reads. */
function rules(conditions: object, more: object = {}, other: object = {}) {
  return {
    facts: FACTS,
    policies: {
      "2026-01-01": policy(
        [
          requirement("uji", conditions),
          // So that every fact is used.
          requirement(
            "lain",
            { any: [{ ...KTP, value: false }, ...Object.values(USES)] },
            ADVISORY,
          ),
        ],
        more,
      ),
    },
    ...other,
  };
}

const ADVISORY = { enforcement: "advisory" };
const USES = {
  born: { fact: "born", operator: "before", value: "1900-01-01" },
  paid: { fact: "paidThrough", operator: "before", value: "1900-01-01" },
};

describe("what is so today is told only where it stays so", () => {
  const paid = {
    all: [
      { fact: "paidThrough", operator: "onOrAfter", value: "2026-12-31" },
      { fact: "paidThrough", operator: "onOrAfter", value: { fact: "asOf" } },
    ],
  };

  it("a day that asOf will pass", () => {
    expect(told(rules(paid))).toEqual([]);
  });

  it("but not where the policy ends before", () => {
    const codes = told(rules(paid, { until: "2026-12-31" })).map((line) => line.slice(0, 6));
    expect(codes).toEqual(["LYK905"]);
  });

  it("a clause for a time of transition", () => {
    const transition = { any: [{ fact: "asOf", operator: "before", value: "2027-07-01" }, KTP] };
    expect(told(rules(transition))).toEqual([]);
  });

  it("a parameter that changes next year", () => {
    const parameters = {
      grace: {
        type: "duration",
        label: { id: "Masa", en: "Grace" },
        sources: [],
        values: [
          { from: "2026-01-01", value: "P3M", provenance: "assumed" },
          { from: "2027-01-01", value: "P1M", provenance: "assumed" },
        ],
      },
    };
    const conditions = {
      all: [
        { fact: "paidThrough", operator: "onOrAfter", value: minus("P2M") },
        { fact: "paidThrough", operator: "onOrAfter", value: minus({ fact: "parameter.grace" }) },
      ],
    };
    expect(told(rules(conditions, {}, { parameters }))).toEqual([]);
    const ended = told(rules(conditions, { until: "2026-12-31" }, { parameters }));
    expect(ended.map((line) => line.slice(0, 6))).toEqual(["LYK905"]);
  });

  it("months that are shorter than thirty days", () => {
    const conditions = {
      all: [
        { fact: "paidThrough", operator: "onOrAfter", value: minus("P30D") },
        { fact: "paidThrough", operator: "onOrAfter", value: minus("P1M") },
      ],
    };
    expect(told(rules(conditions), "2026-11-22")).toEqual([]);
  });

  it("ages, of which one is always the greater", () => {
    const conditions = {
      all: [
        { fact: "born", operator: "onOrBefore", value: minus("P21Y") },
        { fact: "born", operator: "onOrBefore", value: minus("P17Y") },
      ],
    };
    expect(told(rules(conditions)).map((line) => line.slice(0, 6))).toEqual(["LYK905"]);
  });
});

describe("a parameter that is compared with no fact", () => {
  const parameters = {
    open: {
      type: "boolean",
      label: { id: "Dibuka", en: "Open" },
      sources: [],
      values: [{ from: "2026-01-01", value: false, provenance: "assumed" }],
    },
  };
  const open = { fact: "parameter.open", operator: "equal", value: true };

  it.each([
    ["in all", { all: [open, KTP] }],
    ["in any", { any: [open, KTP] }],
    ["alone", open],
  ])("is a switch, however it stands: %s", (_, conditions) => {
    expect(told(rules(conditions, {}, { parameters }))).toEqual([]);
  });
});
