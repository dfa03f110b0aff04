import { describe, expect, test } from "vitest";
import { readPayload } from "../../src/ledger/receipt/read-payload.ts";
import { readRecord } from "../../src/ledger/replay/record.ts";
import { replay } from "../../src/ledger/replay/replay.ts";
import { fact, packOf, policy, requirement } from "../support/pack.ts";
import { CALLER, harness, NIKS, postOf } from "./support/harness.ts";

const PACK = packOf({
  facts: {
    "household.income": fact({ type: "money", personal: true }),
    "household.size": fact({ type: "integer", personal: true }),
    "member.income": fact({ type: "money", personal: true }),
    "member.share": fact({
      type: "integer",
      source: "system",
      personal: true,
      compute: {
        operation: "quotient",
        of: [{ fact: "member.income" }, { fact: "parameter.limit" }],
        scale: 0,
        rounding: "down",
      },
    }),
    "land.hectares": fact({ type: "integer" }),
    "coverage.paidThrough": fact({
      type: "date",
      source: "registry:coverage",
      personal: true,
    }),
    "coverage.status": fact({
      type: "string",
      source: "registry:coverage",
      personal: true,
    }),
    "arrears.months": fact({
      label: { id: "Bulan tunggakan", en: "Months in arrears" },
      type: "integer",
      source: "system",
      personal: true,
      compute: {
        operation: "monthsBetween",
        of: [{ fact: "coverage.paidThrough" }, { fact: "asOf" }],
      },
    }),
    "income.perPerson": fact({
      label: { id: "Penghasilan per orang", en: "Income per person" },
      type: "money",
      source: "system",
      personal: true,
      compute: {
        operation: "quotient",
        of: [
          {
            operation: "sum",
            of: [{ fact: "household.income" }, { over: "members", fact: "member.income" }],
          },
          { fact: "household.size" },
        ],
        scale: 0,
        rounding: "half-up",
      },
    }),
    "land.fee": fact({
      type: "money",
      source: "system",
      compute: {
        operation: "product",
        of: [{ fact: "land.hectares" }, { fact: "parameter.limit" }],
      },
    }),
  },
  groups: { members: { label: { id: "Anggota" }, facts: ["member.income"] } },
  parameters: {
    limit: {
      type: "money",
      label: { id: "Batas" },
      sources: [],
      values: [{ from: "2020-01-01", value: 1_000_000, provenance: "assumed" }],
    },
  },
  policies: {
    "2026-01-01": policy([
      requirement("penghasilan", {
        fact: "income.perPerson",
        operator: "lessThan",
        value: { fact: "parameter.limit" },
      }),
      requirement("tunggakan", { fact: "arrears.months", operator: "lessThan", value: 3 }),
      requirement("lahan", { fact: "land.fee", operator: "lessThan", value: 5_000_000 }),
      requirement("anggota", {
        every: "members",
        conditions: { fact: "member.share", operator: "lessThan", value: 3 },
      }),
    ]),
  },
});

const COVERAGE = {
  lookUp: async (niks: readonly string[]) =>
    new Map(
      niks.map((nik) => [
        nik,
        {
          kind: "found" as const,
          observedAt: "2026-11-22T02:00:00Z",
          facts: { "coverage.status": "AKTIF", "coverage.paidThrough": "2026-09-30" },
        },
      ]),
    ),
};

const KOTA = { ...CALLER, services: ["kota/*"] };

function api() {
  const made = harness({ pack: PACK, coverage: COVERAGE });
  const send = (path: string, body: unknown) => made.send(path, postOf(body), KOTA);
  return { ...made, post: send, get: (path: string) => made.send(path, undefined, KOTA) };
}

const REQUEST = {
  service: "kota/layanan",
  applicant: { nik: NIKS.active },
  facts: { "household.income": 1_500_000, "household.size": 4, "land.hectares": 2 },
  groups: { members: [{ facts: { "member.income": 500_000 } }] },
};

const COMPUTED = [
  {
    fact: "income.perPerson",
    value: 500_000,
    operands: {
      "household.income": 1_500_000,
      "members[].member.income": [500_000],
      "household.size": 4,
    },
  },
  {
    fact: "arrears.months",
    value: 1,
    operands: { "coverage.paidThrough": "2026-09-30", asOf: "2026-11-22" },
  },
  {
    fact: "land.fee",
    value: 2_000_000,
    operands: { "land.hectares": 2, "parameter.limit": 1_000_000 },
  },
  {
    fact: "members[0].member.share",
    value: 0,
    operands: { "member.income": 500_000, "parameter.limit": 1_000_000 },
  },
];

