import { describe, expect, it, test } from "vitest";
import { compare } from "../../../src/analysis/diff/compare.ts";
import { decided } from "../../../src/analysis/diff/pair.ts";
import { prepare } from "../../../src/engine/decision/prepare.ts";
import { fact, packOf, policy, requirement, SERVICE } from "../../support/pack.ts";

const DAYS = ["2026-01-01", "2027-01-01"] as const;

const computed = (compute: object) => fact({ type: "money", source: "system", compute });

const FACTS = {
  district: fact({ type: "code", codes: { N: { id: "n" }, S: { id: "s" }, E: { id: "e" } } }),
  size: fact({ type: "integer", minimum: 1, maximum: 20 }),
  income: fact({ type: "money", minimum: 0 }),
  resident: fact({ type: "boolean" }),
  "member.income": fact({ type: "money", minimum: 0 }),
  "member.birthDate": fact({ type: "date" }),
  limit: computed({ operation: "product", of: [{ fact: "parameter.line" }, { fact: "size" }] }),
  "household.income": computed({
    operation: "sum",
    of: [{ over: "members", fact: "member.income" }],
  }),
  threshold: computed({
    operation: "quotient",
    of: [
      { operation: "product", of: [{ fact: "parameter.line" }, { fact: "members.count" }, 13] },
      10,
    ],
    scale: 0,
    rounding: "down",
  }),
};

const MEMBERS = {
  label: { id: "Anggota", en: "Member" },
  minItems: 1,
  maxItems: 20,
  facts: ["member.income", "member.birthDate"],
};

const upTo = (id: string, limit: string) => ({
  fact: id,
  operator: "lessThanInclusive",
  value: { fact: limit },
});
const RESIDENT = requirement("warga", { fact: "resident", operator: "equal", value: true });
const CHILD = requirement("anak", {
  some: "members",
  conditions: { fact: "member.birthDate", operator: "after", value: "2010-01-01" },
});
const LIMITED = requirement("penghasilan", upTo("income", "limit"));
const LIMITED_BY_MEMBERS = requirement("penghasilan", upTo("household.income", "threshold"));

/** One policy with a figure that is another in the second year. */
function comparedWith(figures: readonly [unknown, unknown], of: object) {
  const isTable = typeof figures[0] === "object";
  const pack = packOf({
    facts: FACTS,
    groups: { members: MEMBERS },
    parameters: {
      line: {
        type: "money",
        ...(isTable && { by: "district" }),
        label: { id: "Garis" },
        sources: [],
        values: DAYS.map((from, year) => ({ from, value: figures[year], provenance: "assumed" })),
      },
    },
    policies: Object.fromEntries(DAYS.map((from) => [from, of])),
  });
  const [from, to] = DAYS.map((day) =>
    prepare(pack, { service: SERVICE, asOf: day, version: day }),
  );
  if (from === undefined || to === undefined) throw new Error("two versions");
  const comparison = compare(from, to);
  for (const change of comparison.complete) {
    const given = decided({ from, to }, change.facts);
    expect([given?.from.outcome, given?.to.outcome]).toEqual([change.from, change.to]);
  }
  return comparison;
}

const pairsIn = (changes: readonly { readonly from: string; readonly to: string }[]) =>
  changes.map(({ from, to }) => `${from} → ${to}`);

const LET_IN = "ineligible → eligible";
const SHUT_OUT = "eligible → ineligible";
const TABLE = { N: 600_000, S: 650_000, E: 500_000 };
const RAISED = { ...TABLE, N: 700_000 };

describe("a figure behind a computed limit that is another", () => {
  test.each<[string, readonly [unknown, unknown], object, string]>([
    ["raised", [600_000, 700_000], policy([LIMITED]), LET_IN],
    ["lowered", [700_000, 600_000], policy([LIMITED]), SHUT_OUT],
    ["raised by one", [600_000, 600_001], policy([LIMITED]), LET_IN],
    ["beside another requirement", [600_000, 700_000], policy([RESIDENT, LIMITED]), LET_IN],
    ["in one row of a table", [TABLE, RAISED], policy([LIMITED]), LET_IN],
    ["lowered in one row of a table", [RAISED, TABLE], policy([LIMITED]), SHUT_OUT],
    ["below what is computed itself", [600_000, 700_000], policy([LIMITED_BY_MEMBERS]), LET_IN],
    [
      "in one row of a table, below what is computed itself, beside another requirement",
      [TABLE, RAISED],
      policy([LIMITED_BY_MEMBERS, CHILD]),
      LET_IN,
    ],
  ])("%s: shows somebody between both limits", (_, figures, of, expected) => {
    const { complete, incomplete, unsettled } = comparedWith(figures, of);
    expect(pairsIn(complete)).toEqual([expected]);
    expect(complete[0]?.cause).toMatchObject({ kind: "requirement", id: "penghasilan" });
    expect(incomplete).toEqual([]);
    // That nobody changes the other way is not shown by trying.
    expect(unsettled).toEqual([
      ...[SHUT_OUT, LET_IN]
        .filter((pair) => pair !== expected)
        .map((pair) => pair.split(" → "))
        .map(([from, to]) => ({ from, to, because: "computed" })),
    ]);
  });

  it("shows as few facts as do", () => {
    const { complete } = comparedWith([600_000, 700_000], policy([LIMITED]));
    expect(complete.map(({ facts }) => Object.keys(facts).sort())).toEqual([["income", "size"]]);
  });

  it("in a scope, shows whom it governs now", () => {
    const scope = upTo("income", "limit");
    const { complete } = comparedWith([600_000, 700_000], policy([RESIDENT], { scope }));
    expect(pairsIn(complete)).toEqual(
      ["out-of-scope → eligible", "out-of-scope → ineligible"].sort(),
    );
  });

  it("shows who can be decided now that a table has a row for them", () => {
    const { E: _, ...fewer } = TABLE;
    const { complete } = comparedWith([fewer, TABLE], policy([LIMITED]));
    expect(pairsIn(complete).sort()).toEqual([
      "undetermined → eligible",
      "undetermined → ineligible",
    ]);
    expect(complete.map(({ facts }) => facts.district)).toEqual(["E", "E"]);
  });
});
