import { expect, test } from "vitest";
import { describeService } from "../../src/api/services/describe.ts";
import { fact, packOf, policy, requirement, SERVICE } from "../support/pack.ts";

const product = (...terms: readonly string[]) => ({
  type: "money",
  source: "system",
  compute: { operation: "product", of: terms.map((id) => ({ fact: id })) },
});

const amount = (label: string, value: unknown, more: object = {}) => ({
  type: "money",
  label: { id: label },
  sources: [],
  values: [{ from: "2026-01-01", value, provenance: "assumed" }],
  ...more,
});

const LINES = { UTARA: 600_000, SELATAN: 700_000 };

const PACK = packOf({
  facts: {
    district: fact({
      type: "code",
      codes: { UTARA: { id: "Utara" }, SELATAN: { id: "Selatan" } },
    }),
    size: fact({ type: "integer" }),
    months: fact({ type: "integer" }),
    income: fact({ type: "money" }),
    limit: fact(product("parameter.line", "size")),
    arrears: fact(product("months", "parameter.fee")),
  },
  parameters: {
    line: amount("Garis kemiskinan", LINES, { by: "district" }),
    fee: amount("Iuran", 8400),
    unread: amount("Lain", 1),
  },
  policies: {
    "2026-01-01": policy(
      [
        requirement("penghasilan", {
          fact: "income",
          operator: "lessThanInclusive",
          value: { fact: "limit" },
        }),
      ],
      {
        grants: [
          {
            id: "tunggakan",
            text: { id: "Tunggakan" },
            amount: { fact: "arrears" },
            sources: [],
            provenance: "assumed",
          },
        ],
      },
    ),
  },
});

test("a service tells the parameters that are only read by what it computes, also for grants", () => {
  const { parameters } = describeService(PACK, SERVICE, "2026-11-22", "id");
  const told = { level: "national" };
  const from = { from: "2026-01-01", provenance: "assumed" };
  expect(parameters).toEqual([
    {
      ...told,
      parameter: "line",
      label: "Garis kemiskinan",
      value: { ...from, value: LINES, text: "Utara Rp600.000; Selatan Rp700.000" },
    },
    {
      ...told,
      parameter: "fee",
      label: "Iuran",
      value: { ...from, value: 8400, text: "Rp8.400" },
    },
  ]);
});
