import { describe, expect, it } from "vitest";
import type { Evidence } from "../../../src/engine/model/decision.ts";
import { type IssuedDecision, receiptPayload } from "../../../src/ledger/receipt/payload.ts";

const PERSONAL = ["coverage.status", "coverage.paidThrough", "person.birthDate"];
const isPersonal = (fact: string) => PERSONAL.includes(fact);

const leaf = { path: "all/0", operator: "equal", holds: true };
const EVIDENCE: readonly Evidence[] = [
  { ...leaf, fact: "coverage.status", expected: "AKTIF", actual: "AKTIF" },
  { ...leaf, fact: "drivers[2].coverage.status", expected: "AKTIF", actual: "NONAKTIF" },
  { ...leaf, fact: "kiosk.owner", expected: "PEMKOT", actual: "PEMKOT" },
  { ...leaf, fact: "drivers.count", expected: 1, actual: 3 },
  {
    ...leaf,
    fact: "lease.from",
    expected: "2026-03-01",
    expectedFrom: "drivers[0].coverage.paidThrough",
    expectedParams: { plus: "P3M" },
    expectedGiven: "2025-12-01",
    actual: "2026-01-01",
  },
  {
    ...leaf,
    part: "when",
    fact: "person.birthDate",
    params: { plus: "P17Y" },
    expected: "2026-11-22",
    expectedFrom: "asOf",
    actual: "1979-08-17",
  },
  {
    ...leaf,
    fact: "price",
    expected: 16800,
    expectedFrom: "parameter.iuran.bpu",
    actual: 17000,
  },
];

const DECISION: IssuedDecision = {
  id: "01a20236-8e61-7d0f-8ded-3252df7f8a48",
  issuedAt: "2026-11-22T05:00:00.000Z",
  subject: "sha256:01",
  factsDigest: "sha256:02",
  service: "kota-uji/kios",
  policy: { from: "2026-01-01", status: "pilot", digest: "sha256:00" },
  asOf: "2026-11-22",
  outcome: "ineligible",
  provisional: ["syarat"],
  scope: { holds: true, evidence: EVIDENCE },
  requirements: [{ id: "syarat", outcome: "unmet", enforcement: "required", evidence: EVIDENCE }],
  missing: [],
  validUntil: null,
  validUntilBecause: [],
  remedies: [
    [
      { fact: "drivers[2].coverage.status", from: "NONAKTIF", to: "AKTIF" },
      { fact: "land.hectares", from: 3, to: 2 },
    ],
  ],
  facts: {
    "coverage.status": { source: "registry:coverage", state: "answered", at: "2026-11-22" },
  },
};

const SEALED = [
  { ...leaf, fact: "coverage.status", expected: "AKTIF" },
  { ...leaf, fact: "drivers[2].coverage.status", expected: "AKTIF" },
  { ...leaf, fact: "kiosk.owner", expected: "PEMKOT", actual: "PEMKOT" },
  { ...leaf, fact: "drivers.count", expected: 1, actual: 3 },
  {
    ...leaf,
    fact: "lease.from",
    expectedFrom: "drivers[0].coverage.paidThrough",
    expectedParams: { plus: "P3M" },
    actual: "2026-01-01",
  },
  {
    ...leaf,
    part: "when",
    fact: "person.birthDate",
    params: { plus: "P17Y" },
    expected: "2026-11-22",
    expectedFrom: "asOf",
  },
  {
    ...leaf,
    fact: "price",
    expected: 16800,
    expectedFrom: "parameter.iuran.bpu",
    actual: 17000,
  },
];

describe("what a receipt is over", () => {
  it("is the decision without the values of personal facts, in groups and behind others too", () => {
    expect(receiptPayload(DECISION, isPersonal)).toStrictEqual({
      ...DECISION,
      scope: { holds: true, evidence: SEALED },
      requirements: [{ id: "syarat", outcome: "unmet", enforcement: "required", evidence: SEALED }],
      remedies: [
        [
          { fact: "drivers[2].coverage.status", to: "AKTIF" },
          { fact: "land.hectares", from: 3, to: 2 },
        ],
      ],
    });
  });

  it("hides what was computed from personal facts, and what a table says of them", () => {
    const computed = [
      { fact: "parameter.wage", value: 4_000_000, operands: { "coverage.status": "AKTIF" } },
      {
        fact: "share",
        value: 2,
        operands: { "parameter.wage": 4_000_000, "drivers.count": 3, "land.hectares": 2 },
      },
      { fact: "total", value: 7, operands: { "drivers[].coverage.paidThrough": ["2026-01-01"] } },
      { fact: "drivers[0].age", value: 40, operands: { "person.birthDate": "1986-01-01" } },
      { fact: "area", value: 4, operands: { "land.hectares": 2 } },
    ];
    const evidence = [
      { ...leaf, fact: "price", expected: 4, expectedFrom: "parameter.wage", actual: 3 },
      { ...leaf, fact: "drivers[0].age", expected: 17, actual: 40 },
      { ...leaf, fact: "area", expected: 4, actual: 4 },
    ];
    const scope = { holds: true, evidence };
    const payload = receiptPayload({ ...DECISION, computed, scope }, isPersonal);
    expect(payload.computed).toStrictEqual([
      { fact: "parameter.wage", operands: {} },
      { fact: "share", operands: { "drivers.count": 3, "land.hectares": 2 } },
      { fact: "total", operands: {} },
      { fact: "drivers[0].age", operands: {} },
      { fact: "area", value: 4, operands: { "land.hectares": 2 } },
    ]);
    expect(payload.scope?.evidence).toStrictEqual([
      { ...leaf, fact: "price", expectedFrom: "parameter.wage", actual: 3 },
      { ...leaf, fact: "drivers[0].age", expected: 17 },
      { ...leaf, fact: "area", expected: 4, actual: 4 },
    ]);
  });

  it("is the same in every language, and holds neither itself nor the salts", () => {
    const told = (language: string) => ({
      ...DECISION,
      explanation: { language, summary: `summary in ${language}` },
      receipt: "a.b.c",
      salts: { subject: "s", facts: "f" },
    });
    expect(receiptPayload(told("id"), isPersonal)).toStrictEqual(
      receiptPayload(DECISION, isPersonal),
    );
    expect(receiptPayload(told("en"), isPersonal)).toStrictEqual(
      receiptPayload(DECISION, isPersonal),
    );
  });

  it("names what Layak sets itself even where every other name counts as personal", () => {
    const { requirements } = receiptPayload(DECISION, () => true);
    expect(requirements[0]?.evidence[5]).toStrictEqual(SEALED[5]);
    expect(requirements[0]?.evidence[6]).toStrictEqual({
      ...leaf,
      fact: "price",
      expected: 16800,
      expectedFrom: "parameter.iuran.bpu",
    });
  });

  it("has no scope where the policy has none", () => {
    const { scope: _, ...unscoped } = DECISION;
    expect(receiptPayload(unscoped, isPersonal)).not.toHaveProperty("scope");
  });
});
