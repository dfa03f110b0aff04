import { expect, it } from "vitest";
import { decide, horizon } from "../../src/index.ts";
import { fact, packOf, policy, requirement, SERVICE } from "../support/pack.ts";

/** What somebody owes grows by the month, until no number holds it. */
function packThatGrants(grants: object): ReturnType<typeof packOf> {
  return packOf({
    facts: {
      joined: fact({ type: "date" }),
      money: fact({ type: "money" }),
      paid: fact({ type: "money" }),
      owed: fact({
        type: "money",
        source: "system",
        compute: {
          operation: "product",
          of: [
            { operation: "monthsBetween", of: [{ fact: "joined" }, { fact: "asOf" }] },
            { fact: "money" },
          ],
        },
      }),
    },
    parameters: {
      fee: {
        type: "money",
        label: { id: "Iuran" },
        sources: [],
        values: [
          { from: "2026-01-01", value: 8_400, provenance: "assumed" },
          { from: "2027-06-01", value: 16_800, provenance: "assumed" },
        ],
      },
    },
    policies: {
      "2026-01-01": policy(
        [
          requirement("owed", { fact: "owed", operator: "greaterThanInclusive", value: 0 }),
          requirement("paid", {
            fact: "paid",
            operator: "greaterThanInclusive",
            value: { fact: "parameter.fee" },
          }),
        ],
        grants,
      ),
    },
  });
}

it("what becomes too large on a later day ends no grant, as it ends no outcome, and is no error", () => {
  const fee = {
    id: "fee",
    text: { id: "Iuran" },
    sources: [],
    provenance: "assumed",
    amount: { fact: "parameter.fee" },
  };
  const facts = { joined: "2026-10-30", money: 4_007_199_254_740_991, paid: 10_000 };
  const question = { service: SERVICE, asOf: "2026-11-22", facts };
  const granting = packThatGrants({ grants: [fee] });
  const { outcome, grants } = decide(granting, question);
  expect([outcome, grants?.map(({ state, amount, until }) => [state, amount, until])]).toEqual([
    "eligible",
    [["granted", 8_400, null]],
  ]);
  expect(horizon(granting, question)).toEqual(horizon(packThatGrants({}), question));
});
