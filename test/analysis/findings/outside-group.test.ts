import { describe, expect, it } from "vitest";
import { fact, policy, requirement } from "../../support/pack.ts";
import { told } from "./support/told.ts";

const OLD = { fact: "age", operator: "greaterThanInclusive", value: 18 };
const RICH = { fact: "income", operator: "greaterThan", value: 10 };
const TOTAL = (term: object) => ({
  type: "money",
  source: "system",
  compute: { operation: "sum", of: [term] },
});

/** Rules of a household whose cases give this, with one condition. */
const rules = (condition: object, given: object, term: object = { fact: "wage" }) => ({
  facts: {
    age: fact({ type: "integer", minimum: 0 }),
    wage: fact({ type: "money", minimum: 0 }),
    income: fact(TOTAL(term)),
  },
  groups: {
    members: { label: { id: "Anggota", en: "Members" }, minItems: 1, facts: ["age", "wage"] },
  },
  policies: { "2026-01-01": policy([requirement("a", condition)]) },
  cases: [{ name: "Satu", asOf: "2026-11-22", facts: given, expect: { outcome: "undetermined" } }],
});
const OF_MEMBERS = { members: [{ age: 40, wage: null }, { wage: 5 }] };
const outside = (parts: ReturnType<typeof rules>) =>
  told(parts).filter((line) => line.startsWith("LYK924"));

describe("a fact of a group's items that is read of the applicant", () => {
  it("is told where the cases give it of items alone", () => {
    expect(outside(rules(OLD, OF_MEMBERS))).toEqual([
      'LYK924 "age" is read of the applicant, but this service\'s cases give it only of items of "members"',
    ]);
  });

  it("is told behind what is computed", () => {
    expect(outside(rules(RICH, OF_MEMBERS))).toEqual([
      'LYK924 "wage" is read of the applicant, but this service\'s cases give it only of items of "members"',
    ]);
  });

  it.each([
    ["in the group", rules({ some: "members", conditions: OLD }, OF_MEMBERS)],
    ["computed over the group", rules(RICH, OF_MEMBERS, { over: "members", fact: "wage" })],
    ["that a case gives of the applicant", rules(OLD, { ...OF_MEMBERS, age: 40 })],
    ["that no case gives at all", rules(OLD, {})],
  ])("is not told of what is read %s", (_, parts) => {
    expect(outside(parts)).toEqual([]);
  });
});
