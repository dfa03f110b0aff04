import { describe, expect, it } from "vitest";
import { boundaryOf, sideTestedBy } from "../../../src/analysis/coverage/boundary.ts";
import { policyLeavesOf } from "../../../src/analysis/coverage/policy-leaves.ts";
import type { Leaf } from "../../../src/engine/conditions/tree.ts";
import { programOf } from "../../../src/engine/decision/program.ts";
import { fact, packOf, policy, requirement, SERVICE } from "../../support/pack.ts";

const FACTS = {
  age: fact({ type: "integer", minimum: 0 }),
  price: fact({ type: "money" }),
  size: fact({ type: "number" }),
  day: fact({ type: "date" }),
  days: fact({ type: "list", items: { type: "date" } }),
  kind: fact({ type: "code", codes: { A: { id: "a" } } }),
  seats: fact({ type: "integer", minimum: 5 }),
};

/** The leaf that a condition is compiled to on 31 March 2026. */
function leafOf(condition: object): Leaf {
  const pack = packOf({
    facts: FACTS,
    groups: { drivers: { label: { id: "Pengemudi" }, facts: ["age"] } },
    policies: { "2026-01-01": policy([requirement("one", condition)]) },
  });
  const [leaf] = policyLeavesOf(programOf(pack, { service: SERVICE, asOf: "2026-03-31" }));
  if (leaf === undefined) throw new Error("the condition has no leaf");
  return leaf.leaf;
}

const holding = (value: unknown) => ({ holds: true, value });
const failing = (value: unknown) => ({ holds: false, value });
const AS_OF = { fact: "asOf" };

describe("the two sides of a boundary", () => {
  it.each([
    ["age", "greaterThanInclusive", 17, [holding(17), failing(16)]],
    ["age", "greaterThan", 17, [holding(18), failing(17)]],
    ["age", "lessThan", 17, [holding(16), failing(17)]],
    ["age", "lessThanInclusive", 17, [holding(17), failing(18)]],
    ["age", "not:lessThan", 17, [holding(17), failing(16)]],
    ["price", "lessThanInclusive", 16800, [holding(16800), failing(16801)]],
    ["size", "lessThanInclusive", 1.5, [holding(1.5), failing(1.51)]],
    ["size", "greaterThan", 2, [holding(2.1), failing(2)]],
    ["day", "onOrAfter", AS_OF, [holding("2026-03-31"), failing("2026-03-30")]],
    ["day", "before", AS_OF, [holding("2026-03-30"), failing("2026-03-31")]],
    ["day", "after", "2024-02-28", [holding("2024-02-29"), failing("2024-02-28")]],
    ["drivers.count", "lessThanInclusive", 3, [holding(3), failing(4)]],
    // No value of the type lies on the other side.
    ["age", "greaterThanInclusive", 0, [holding(0)]],
    ["seats", "lessThan", 5, [failing(5)]],
  ])("%s %s %s", (fact, operator, value, sides) => {
    expect(boundaryOf(leafOf({ fact, operator, value }))?.sides).toEqual(sides);
  });

  it("are days that a rule moves onto its limit: of a month's last days the last one", () => {
    const leaf = leafOf({
      fact: "day",
      params: { plus: "P1M" },
      operator: "onOrBefore",
      value: "2026-02-28",
    });
    expect(boundaryOf(leaf)?.sides).toEqual([holding("2026-01-31"), failing("2026-02-01")]);
  });

  it.each([
    ["another fact", { fact: "day", operator: "before", value: { fact: "days" } }, "days"],
    ["no order", { fact: "kind", operator: "equal", value: "A" }, null],
    ["item by item", { fact: "days", operator: "someFact:before", value: "2026-01-01" }, null],
  ])("there are none where a leaf compares with %s", (_, condition, other) => {
    const written = other === null ? condition : { ...condition, value: { fact: "day" } };
    expect(boundaryOf(leafOf(written))).toBeNull();
  });
});

describe("a value tests a side of a boundary", () => {
  const size = boundaryOf(leafOf({ fact: "size", operator: "lessThanInclusive", value: 1.5 }));
  const age = boundaryOf(leafOf({ fact: "age", operator: "greaterThanInclusive", value: 17 }));
  it.each([
    ["the limit itself", size, 1.5, holding(1.5)],
    ["nearer than the nearest that is tried", size, 1.501, failing(1.51)],
    ["farther off on the holding side", size, 1.4, null],
    ["farther off on the failing side", size, 1.6, null],
    ["the limit of a whole number", age, 17, holding(17)],
    ["the number below", age, 16, failing(16)],
    ["the number above the limit", age, 18, null],
    ["nothing known", age, null, null],
  ])("%s", (_, boundary, value, side) => {
    expect(boundary && sideTestedBy(boundary, value)).toEqual(side);
  });
});
