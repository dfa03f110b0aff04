import { describe, expect, it } from "vitest";
import { horizon } from "../../src/engine/decision/horizon.ts";
import type { Facts } from "../../src/engine/model/catalogue.ts";
import { addDays } from "../../src/engine/values/calendar.ts";
import { fact, packOf, policy, requirement, SERVICE } from "../support/pack.ts";

const facts = { open: fact({ type: "boolean" }), issued: fact({ type: "date" }) };
const groups = { drivers: { label: { id: "Pengemudi" }, facts: ["issued"] } };

describe("how long an answer about a group holds", () => {
  const ends = (conditions: object, given: Facts) =>
    horizon(
      packOf({
        facts,
        groups,
        policies: { "2026-01-01": policy([requirement("drivers", conditions)]) },
      }),
      {
        service: SERVICE,
        asOf: "2026-03-01",
        facts: given,
      },
    );

  it("ends where the day turns for an item of which nothing is known", () => {
    const beforeJune = { fact: "asOf", operator: "before", value: "2026-06-01" };
    const conditions = { every: "drivers", conditions: beforeJune };
    expect(ends(conditions, { drivers: [null] }).until).toBe("2026-05-31");
  });

  it("never ends for a day, compared with an absent group, that leaves the calendar", () => {
    const issued = (plus: string) => ({
      fact: "issued",
      operator: "before",
      value: { fact: "asOf", params: { plus } },
    });
    const conditions = { any: [{ every: "drivers", conditions: issued("P3M") }, issued("P1M")] };
    expect(ends(conditions, { issued: "2026-01-31" }).until).toBeNull();
  });

  it("is told for as many days as are looked at where every item turns on days of its own", () => {
    const conditions = {
      any: [
        { fact: "open", operator: "equal", value: true },
        {
          every: "drivers",
          conditions: { fact: "issued", operator: "before", value: { fact: "asOf" } },
        },
      ],
    };
    const issuedFrom = (count: number) =>
      Array.from({ length: count }, (_, index) => ({
        issued: addDays("2026-04-01", 2 * index) ?? "",
      }));
    // Each turns on the day after it was issued: 200 days are looked at, the next one is not.
    expect(ends(conditions, { open: true, drivers: issuedFrom(300) })).toEqual({
      until: addDays("2026-04-01", 199),
      because: [],
    });
    expect(ends(conditions, { open: true, drivers: issuedFrom(100) })).toEqual({
      until: null,
      because: [],
    });
  });
});
