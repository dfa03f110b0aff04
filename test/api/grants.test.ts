import { describe, expect, test } from "vitest";
import { differences, jsonRulesEngineOpinion } from "../../src/api/second-opinion.ts";
import { canonicalPolicy } from "../../src/engine/decision/digest.ts";
import { prepare } from "../../src/engine/decision/prepare.ts";
import { receiptPayload } from "../../src/ledger/receipt/payload.ts";
import { packOfPolicy } from "../../src/ledger/replay/policy-pack.ts";
import { fact, packOf, policy, requirement, SERVICE } from "../support/pack.ts";

const asOf = "2026-11-22";
const is = (id: string) => ({ fact: id, operator: "equal", value: true });
const pack = packOf({
  facts: {
    active: fact({ type: "boolean" }),
    older: fact({ type: "boolean", personal: true }),
    months: fact({ type: "integer", personal: true }),
    owed: fact({
      type: "money",
      source: "system",
      personal: true,
      compute: { operation: "product", of: [{ fact: "months" }, { fact: "parameter.fee" }] },
    }),
  },
  parameters: {
    fee: {
      type: "money",
      label: { id: "Iuran" },
      sources: [],
      values: [
        { from: "2026-01-01", value: 8400, provenance: "assumed" },
        { from: "2027-01-01", value: 16_800, provenance: "assumed" },
      ],
    },
  },
  conditions: { tua: is("older") },
  policies: {
    "2026-01-01": policy([requirement("aktif", is("active"))], {
      grants: [
        {
          id: "tunggakan",
          text: { id: "Tunggakan" },
          sources: [],
          provenance: "assumed",
          amount: { fact: "owed" },
          conditions: { condition: "tua" },
        },
        { id: "program", text: { id: "JKK" }, sources: [], provenance: "assumed" },
      ],
    }),
  },
});
const prepared = prepare(pack, { service: SERVICE, asOf });
const facts = { active: true, older: true, months: 3 };

describe("the second opinion", () => {
  test("has a rule for the conditions of each grant, and agrees", async () => {
    const ask = jsonRulesEngineOpinion(pack);
    for (const given of [facts, { ...facts, older: false }, { active: true }, { active: false }]) {
      const opinion = await ask({ service: SERVICE, asOf, facts: given });
      expect([
        Object.keys(opinion.rules).sort(),
        differences(prepared.decide(given), opinion),
      ]).toEqual([["aktif", "grant:tunggakan"], []]);
    }
  });

  test("that differs about a grant, or has no rule for it, is told", () => {
    const decision = prepared.decide(facts);
    const engine = "json-rules-engine";
    expect([
      differences(decision, { engine, rules: { aktif: true, "grant:tunggakan": false } }),
      differences(decision, { engine, rules: { aktif: true } }),
    ]).toEqual([["grant:tunggakan"], ["grant:tunggakan"]]);
  });
});

describe("a receipt", () => {
  test("holds what is granted without the personal facts that it rests on", () => {
    const issued = {
      ...prepared.decide(facts),
      id: "id",
      issuedAt: "2026-11-22T00:00:00.000Z",
      subject: "sha256:s",
      factsDigest: "sha256:f",
      validUntil: null,
      validUntilBecause: [],
      remedies: [],
      facts: {},
    };
    const { grants } = receiptPayload(issued, (id) => pack.facts.get(id)?.personal ?? false);
    expect(grants?.[0]).toEqual({
      id: "tunggakan",
      state: "granted",
      amount: 25_200,
      until: "2026-12-31",
      provisional: true,
      missing: [],
      evidence: [
        { path: "", fact: "older", operator: "equal", expected: true, holds: true },
        {
          path: "",
          part: "amount",
          fact: "owed",
          operator: "equal",
          expectedFrom: "owed",
          holds: true,
        },
      ],
    });
  });
});

describe("the policy that a digest names", () => {
  test("grants the same again, but for the ends that later values bring", () => {
    const decision = prepared.decide(facts);
    const canonical: object = JSON.parse(JSON.stringify(canonicalPolicy(prepared.program)));
    const again = prepare(packOfPolicy(canonical, decision), { service: SERVICE, asOf });
    const { grants, ...rest } = again.decide(facts);
    const { grants: recorded, ...own } = decision;
    expect([
      rest.outcome,
      rest.requirements,
      grants?.map(({ state, amount, evidence }) => [state, amount, evidence]),
    ]).toEqual([
      own.outcome,
      own.requirements,
      recorded?.map(({ state, amount, evidence }) => [state, amount, evidence]),
    ]);
  });
});
