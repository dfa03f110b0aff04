import { describe, expect, test } from "vitest";
import { describeService } from "../../src/api/services/describe.ts";
import { fact, packOf, policy, requirement, SERVICE } from "../support/pack.ts";

const is = (id: string) => ({ fact: id, operator: "equal", value: true });
const grant = (id: string, more: object) => ({ id, sources: [], provenance: "assumed", ...more });

const fee = {
  type: "money",
  label: { id: "Iuran", en: "Fee" },
  sources: [],
  values: [
    { from: "2026-01-01", value: 8400, provenance: "assumed" },
    { from: "2027-01-01", value: 16_800, provenance: "assumed" },
  ],
};
const owed = fact({
  type: "money",
  label: { id: "Tunggakan", en: "Arrears" },
  source: "system",
  compute: { operation: "product", of: [{ fact: "months" }, { fact: "parameter.fee" }] },
});

function describedOn(asOf: string, grants?: readonly object[]) {
  const pack = packOf({
    facts: {
      active: fact({ type: "boolean" }),
      older: fact({ type: "boolean" }),
      months: fact({ type: "integer" }),
      owed,
    },
    parameters: { fee },
    sources: {
      pp: { title: { id: "PP", en: "Decree" }, kind: "law", date: "2025", text: "seen" },
    },
    policies: { "2026-01-01": policy([requirement("aktif", is("active"))], { grants }) },
  });
  return describeService(pack, SERVICE, asOf, "en").grants;
}

describe("a service", () => {
  const grants = [
    grant("iuran", {
      text: { id: "Iuran {amount} sebulan", en: "{amount} a month" },
      amount: { fact: "parameter.fee" },
      sources: [{ source: "pp", article: "2" }],
      doubt: { id: "Benarkah?", en: "Is it so?" },
    }),
    grant("tunggakan", {
      text: { id: "Tunggakan", en: "What is owed" },
      amount: { fact: "owed" },
      conditions: is("older"),
    }),
  ];

  test("tells what it gives, with the amount of the day, and what that rests on", () => {
    expect(describedOn("2026-12-31", grants)).toEqual([
      {
        id: "iuran",
        text: "Rp8,400 a month",
        conditional: false,
        provenance: "assumed",
        doubt: "Is it so?",
        sources: [{ id: "pp", title: "Decree", article: "2", level: "national" }],
      },
      {
        id: "tunggakan",
        text: "What is owed (Arrears)",
        conditional: true,
        provenance: "assumed",
        sources: [],
      },
    ]);
    expect(describedOn("2027-01-01", grants)?.[0]?.text).toBe("Rp16,800 a month");
  });

  test("that gives nothing says nothing of it", () => {
    expect(describedOn("2026-12-31")).toBeUndefined();
  });
});
