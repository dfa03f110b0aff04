import type { Engine } from "json-rules-engine";
import { describe, expect, test } from "vitest";
import { LayakError } from "../../src/index.ts";
import { toEngine } from "../../src/json-rules-engine.ts";
import { fact, packOf, policy, requirement, SERVICE } from "../support/pack.ts";

const facts = {
  banned: fact({ type: "boolean" }),
  trips: fact({ type: "integer" }),
  "crew.count": fact({ type: "integer" }),
  tags: fact({ type: "list", items: { type: "string" } }),
  word: fact({ type: "string" }),
  issued: fact({ type: "date" }),
};
const groups = { drivers: { label: { id: "Pengemudi" }, facts: ["banned", "trips", "issued"] } };
const parameters = {
  words: {
    type: "list",
    items: { type: "string" },
    label: { id: "Kata" },
    sources: [],
    values: [{ from: "2027-01-01", value: ["x"], provenance: "assumed" }],
  },
  grace: {
    type: "duration",
    label: { id: "Masa tenggang" },
    sources: [],
    values: [
      { from: "2026-01-01", value: "P1M", provenance: "assumed" },
      { from: "2026-06-01", value: "P2M", provenance: "assumed" },
    ],
  },
};
const conditions = { "not-banned": { fact: "banned", operator: "notEqual", value: true } };

function engineFor(condition: object, more: object = {}, asOf = "2026-05-31"): Engine {
  const policies = { "2026-01-01": policy([requirement("asked", condition)], more) };
  const pack = packOf({ facts, groups, parameters, conditions, policies });
  return toEngine(pack, { service: SERVICE, asOf });
}

async function holds(engine: Engine, given: Record<string, unknown>): Promise<boolean | undefined> {
  const { results, failureResults } = await engine.run(given);
  return [...results, ...failureResults].find(({ name }) => name === "asked")?.result;
}

describe("an Engine made from a policy", () => {
  test("gives every result to each of many runs in flight", async () => {
    const each = { every: "drivers", conditions: { condition: "not-banned" } };
    const engine = engineFor({ all: [each, { condition: "not-banned" }] });
    const runs = Array.from({ length: 200 }, (_, index) => index % 3 === 0);
    const answers = await Promise.all(
      runs.map(async (banned, index) => {
        for (let turn = 0; turn < index; turn++) await null;
        return holds(engine, { banned: false, drivers: [{ banned }] });
      }),
    );
    expect(answers).toEqual(runs.map((banned) => !banned));
  });

  test("answers the next run after one that failed", async () => {
    const engine = engineFor({ fact: "issued", operator: "before", value: { fact: "asOf" } });
    engine.addOperator("before", () => {
      throw new Error("broken");
    });
    await expect(engine.run({ issued: "2026-01-01" })).rejects.toThrow("broken");
    engine.addOperator("before", () => true);
    expect(await holds(engine, { issued: "2026-01-01" })).toBe(true);
  });

  test.each([
    ["in", "word"],
    ["notIn", "word"],
    ["someValue:equal", "word"],
    ["everyValue:equal", "word"],
    ["not:everyValue:equal", "word"],
    ["everyValue:contains", "tags"],
    ["someValue:doesNotContain", "tags"],
    ["someFact:in", "tags"],
    ["everyFact:notIn", "tags"],
  ])("does not throw where the list that %s needs is missing", async (operator, id) => {
    const engine = engineFor({ fact: id, operator, value: { fact: "parameter.words" } });
    for (const given of [{}, { [id]: null }, { word: "x", tags: ["x"] }]) {
      expect(await holds(engine, given)).toBeTypeOf("boolean");
    }
  });

  test("lets no fact that is given replace the day, a parameter, a count or a group's answer", async () => {
    const late = { fact: "asOf", operator: "after", value: "2026-06-01" };
    expect(await holds(engineFor(late), { asOf: "2030-01-01" })).toBe(false);
    const listed = { fact: "word", operator: "in", value: { fact: "parameter.words" } };
    expect(await holds(engineFor(listed), { word: "x", "parameter.words": ["x"] })).toBe(false);
    const several = { fact: "drivers.count", operator: "greaterThan", value: 1 };
    expect(await holds(engineFor(several), { drivers: [{}], "drivers.count": 9 })).toBe(false);
    const some = { some: "drivers", conditions: { fact: "trips", operator: "equal", value: 1 } };
    expect(await holds(engineFor(some), { drivers: [], "some drivers 0": true })).toBe(false);
  });

  test("takes a catalogue fact whose name ends like a count as it is given", async () => {
    const crew = { fact: "crew.count", operator: "equal", value: 2 };
    expect(await holds(engineFor(crew), { "crew.count": 2 })).toBe(true);
  });

  test("reads facts as own properties only", async () => {
    const engine = engineFor({ fact: "trips", operator: "equal", value: 1 });
    expect(await holds(engine, Object.create({ trips: 1 }))).toBe(false);
  });

  test("moves dates that are given by durations, to the value of the day", async () => {
    const valid = {
      fact: "issued",
      params: { plus: { fact: "parameter.grace" } },
      operator: "onOrAfter",
      value: { fact: "asOf" },
    };
    expect(await holds(engineFor(valid), { issued: "2026-04-30" })).toBe(false);
    expect(await holds(engineFor(valid, {}, "2026-06-01"), { issued: "2026-04-01" })).toBe(true);
    const every = { every: "drivers", conditions: valid };
    expect(await holds(engineFor(every), { drivers: [{ issued: "2026-05-01" }] })).toBe(true);
    expect(await holds(engineFor(every), { drivers: [{ issued: "2026-04-30" }] })).toBe(false);
  });

  test("has a rule for the scope, and emits which requirement is met", async () => {
    const scope = { fact: "banned", operator: "equal", value: false };
    const { events, failureEvents } = await engineFor({ condition: "not-banned" }, { scope }).run({
      banned: true,
    });
    expect(events).toEqual([]);
    expect(failureEvents).toEqual(
      expect.arrayContaining([
        { type: "met", params: { requirement: "scope" } },
        { type: "met", params: { requirement: "asked" } },
      ]),
    );
  });

  test("is refused for a question that cannot be asked", () => {
    expect(() => engineFor({ condition: "not-banned" }, {}, "2025-12-31")).toThrow(LayakError);
    expect(() => engineFor({ condition: "not-banned" }, {}, "2026-02-30")).toThrow(LayakError);
  });
});
