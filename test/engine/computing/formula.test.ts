import { describe, expect, it } from "vitest";
import type { Language } from "../../../src/engine/model/text.ts";
import { decide, explain } from "../../../src/index.ts";
import { fact, packOf, policy, requirement, SERVICE } from "../../support/pack.ts";

const INCOME = { fact: "income" };
const LIMIT = 500_000;

/** What the explanation tells of `value`, when it is computed so. */
function told(
  compute: object,
  facts: Readonly<Record<string, unknown>>,
  language: Language = "id",
  shape: object = { type: "money" },
) {
  const pack = packOf({
    facts: {
      income: fact({ type: "money", label: { id: "Penghasilan", en: "Income" } }),
      size: fact({ type: "integer", label: { id: "Anggota", en: "Members" } }),
      born: fact({ type: "date", label: { id: "Tanggal lahir", en: "Date of birth" } }),
      value: fact({ ...shape, source: "system", label: { id: "Hasil", en: "Result" }, compute }),
    },
    groups: { members: { label: { id: "Anggota", en: "Member" }, facts: ["income"] } },
    policies: {
      "2026-01-01": policy([
        requirement("own", { fact: "value", operator: "greaterThan", value: 0 }),
      ]),
    },
  });
  const decision = decide(pack, { service: SERVICE, asOf: "2026-11-23", facts: facts as never });
  return explain(pack, decision, language).requirements[0]?.computed;
}

function product(...of: readonly unknown[]) {
  return { operation: "product", of };
}

function quotient(...of: readonly unknown[]) {
  return { operation: "quotient", of, scale: 0, rounding: "down" };
}

describe("a formula in words", () => {
  it("has its sign between the items of a list", () => {
    const members = [2_000_000, 1_200_000, 0].map((income) => ({ income }));
    const sum = { operation: "sum", of: [{ over: "members", fact: "income" }] };
    expect(told(sum, { members })).toEqual([
      "Hasil: Rp2.000.000 + Rp1.200.000 + Rp0 (Penghasilan) = Rp3.200.000.",
    ]);
  });

  it.each([
    [
      "id",
      "Hasil: tahun penuh antara 1 Januari 1990 (Tanggal lahir) dan 23 November 2026 (tanggal keputusan) = 36.",
    ],
    [
      "en",
      "Result: whole years between 1 January 1990 (Date of birth) and 23 November 2026 (decision date) = 36.",
    ],
  ] as const)("joins two days by a word (%s)", (language, words) => {
    const years = { operation: "yearsBetween", of: [{ fact: "born" }, { fact: "asOf" }] };
    const facts = { born: "1990-01-01" };
    expect(told(years, facts, language, { type: "integer" })).toEqual([words]);
  });

  it("has brackets round a part, but not between words and its only sign", () => {
    const facts = { income: 900, size: 3 };
    const of = (computation: object) => told(computation, facts);
    const income = "Rp900 (Penghasilan)";
    expect([
      of({ operation: "minimum", of: [LIMIT, quotient(product(INCOME, 3), 9)] }),
      of(quotient(INCOME, product(3, 3))),
      of({ operation: "sum", of: [1, product(INCOME, 3)] }),
      of(product(INCOME, { operation: "sum", of: [1, 3] })),
      of({
        operation: "difference",
        of: [INCOME, { operation: "difference", of: [INCOME, INCOME] }],
      }),
      of(product(2, { operation: "maximum", of: [0, INCOME] })),
    ]).toEqual([
      [`Hasil: terkecil dari 500.000 dan (${income} × 3) ÷ 9 = Rp300.`],
      [`Hasil: ${income} ÷ (3 × 3) = Rp100.`],
      [`Hasil: 1 + (${income} × 3) = Rp2.701.`],
      [`Hasil: ${income} × (1 + 3) = Rp3.600.`],
      [`Hasil: ${income} − (${income} − ${income}) = Rp900.`],
      [`Hasil: 2 × (terbesar dari 0 dan ${income}) = Rp1.800.`],
    ]);
  });

  it("says ≈ where a rounded quotient is not the result, and = where it is", () => {
    const share = quotient(product(INCOME, 3), 8);
    const least = (limit: number) => ({ operation: "minimum", of: [limit, share] });
    const facts = { income: 900_001 };
    const income = "Rp900.001 (Penghasilan)";
    expect([
      told(least(LIMIT), facts),
      told(least(300_000), facts),
      told({ ...quotient(INCOME, 3), rounding: "up" }, { income: 10 }),
      told(quotient(INCOME, 3), { income: 9 }),
      told(product(quotient(INCOME, 3), 3), { income: 10 }),
    ]).toEqual([
      [`Hasil: terkecil dari 500.000 dan (${income} × 3) ÷ 8 ≈ Rp337.500.`],
      [`Hasil: terkecil dari 300.000 dan (${income} × 3) ÷ 8 = Rp300.000.`],
      ["Hasil: Rp10 (Penghasilan) ÷ 3 ≈ Rp4."],
      ["Hasil: Rp9 (Penghasilan) ÷ 3 = Rp3."],
      ["Hasil: (Rp10 (Penghasilan) ÷ 3) × 3 ≈ Rp9."],
    ]);
  });
});
