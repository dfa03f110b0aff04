import { expect, test } from "vitest";
import { decide } from "../../../src/index.ts";
import { fact, packOf, policy, requirement, SERVICE } from "../../support/pack.ts";

const parameter = { label: { id: "Parameter" }, sources: [] };
const later = { from: "2027-01-01", provenance: "assumed" };

const pack = packOf({
  facts: { trips: fact({ type: "integer" }), licensedOn: fact({ type: "date" }) },
  groups: { drivers: { label: { id: "Pengemudi" }, facts: ["trips", "licensedOn"] } },
  parameters: {
    fewest: { ...parameter, type: "integer", values: [{ ...later, value: 3 }] },
    experience: { ...parameter, type: "duration", values: [{ ...later, value: "P1Y" }] },
  },
  policies: {
    "2026-01-01": policy([
      requirement("drivers-who-know-the-route", {
        every: "drivers",
        conditions: {
          any: [
            {
              fact: "trips",
              operator: "greaterThanInclusive",
              value: { fact: "parameter.fewest" },
            },
            {
              fact: "licensedOn",
              operator: "onOrBefore",
              value: { fact: "asOf", params: { minus: { fact: "parameter.experience" } } },
            },
          ],
        },
      }),
    ]),
  },
});

test("where a group is absent, parameters without a value that its items need are missing too", () => {
  const question = { service: SERVICE, asOf: "2026-03-01", facts: {} };
  expect(decide(pack, question).missing).toEqual([
    "drivers",
    "parameter.fewest",
    "parameter.experience",
  ]);
});
