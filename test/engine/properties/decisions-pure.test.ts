import fc from "fast-check";
import { expect, test } from "vitest";
import { decide, type Facts, horizon, prepare, remedies } from "../../../src/index.ts";
import { runs } from "../../support/generate/runs.ts";
import { worldArbitrary } from "../../support/generate/worlds.ts";
import { SERVICE } from "../../support/pack.ts";

function frozen<Value>(value: Value): Value {
  if (typeof value === "object" && value !== null) {
    Object.freeze(value);
    for (const inner of value instanceof Map ? value.values() : Object.values(value)) frozen(inner);
  }
  return value;
}

/** The same facts with every key, also those of items, in the opposite order. */
function reordered(facts: Facts): Facts {
  return Object.fromEntries(
    Object.entries(facts)
      .reverse()
      .map(([id, value]) => [id, Array.isArray(value) ? value.map(reorderedItem) : value]),
  );
}

function reorderedItem<Item>(item: Item): Item | object {
  if (typeof item !== "object" || item === null) return item;
  return Object.fromEntries(Object.entries(item).reverse());
}

test("checked facts get the same decision, and the lean outcome is its, requirement by requirement", () => {
  fc.assert(
    fc.property(worldArbitrary("some"), ({ pack, asOf, applications }) => {
      const judge = prepare(pack, { service: SERVICE, asOf });
      for (const facts of applications) {
        const decision = judge.decide(facts);
        expect(judge.decideChecked(facts)).toEqual(decision);
        const { outcome, requirements } = decision;
        const lean = { outcome, requirements: requirements.map((one) => one.outcome) };
        expect(judge.outcome(judge.check(facts))).toEqual(lean);
      }
    }),
    runs(200),
  );
});

test("deciding touches nothing it is given, and the same question has the same plain JSON answer", () => {
  fc.assert(
    fc.property(worldArbitrary("some"), ({ pack, asOf, applications }) => {
      frozen(pack);
      for (const facts of frozen(applications)) {
        const question = frozen({ service: SERVICE, asOf, facts });
        const decision = decide(pack, question);
        horizon(pack, question);
        remedies(pack, question);
        const json = JSON.stringify(decision);
        expect(JSON.stringify(decide(pack, question))).toBe(json);
        expect(JSON.parse(json)).toStrictEqual(decision);
      }
    }),
    runs(200),
  );
});

test("the order of the facts does not matter", () => {
  fc.assert(
    fc.property(worldArbitrary("some"), ({ pack, asOf, applications }) => {
      for (const facts of applications) {
        const question = { service: SERVICE, asOf, facts };
        const other = { service: SERVICE, asOf, facts: reordered(facts) };
        expect(decide(pack, other)).toEqual(decide(pack, question));
        expect(remedies(pack, other)).toEqual(remedies(pack, question));
      }
    }),
    runs(200),
  );
});
