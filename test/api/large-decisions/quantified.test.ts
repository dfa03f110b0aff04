import { describe, expect, test } from "vitest";
import { decidingItems, quantifiedIn } from "../../../src/api/decisions/quantified.ts";
import { decide } from "../../../src/engine/decision/prepare.ts";
import { programOf } from "../../../src/engine/decision/program.ts";
import { tracesOf } from "../../../src/engine/decision/traces.ts";
import { fact, packOf, policy, requirement, SERVICE } from "../../support/pack.ts";

const able = { fact: "able", operator: "equal", value: true };
const question = { service: SERVICE, asOf: "2026-11-22" };

const YES = { able: true };
const NO = { able: false };
const OPEN = {};

/** The indices of the drivers who decide. */
function deciding(conditions: object, drivers: readonly object[]): readonly number[][] {
  const pack = packOf({
    facts: { able: fact({ type: "boolean" }) },
    groups: { drivers: { label: { id: "Pengemudi" }, facts: ["able"] } },
    policies: { "2026-01-01": policy([requirement("satu", conditions)]) },
  });
  const decision = decide(pack, { ...question, facts: JSON.parse(JSON.stringify({ drivers })) });
  const [traces] = tracesOf(programOf(pack, question), decision).requirements;
  if (traces === undefined) throw new Error("there is a requirement");
  return quantifiedIn(traces.conditions).map((each) =>
    decidingItems(each).map((item) => item.index),
  );
}

const manyDrivers = { fact: "drivers.count", operator: "greaterThan", value: 5 };
const every = { every: "drivers", conditions: able };
const some = { some: "drivers", conditions: able };

describe("the items that decide", () => {
  test.each([
    ["every, failing: who fails, then who is not known", every, [OPEN, YES, NO, NO], [2, 3, 0]],
    ["every, not known: who is not known", every, [YES, OPEN, YES], [1]],
    ["every, holding: nobody", every, [YES, YES], []],
    ["some, holding: who holds", some, [NO, OPEN, YES], [2]],
    ["some, not known: who is not known", some, [NO, OPEN], [1]],
    ["some, failing: everybody", some, [NO, NO], [0, 1]],
    ["not every, failing: everybody", { not: every }, [YES, YES], [0, 1]],
    ["not every, holding: who fails", { not: every }, [OPEN, YES, NO], [2]],
    ["not some, failing: who holds, then who is not known", { not: some }, [OPEN, NO, YES], [2, 0]],
    ["not some, holding: nobody", { not: some }, [NO, NO], []],
    ["not not every: as every", { not: { not: every } }, [OPEN, YES, NO], [2, 0]],
  ])("of %s", (_, conditions, drivers, told) => {
    expect(deciding(conditions, drivers)).toEqual([told]);
  });

  test("are found wherever a quantifier stands, but not of an empty or absent group", () => {
    const conditions = { any: [manyDrivers, { all: [every, some] }] };
    expect(deciding(conditions, [NO, YES])).toEqual([[0], [1]]);
    expect(deciding(conditions, [])).toEqual([]);
  });
});
