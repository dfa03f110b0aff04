import { expect, test } from "vitest";
import { decide, explain } from "../../../src/index.ts";
import { fact, packOf, policy, requirement, SERVICE } from "../../support/pack.ts";

const pack = packOf({
  facts: { licensed: fact({ type: "boolean" }) },
  groups: { drivers: { label: { id: "Pengemudi", en: "Driver" }, facts: ["licensed"] } },
  policies: {
    "2026-01-01": policy([
      requirement("licensed-drivers", {
        every: "drivers",
        conditions: { fact: "licensed", operator: "equal", value: true },
      }),
    ]),
  },
});

const question = {
  service: SERVICE,
  asOf: "2026-03-01",
  facts: { drivers: [{ licensed: true }, { licensed: false }] },
};

test("evidence of a bare leaf in a group stands at the item", () => {
  const [requirement] = decide(pack, question).requirements;
  expect(requirement?.evidence.map(({ path }) => path)).toEqual(["every/0", "every/1"]);
});

test("a decision about a group with a bare leaf can be explained", () => {
  const [requirement] = explain(pack, decide(pack, question), "en").requirements;
  expect(requirement?.reasons).toEqual(["Driver 2: Fact must be yes; it is no."]);
});
