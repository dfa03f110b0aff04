import { describe, expect, test } from "vitest";
import { abridge } from "../../../src/api/decisions/abridge.ts";
import { fewReasons, MOST_REASONS } from "../../../src/api/decisions/few-reasons.ts";
import { MOST_ITEM_NAMES } from "../../../src/api/decisions/told-names.ts";
import { prepare } from "../../../src/engine/decision/prepare.ts";
import { explanationOf } from "../../../src/engine/explanation/explain.ts";
import type { ItemFacts } from "../../../src/engine/model/catalogue.ts";
import type { FactOrigin } from "../../../src/ledger/entry.ts";
import { fact, packOf, policy, requirement, SERVICE } from "../../support/pack.ts";

const ID = "01a20236-8e61-7d0f-8ded-3252df7f8a48";
const is = (id: string) => ({ fact: id, operator: "equal", value: true });

/** An office is given something if every worker, who is enrolled in all ways, fulfils this. */
function decidedWith(condition: object, workers: readonly ItemFacts[]) {
  const pack = packOf({
    facts: {
      enrolled: fact({ type: "boolean" }),
      older: fact({ type: "boolean" }),
      months: fact({ type: "integer" }),
      owed: fact({
        type: "money",
        source: "system",
        compute: { operation: "product", of: [{ fact: "months" }, { fact: "parameter.fee" }] },
      }),
    },
    groups: {
      workers: { label: { id: "Pegawai" }, maxItems: 700, facts: ["enrolled", "older", "months"] },
    },
    parameters: {
      fee: {
        type: "money",
        label: { id: "Iuran" },
        sources: [],
        values: [{ from: "2026-01-01", value: 8400, provenance: "assumed" }],
      },
    },
    policies: {
      "2026-01-01": policy(
        [
          requirement("semua", {
            every: "workers",
            conditions: { all: [is("enrolled"), { not: { not: is("enrolled") } }] },
          }),
        ],
        {
          grants: [
            {
              id: "iuran",
              text: { id: "Iuran" },
              sources: [],
              provenance: "assumed",
              conditions: { every: "workers", conditions: condition },
            },
          ],
        },
      ),
    },
  });
  const { program, decide } = prepare(pack, { service: SERVICE, asOf: "2026-11-22" });
  const decision = decide({ workers });
  const origin: FactOrigin = { source: "applicant", state: "answered" };
  const names = workers.flatMap((_, index) => [`workers[${index}].older`]);
  const whole = {
    id: ID,
    issuedAt: "2026-11-22T05:00:00.000Z",
    subject: "sha256:1",
    factsDigest: "sha256:2",
    ...decision,
    validUntil: null,
    validUntilBecause: [],
    remedies: [],
    facts: Object.fromEntries(names.map((name) => [name, origin])),
  };
  const told = abridge(program, whole, () => "sha256:3");
  if (!("leftOut" in told)) throw new Error("it is whole");
  return { whole, told, grant: told.grants?.[0], program, decision };
}

const workers = (count: number, more: object = {}) =>
  Array.from({ length: count }, () => ({ enrolled: true, ...more }));

const EVIDENCE = `/v1/decisions/${ID}/evidence?requirement=grant:iuran`;

describe("what is granted to an office of 621 workers", () => {
  test("names the first of those who are not known, and says how many more there are", () => {
    const { grant, told } = decidedWith(is("older"), workers(621));
    expect([grant?.missing.length, grant?.missing[0], grant?.leftOut]).toEqual([
      MOST_ITEM_NAMES,
      "workers[0].older",
      {
        entries: 121,
        groups: [
          {
            path: "every",
            quantifier: "every",
            group: "workers",
            items: 621,
            deciding: 621,
            leftOut: 121,
          },
        ],
        evidence: EVIDENCE,
        missing: 621 - MOST_ITEM_NAMES,
      },
    ]);
    expect(Object.keys(told.facts)).toContain("workers[99].older");
  });

  test("names them all where they are few", () => {
    const many = workers(621, { older: true });
    const some = many.map((worker, index) => (index % 207 === 0 ? { enrolled: true } : worker));
    const { grant } = decidedWith(is("older"), some);
    expect([grant?.missing, grant?.leftOut?.missing, grant?.evidence.length]).toEqual([
      ["workers[0].older", "workers[207].older", "workers[414].older"],
      0,
      3,
    ]);
  });

  test("says so too where its evidence is told whole", () => {
    const { grant } = decidedWith(is("older"), workers(499));
    expect([grant?.evidence.length, grant?.missing.length, grant?.leftOut]).toEqual([
      499,
      MOST_ITEM_NAMES,
      { entries: 0, groups: [], evidence: EVIDENCE, missing: 399 },
    ]);
  });

  test("has what was computed only of those who are told", () => {
    const cheap = { fact: "owed", operator: "lessThan", value: 1_000_000 };
    const { grant, whole } = decidedWith(cheap, workers(621, { months: 2 }));
    expect([
      whole.grants?.[0]?.computed?.length,
      grant?.computed?.length,
      grant?.leftOut?.computed,
    ]).toEqual([621, 0, 621]);
  });

  test("is explained by the first reasons and their number", () => {
    const { program, decision } = decidedWith(is("older"), workers(621));
    const [told] = fewReasons(explanationOf(program, decision, "en")).grants ?? [];
    expect([told?.reasons.length, told?.reasons.at(-1), told?.reasonsLeftOut]).toEqual([
      MOST_REASONS + 1,
      "And 571 more reasons.",
      571,
    ]);
  });
});
