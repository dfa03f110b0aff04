import { expect, test } from "vitest";
import { canonicalPolicy } from "../../../src/engine/decision/digest.ts";
import { decide } from "../../../src/engine/decision/prepare.ts";
import { programOf } from "../../../src/engine/decision/program.ts";
import { explanationOf } from "../../../src/engine/explanation/explain.ts";
import { packOfPolicy } from "../../../src/ledger/replay/policy-pack.ts";
import { fact, packOf, policy, requirement, SERVICE } from "../../support/pack.ts";

/** Rules whose condition names an amount in a text alone. */
function rulesWith(amount: number) {
  const unmet = { id: "Bayar {parameter.iuran} dulu.", en: "Pay {parameter.iuran} first." };
  return packOf({
    facts: { paid: fact({ type: "boolean" }) },
    parameters: {
      iuran: {
        type: "money",
        label: { id: "Iuran", en: "Contribution" },
        sources: [],
        values: [{ from: "2026-01-01", value: amount, provenance: "assumed" }],
      },
    },
    conditions: { lunas: { fact: "paid", operator: "equal", value: true, unmet } },
    policies: { "2026-01-01": policy([requirement("bayar", { condition: "lunas" })]) },
  });
}

const QUESTION = { service: SERVICE, asOf: "2026-11-22" };

test("a decision is told with the amounts of its day after the rules have changed", () => {
  const pack = rulesWith(16_800);
  const decision = decide(pack, { ...QUESTION, facts: { paid: false } });
  const stored = JSON.parse(JSON.stringify(canonicalPolicy(programOf(pack, QUESTION))));
  const program = programOf(packOfPolicy(stored, decision), QUESTION);
  const { requirements } = explanationOf(program, decision, "en");
  expect(requirements[0]?.reasons).toEqual(["Pay Rp16,800 first."]);
});

test("rules that tell another amount have another digest", () => {
  const digest = (amount: number) =>
    decide(rulesWith(amount), { ...QUESTION, facts: {} }).policy.digest;
  expect(digest(16_800)).not.toBe(digest(8_400));
  expect(digest(16_800)).toBe(digest(16_800));
});
