import { describe, expect, it } from "vitest";
import { decide, horizon } from "../../../src/index.ts";
import { packOfPolicy } from "../../../src/ledger/replay/policy-pack.ts";
import { readRecord } from "../../../src/ledger/replay/record.ts";
import { replay } from "../../../src/ledger/replay/replay.ts";
import { RecordUnreadable } from "../../../src/ledger/replay/unreadable.ts";
import { fact, packOf, policy, requirement, SERVICE } from "../../support/pack.ts";
import { kioskRecord, recordOf } from "./support/records.ts";

const RECORD = await kioskRecord();

const PACK = packOf({
  facts: { size: fact({ type: "number" }), "permit.issued": fact({ type: "date" }) },
  parameters: {
    least: {
      type: "number",
      label: { id: "Paling sedikit" },
      sources: [{ source: "uu" }],
      values: [
        { from: "2026-01-01", value: 2, provenance: "reported" },
        { from: "2026-06-01", value: 5, provenance: "confirmed", by: "A", on: "2026-05-01" },
      ],
    },
    validity: {
      type: "duration",
      label: { id: "Masa berlaku" },
      sources: [{ source: "uu" }],
      values: [
        { from: "2026-01-01", value: "P1Y", provenance: "confirmed", by: "A", on: "2026-01-01" },
      ],
    },
    later: {
      type: "number",
      label: { id: "Nanti" },
      sources: [{ source: "uu" }],
      values: [{ from: "2027-01-01", value: 1, provenance: "reported" }],
    },
  },
  sources: { uu: { title: { id: "UU" }, kind: "law", date: "2011", text: "seen" } },
  conditions: {
    enough: { fact: "size", operator: "greaterThanInclusive", value: { fact: "parameter.least" } },
    both: {
      all: [
        { condition: "enough" },
        {
          fact: "permit.issued",
          params: { plus: { fact: "parameter.validity" } },
          operator: "onOrAfter",
          value: { fact: "asOf" },
        },
      ],
    },
  },
  policies: {
    "2026-01-01": policy(
      [
        requirement(
          "cukup",
          { condition: "both" },
          { provenance: "confirmed", by: "A", on: "2026-01-01", sources: [{ source: "uu" }] },
        ),
        requirement(
          "nanti",
          { fact: "size", operator: "greaterThan", value: { fact: "parameter.later" } },
          { enforcement: "advisory" },
        ),
      ],
      { status: "adopted" },
    ),
  },
});

const FACTS = { size: 3, "permit.issued": "2025-10-01" };

describe("the policy of a record", () => {
  it.each([
    ["2026-03-01", "eligible", ["cukup"]],
    ["2026-07-01", "ineligible", []],
  ])(
    "decides on %s with that day's parameters, and as sure of them as then",
    async (asOf, outcome, provisional) => {
      const record = await recordOf(PACK, { service: SERVICE, asOf, facts: FACTS });
      expect([record.decision.outcome, record.decision.provisional]).toEqual([
        outcome,
        provisional,
      ]);
      expect(replay(readRecord(record))).toEqual({ kind: "same" });
      const pack = packOfPolicy(record.policy, record.decision);
      const question = { service: SERVICE, asOf, facts: FACTS };
      expect(decide(pack, question)).toEqual(decide(PACK, question));
    },
  );

  it("knows nothing of other days, which is why validUntil is not compared", async () => {
    const question = { service: SERVICE, asOf: "2026-03-01", facts: FACTS };
    const record = await recordOf(PACK, question);
    expect(record.decision.validUntil).toBe("2026-05-31");
    expect(horizon(packOfPolicy(record.policy, record.decision), question).until).toBe(
      "2026-10-01",
    );
    expect(replay(record)).toEqual({ kind: "same" });
  });
});

