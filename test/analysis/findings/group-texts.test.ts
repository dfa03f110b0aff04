import { describe, expect, it } from "vitest";
import { fact, policy, requirement } from "../../support/pack.ts";
import { told } from "./support/told.ts";

const FACTS = {
  ktp: fact({ type: "boolean" }),
  member: fact({ type: "boolean" }),
  paid: fact({ type: "date" }),
};
const KTP = { fact: "ktp", operator: "equal", value: true };
const MEMBER = { fact: "member", operator: "equal", value: true };
const PAID = { fact: "paid", operator: "onOrAfter", value: { fact: "asOf" } };
const UNMET = { id: "Iuran lunas sampai {paid}.", en: "Paid until {paid}." };
const ALARM =
  'LYK919 the placeholder "{paid}" may not be known when this text is told; it then reads "not yet known"';

function rules(conditions: object, more: object = {}, minItems = 1) {
  return {
    facts: FACTS,
    groups: {
      drivers: {
        label: { id: "Pengemudi", en: "Drivers" },
        facts: ["member", "paid"],
        minItems,
        maxItems: 5,
      },
    },
    policies: {
      "2026-01-01": policy([requirement("ktp", KTP), requirement("uji", conditions, more)]),
    },
  };
}

const every = (conditions: object) => ({ every: "drivers", conditions });
const some = (conditions: object) => ({ some: "drivers", conditions });

describe("a placeholder in a text on the items of a group", () => {
  it.each([
    ["of both clauses", every({ all: [MEMBER, PAID], unmet: UNMET }), 1],
    ["of a group with two items at least", every({ all: [MEMBER, PAID], unmet: UNMET }), 2],
    ["where one of them is enough", some({ all: [MEMBER, PAID], unmet: UNMET }), 1],
    ["of a clause that must not hold", every({ not: { any: [MEMBER, PAID], unmet: UNMET } }), 1],
    ["as a remedy", every({ all: [MEMBER, PAID], remedy: UNMET }), 1],
    ["of the clause beside", every({ all: [{ ...MEMBER, unmet: UNMET }, PAID] }), 1],
  ])("is told where it may be unknown: %s", (_, conditions, minItems) => {
    expect(told(rules(conditions, {}, minItems))).toEqual([ALARM]);
  });

  it.each([
    ["of its own clause", every({ all: [MEMBER, { ...PAID, unmet: UNMET }] })],
    ["where both clauses refuse", every({ any: [MEMBER, PAID], unmet: UNMET })],
  ])("is not told where it is always known: %s", (_, conditions) => {
    expect(told(rules(conditions))).toEqual([]);
  });

  it("is told of a text of the whole that refuses for what is outside of the group too", () => {
    const both = { all: [{ ...KTP, value: false }, every({ any: [PAID, MEMBER] })] };
    expect(told({ ...rules(both, { unmet: UNMET, enforcement: "advisory" }) })).toEqual([ALARM]);
  });

  it("is not told of a text of the whole that is only ever told of an item", () => {
    expect(told(rules(every({ any: [PAID, MEMBER] }), { unmet: UNMET }))).toEqual([]);
  });
});
