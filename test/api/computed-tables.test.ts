import { expect, test } from "vitest";
import { fact, packOf, policy, requirement } from "../support/pack.ts";
import { CALLER, harness, NIKS, postOf } from "./support/harness.ts";

const PACK = packOf({
  facts: {
    "applicant.district": fact({
      type: "code",
      codes: { UTARA: { id: "Utara" }, SELATAN: { id: "Selatan" } },
    }),
    "household.size": fact({ type: "integer" }),
    "income.limit": fact({
      type: "money",
      source: "system",
      compute: {
        operation: "product",
        of: [{ fact: "parameter.povertyLine" }, { fact: "household.size" }],
      },
    }),
    "household.income": fact({ type: "money" }),
  },
  parameters: {
    povertyLine: {
      type: "money",
      by: "applicant.district",
      label: { id: "Garis kemiskinan" },
      sources: [],
      values: [
        { from: "2020-01-01", value: { UTARA: 600_000, SELATAN: 700_000 }, provenance: "assumed" },
      ],
    },
  },
  policies: {
    "2026-01-01": policy([
      requirement("penghasilan", {
        fact: "household.income",
        operator: "lessThanInclusive",
        value: { fact: "income.limit" },
      }),
    ]),
  },
});

test("the fact by which a table is read within a computation is taken from the caller", async () => {
  const facts = {
    "applicant.district": "SELATAN",
    "household.size": 4,
    "household.income": 2_600_000,
  };
  const { send } = harness({ pack: PACK });
  const request = { service: "kota/layanan", applicant: { nik: NIKS.active }, facts };
  const { status, body } = await send("/v1/decisions", postOf(request), {
    ...CALLER,
    services: ["kota/*"],
  });
  expect([status, body["outcome"], body["missing"]]).toEqual([201, "eligible", []]);
  expect(body["facts"]).toEqual(
    Object.fromEntries(
      ["household.income", "applicant.district", "household.size"].map((id) => [
        id,
        { source: "applicant", state: "answered" },
      ]),
    ),
  );
});