describe("a record that was changed", () => {
  const { decision } = RECORD;
  it.each<[string, Partial<typeof decision>, readonly string[]]>([
    ["the outcome", { outcome: "eligible" }, ["outcome", "receipt.outcome"]],
    ["the service", { service: "kota-serang/lain" }, ["receipt.service"]],
    [
      "the policy's day",
      { policy: { ...decision.policy, from: "2026-02-01" } },
      ["receipt.policy.from"],
    ],
    [
      "the policy's status",
      { policy: { ...decision.policy, status: "adopted" } },
      ["policy.status", "receipt.policy.status"],
    ],
    ["what is provisional", { provisional: [] }, ["provisional[0]", "receipt.provisional[0]"]],
    ["what is missing", { missing: ["kiosk.owner"] }, ["missing[0]"]],
    ["a remedy", { remedies: [] }, ["remedies[0]", "receipt.remedies[0]"]],
    [
      "the digest of the facts",
      { factsDigest: "sha256:00" },
      ["factsDigest", "receipt.factsDigest"],
    ],
    ["its subject", { subject: "sha256:00" }, ["receipt.subject"]],
    ["when it was issued", { issuedAt: "2026-11-21T05:00:00.000Z" }, ["receipt.issuedAt"]],
    ["its validity", { validUntil: "2099-12-31" }, ["receipt.validUntil"]],
  ])("in %s shows it", (_, changed, paths) => {
    const result = replay({ ...RECORD, decision: { ...decision, ...changed } });
    if (result.kind !== "different") throw new Error(result.kind);
    expect(result.differences.map(({ path }) => path)).toEqual(paths);
  });

  it("in its day shows every comparison with that day", () => {
    const result = replay({ ...RECORD, decision: { ...decision, asOf: "2026-11-23" } });
    if (result.kind !== "different") throw new Error(result.kind);
    expect(result.differences).toContainEqual({
      path: "requirements[0].evidence[7].expected",
      recorded: "2026-08-22",
      replayed: "2026-08-23",
    });
  });

  it.each(["", "a.b.c", "eyJ"])("in its receipt, such as %j, shows it", (receipt) => {
    const result = replay({ ...RECORD, receipt });
    if (result.kind !== "different") throw new Error(result.kind);
    expect(result.differences.map(({ path }) => path)).toEqual(["receipt"]);
  });

  it("shows the receipt of another decision", async () => {
    const { receipt } = await kioskRecord();
    const result = replay({ ...RECORD, receipt });
    if (result.kind !== "different") throw new Error(result.kind);
    expect(result.differences.map(({ path }) => path)).toEqual([
      "receipt.subject",
      "receipt.factsDigest",
    ]);
  });

  it("in its policy shows another digest, whatever else it changes", () => {
    const policy = JSON.parse(JSON.stringify(RECORD.policy).replace('"NONAKTIF"', '"AKTIF"'));
    const result = replay({ ...RECORD, policy });
    if (result.kind !== "different") throw new Error(result.kind);
    expect(result.differences.map(({ path }) => path)).toContain("policy.digest");
  });

  it.each([
    [
      "a day before the policy",
      { ...RECORD, decision: { ...decision, asOf: "2020-01-01" } },
      "policy-not-in-force",
    ],
    ["facts of another policy", { ...RECORD, facts: { "land.hectares": 1 } }, "facts-invalid"],
  ])("to %s cannot be decided again", (_, record, code) => {
    expect(replay(record)).toMatchObject({ kind: "undecidable", error: { code } });
  });
});

describe("what is no record", () => {
  const { policy, decision } = RECORD;
  const requirements = [{ id: "x", enforcement: "required", sources: [] }];
  const emptied = { ...policy, policy: { status: "pilot", title: {}, requirements } };
  it.each<[string, unknown, string]>([
    ["null", null, "record"],
    ["a list", [RECORD], "record"],
    ["no decision", { ...RECORD, decision: 1 }, "decision"],
    [
      "a decision without its digest",
      { ...RECORD, decision: { ...decision, policy: {} } },
      "decision",
    ],
    ["broken salts", { ...RECORD, salts: { subject: "", facts: "" } }, "salts"],
    ["no facts", { ...RECORD, facts: [] }, "facts"],
    ["no policy", { ...RECORD, policy: "sha256" }, "policy"],
    ["no receipt", { ...RECORD, receipt: 1 }, "receipt"],
    ["an empty policy", { ...RECORD, policy: {} }, "policy.policy"],
    ["no conditions", { ...RECORD, policy: emptied }, "policy.policy.requirements[0].conditions"],
    ["no facts in its catalogue", { ...RECORD, policy: { ...policy, facts: {} } }, "policy"],
    [
      "a fact that is none",
      { ...RECORD, policy: { ...policy, facts: { x: {} } } },
      "policy.facts.x",
    ],
  ])("is told by its place: %s", (_, json, path) => {
    const read = () => replay(readRecord(json));
    expect(read).toThrow(RecordUnreadable);
    expect(read).toThrow(`This record cannot be read at "${path}".`);
  });
});
