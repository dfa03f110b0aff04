import { expect, test } from "vitest";
import { decide, type Question } from "../../../src/index.ts";
import { fact, packOf, policy, requirement, SERVICE } from "../../support/pack.ts";

const parameter = { label: { id: "Parameter" }, sources: [] };
const later = { from: "2027-01-01", provenance: "assumed" };

function packWith(leaf: object) {
  return packOf({
    facts: { issued: fact({ type: "date" }) },
    parameters: {
      start: { ...parameter, type: "date", values: [{ ...later, value: "2026-01-31" }] },
      grace: { ...parameter, type: "duration", values: [{ ...later, value: "P1M" }] },
    },
    policies: { "2026-01-01": policy([requirement("on-time", leaf)]) },
  });
}

const minusGrace = { params: { minus: { fact: "parameter.grace" } } };
const question: Question = {
  service: SERVICE,
  asOf: "2026-03-31",
  facts: { issued: "2026-02-28" },
};

test("asOf is never missing, only the duration that moves it", () => {
  const pack = packWith({
    fact: "asOf",
    ...minusGrace,
    operator: "before",
    value: { fact: "issued" },
  });
  expect(decide(pack, question).missing).toEqual(["parameter.grace"]);
});

test("a parameter and the duration that moves it are both missing where neither has a value", () => {
  const pack = packWith({
    fact: "issued",
    operator: "before",
    value: { fact: "parameter.start", ...minusGrace },
  });
  expect(decide(pack, question).missing).toEqual(["parameter.start", "parameter.grace"]);
});

test("a moved asOf stands in evidence as given, like a moved fact", () => {
  const pack = packWith({
    fact: "asOf",
    params: { minus: "P1M" },
    operator: "onOrBefore",
    value: { fact: "issued" },
  });
  const [requirement] = decide(pack, question).requirements;
  expect(requirement?.evidence).toEqual([
    {
      path: "",
      fact: "asOf",
      params: { minus: "P1M" },
      operator: "onOrBefore",
      expected: "2026-02-28",
      expectedFrom: "issued",
      actual: "2026-03-31",
      holds: true,
    },
  ]);
});
