import { expect, it, test } from "vitest";
import { fact, policy, requirement } from "../../support/pack.ts";
import { stated } from "./support.ts";

const labelled = (id: string, en: string) => ({ label: { id, en } });
const whole = { scale: 0, rounding: "down" };

const FACTS = {
  "land.rent": fact({ type: "money", ...labelled("Sewa", "Rent") }),
  "land.fee": fact({ type: "money", ...labelled("Biaya", "Fee") }),
  "land.parts": fact({ type: "list", items: { type: "integer" }, ...labelled("Bidang", "Plots") }),
  born: fact({ type: "date", ...labelled("Tanggal lahir", "Date of birth") }),
  town: fact({
    type: "code",
    codes: { UTARA: { id: "Utara", en: "North" } },
    ...labelled("Kecamatan", "District"),
  }),
  income: fact({ type: "money", ...labelled("Penghasilan", "Income") }),
};
const GROUPS = { members: { ...labelled("Anggota", "Member"), maxItems: 9, facts: ["income"] } };
const PARAMETERS = {
  line: {
    type: "money",
    by: "town",
    ...labelled("Garis", "Line"),
    sources: [],
    values: [{ from: "2026-01-01", value: { UTARA: 600 }, provenance: "assumed" }],
  },
};

/** The statement of a policy that rests on this computation. */
function resting(compute: object, type = "money") {
  const computed = fact({ type, source: "system", compute, ...labelled("Hasil", "Result") });
  const condition = { fact: "result", operator: "greaterThan", value: 0 };
  return stated({
    facts: { ...FACTS, result: computed },
    groups: GROUPS,
    parameters: PARAMETERS,
    policies: { "2026-01-01": policy([requirement("a", condition)]) },
  });
}

const RENT = { fact: "land.rent" };
const FEE = { fact: "land.fee" };
const INCOME = { over: "members", fact: "income" };
const SUM = { operation: "sum", of: [RENT, FEE] };
const THIRD = { operation: "quotient", of: [RENT, 3], ...whole };

it.each([
  ["a sum", SUM, "money", "Sewa + Biaya", "Rent + Fee"],
  [
    "a sum over a group",
    { operation: "sum", of: [INCOME, RENT] },
    "money",
    "jumlah Penghasilan setiap Anggota + Sewa",
    "the sum of Income of each Member + Rent",
  ],
  [
    "a sum of a list",
    { operation: "sum", of: [{ fact: "land.parts" }] },
    "integer",
    "jumlah Bidang",
    "the sum of Plots",
  ],
  [
    "a difference from a sum in brackets",
    { operation: "difference", of: [RENT, SUM] },
    "money",
    "Sewa − (Sewa + Biaya)",
    "Rent − (Rent + Fee)",
  ],
  [
    "a product of a sum in brackets, and of a product in none",
    { operation: "product", of: [SUM, { operation: "product", of: [2, 1500] }] },
    "money",
    "(Sewa + Biaya) × 2 × 1.500",
    "(Rent + Fee) × 2 × 1,500",
  ],
  [
    "a quotient with how it is rounded",
    { operation: "quotient", of: [SUM, 3], scale: 0, rounding: "half-up" },
    "money",
    "(Sewa + Biaya) ÷ 3, dibulatkan ke yang terdekat (setengah menjauhi nol) menjadi bilangan bulat",
    "(Rent + Fee) ÷ 3, rounded to the nearest (halves away from zero) to a whole number",
  ],
  [
    "a rounding within, kept together",
    { operation: "product", of: [THIRD, 2] },
    "money",
    "(Sewa ÷ 3, dibulatkan ke arah nol menjadi bilangan bulat) × 2",
    "(Rent ÷ 3, rounded towards zero to a whole number) × 2",
  ],
  [
    "the least of terms, and the greatest among them",
    { operation: "minimum", of: [1000, { operation: "maximum", of: [RENT, FEE] }] },
    "money",
    "terkecil dari 1.000; (terbesar dari Sewa; Biaya)",
    "the least of 1,000; (the greatest of Rent; Fee)",
  ],
  [
    "a number of items",
    { operation: "count", of: [{ fact: "land.parts" }] },
    "integer",
    "banyaknya Bidang",
    "the number of Plots",
  ],
  [
    "whole years",
    { operation: "yearsBetween", of: [{ fact: "born" }, { fact: "asOf" }] },
    "integer",
    "tahun penuh dari Tanggal lahir sampai tanggal keputusan",
    "whole years from Date of birth to decision date",
  ],
] as const)("tells %s by its labels", (_, compute, type, id, en) => {
  expect(resting(compute, type).computed.map(({ formula }) => formula)).toEqual([{ id, en }]);
});

test("what a condition rests on is told with its table and by whom that is told", () => {
  const { computed, parameters } = resting({
    operation: "product",
    of: [{ fact: "parameter.line" }, { fact: "members.count" }],
  });
  expect(computed).toEqual([
    {
      name: "result",
      label: { id: "Hasil", en: "Result" },
      formula: { id: "Garis × jumlah Anggota", en: "Line × number of: Member" },
      reads: ["parameter.line", "members.count"],
      onlyTold: false,
    },
  ]);
  expect(parameters.map(({ name, by, amount, onlyTold }) => [name, by, amount, onlyTold])).toEqual([
    [
      "parameter.line",
      { id: "Kecamatan", en: "District" },
      { id: "Utara Rp600", en: "North Rp600" },
      false,
    ],
  ]);
});