describe("a decision on facts that are computed", () => {
  test("tells what was computed from what, a registry's facts too, and each sum in words", async () => {
    const { status, body } = await api().post("/v1/decisions", REQUEST);
    expect([status, body["outcome"], body["computed"]]).toEqual([201, "eligible", COMPUTED]);
    expect(body["explanation"]).toMatchObject({
      requirements: [
        {
          computed: [
            "Penghasilan per orang: (Rp1.500.000 (Fakta) + Rp500.000 (Fakta)) ÷ 4 (Fakta) = Rp500.000.",
          ],
        },
        {
          computed: [
            "Bulan tunggakan: bulan penuh antara 30 September 2026 (Fakta) dan 22 November 2026 (tanggal keputusan) = 1.",
          ],
        },
        {},
        {},
      ],
    });
  });

  test("keeps and names what it was computed from, never the results, as facts", async () => {
    const { post, ledger } = api();
    const { body } = await post("/v1/decisions", REQUEST);
    expect(Object.keys(Object(body["facts"])).sort()).toEqual([
      "coverage.paidThrough",
      "household.income",
      "household.size",
      "land.hectares",
      "members[0].member.income",
    ]);
    expect(ledger.entries[0]?.record.facts).toEqual({
      ...REQUEST.facts,
      "coverage.paidThrough": "2026-09-30",
      members: [{ "member.income": 500_000 }],
    });
  });

  test("signs what was computed without what it says of personal facts", async () => {
    const { body } = await api().post("/v1/decisions", REQUEST);
    expect(readPayload(String(body["receipt"]))?.["computed"]).toEqual([
      { fact: "income.perPerson", operands: {} },
      { fact: "arrears.months", operands: { asOf: "2026-11-22" } },
      {
        fact: "land.fee",
        value: 2_000_000,
        operands: { "land.hectares": 2, "parameter.limit": 1_000_000 },
      },
      { fact: "members[0].member.share", operands: { "parameter.limit": 1_000_000 } },
    ]);
  });

  test("asks for what is absent among what it is computed from", async () => {
    const facts = { "household.income": 1_500_000, "land.hectares": 2 };
    const { body } = await api().post("/v1/decisions", {
      ...REQUEST,
      facts,
      groups: { members: [{ facts: {} }] },
    });
    expect([body["outcome"], body["missing"]]).toEqual([
      "undetermined",
      ["members[0].member.income", "household.size"],
    ]);
    const preview = await api().post("/v1/previews", { service: REQUEST.service, facts });
    const { missing } = preview.body;
    expect(Array.isArray(missing) ? missing.map(({ fact: id }) => id) : []).toEqual([
      "members",
      "household.size",
      "coverage.paidThrough",
    ]);
  });

  test("names a fact that has no result itself", async () => {
    const facts = { ...REQUEST.facts, "household.size": 0 };
    const { body } = await api().post("/v1/decisions", { ...REQUEST, facts });
    expect([body["outcome"], body["missing"]]).toEqual(["undetermined", ["income.perPerson"]]);
  });

  test("refuses a computed fact that a caller gives, in a group too", async () => {
    const { status, body } = await api().post("/v1/decisions", {
      ...REQUEST,
      facts: { ...REQUEST.facts, "arrears.months": 0 },
      groups: { members: [{ facts: { "member.share": 1 } }] },
    });
    expect([status, body["code"]]).toEqual([422, "request-invalid"]);
    const { errors } = body;
    expect(Array.isArray(errors) ? errors.map(({ path }) => path).sort() : []).toEqual([
      "/facts/arrears.months",
      "/groups/members/0/facts/member.share",
    ]);
  });

  test("refuses facts from which something too large is computed, and no others of a batch", async () => {
    const facts = { ...REQUEST.facts, "land.hectares": Number.MAX_SAFE_INTEGER };
    const { post } = api();
    const { status, body } = await post("/v1/decisions", { ...REQUEST, facts });
    expect([status, body["code"]]).toEqual([422, "computed-out-of-range"]);
    const batch = await post("/v1/decisions/batch", { items: [REQUEST, { ...REQUEST, facts }] });
    expect(batch.body["results"]).toMatchObject([
      { outcome: "eligible" },
      { problem: { code: "computed-out-of-range" } },
    ]);
  });

  test("is decided again from its record, with the same sums", async () => {
    const { post, get } = api();
    const { body } = await post("/v1/decisions", REQUEST);
    const record = await get(`/v1/decisions/${body["id"]}/record`);
    expect(record.body["decision"]).toMatchObject({ computed: COMPUTED });
    expect(replay(readRecord(record.body))).toEqual({ kind: "same" });
    const evidence = await get(`/v1/decisions/${body["id"]}/evidence?requirement=tunggakan`);
    expect(evidence.body["evidence"]).toMatchObject([{ fact: "arrears.months", actual: 1 }]);
  });
});
