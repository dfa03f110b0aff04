import { describe, expect, test } from "vitest";
import { compare } from "../../../src/analysis/diff/compare.ts";
import type { Change } from "../../../src/analysis/diff/comparison.ts";
import type { Pair } from "../../../src/analysis/diff/pair.ts";
import { smallest } from "../../../src/analysis/diff/smallest.ts";
import { prepare } from "../../../src/engine/decision/prepare.ts";
import type { Facts } from "../../../src/engine/model/catalogue.ts";
import { fact, packOf, policy, requirement, SERVICE } from "../../support/pack.ts";

const facts = {
  crop: fact({ type: "code", codes: { PADI: { id: "padi" }, SAWIT: { id: "sawit" } } }),
  member: fact({ type: "boolean" }),
  resident: fact({ type: "boolean" }),
  servant: fact({ type: "boolean" }),
  enrolled: fact({ type: "boolean" }),
  paid: fact({ type: "date" }),
};
const groups = { plots: { label: { id: "Petak" }, facts: ["crop", "resident"] } };

const equal = (id: string, value: unknown) => ({ fact: id, operator: "equal", value });
const crop = requirement("tanaman", equal("crop", "PADI"));
const member = requirement("kelompok", equal("member", true));
const resident = requirement("warga", equal("resident", true));
const insured = requirement(
  "jaminan",
  { all: [equal("enrolled", true), { fact: "paid", operator: "onOrAfter", value: "2026-01-01" }] },
  { when: equal("servant", false) },
);

function pairOf(before: object, after: object): Pair {
  const pack = packOf({ facts, groups, policies: { "2026-01-01": before, "2027-01-01": after } });
  const [from, to] = ["2026-01-01", "2027-01-01"].map((version) =>
    prepare(pack, { service: SERVICE, asOf: "2027-01-01", version }),
  );
  if (from === undefined || to === undefined) throw new Error("no policies");
  return { from, to };
}

/** Whom they decide otherwise while something is unknown, of these outcomes. */
function whileUnknown(before: object, after: object, outcomes: string): readonly Change[] {
  const { from, to } = pairOf(before, after);
  return compare(from, to).incomplete.filter((one) => `${one.from} → ${one.to}` === outcomes);
}

describe("who is decided otherwise while something is unknown", () => {
  const advised = requirement("kelompok", equal("member", true), { enforcement: "advisory" });

  test.each([
    ["refuses now", policy([crop, advised]), policy([crop, member]), "to"],
    ["refused before", policy([crop, member]), policy([crop, advised]), "from"],
  ])("is told the clause that %s, not what is waited for", (_, before, after, side) => {
    const outcomes = side === "to" ? "undetermined → ineligible" : "ineligible → undetermined";
    expect(whileUnknown(before, after, outcomes)).toEqual([
      {
        from: side === "to" ? "undetermined" : "ineligible",
        to: side === "to" ? "ineligible" : "undetermined",
        cause: { kind: "requirement", side, id: "kelompok" },
        facts: { member: false },
      },
    ]);
  });

  test("is told what was waited for where both sides have the clause unmet", () => {
    const scoped = policy([member], { scope: equal("resident", true) });
    expect(whileUnknown(scoped, policy([member]), "undetermined → ineligible")).toEqual([
      {
        from: "undetermined",
        to: "ineligible",
        cause: { kind: "unknown", side: "from", missing: ["resident"] },
        facts: { member: false },
      },
    ]);
  });

  test.each<[string, Facts, Facts]>([
    [
      "a clause that does not apply",
      { servant: true, enrolled: false, paid: "2039-10-01", crop: "PADI" },
      { servant: true, crop: "PADI" },
    ],
    [
      "a group that nothing asks about",
      { servant: true, crop: "PADI", plots: [{ crop: "SAWIT" }, { crop: "PADI" }] },
      { servant: true, crop: "PADI" },
    ],
  ])("is shown without %s", (_, found, shown) => {
    const pair = pairOf(policy([insured, crop]), policy([insured, crop, resident]));
    expect(smallest(pair, found)).toEqual(shown);
  });

  test("is shown with one of the items that wait for the same", () => {
    const each = (conditions: object) => requirement("petak", { every: "plots", conditions });
    const pair = pairOf(
      policy([each(equal("crop", "PADI"))]),
      policy([each({ all: [equal("crop", "PADI"), equal("resident", true)] })]),
    );
    const found = { plots: [{ crop: "PADI" }, { crop: "PADI" }] };
    expect(smallest(pair, found)).toEqual({ plots: [{ crop: "PADI" }] });
  });

  test("waits for as much as before when facts are left out", () => {
    const pair = pairOf(policy([crop]), policy([crop, member, resident]));
    const found: Facts = { crop: "PADI", member: true };
    expect(smallest(pair, found)).toEqual(found);
  });

  test("is shown by what was found, without what does not matter", () => {
    const before = policy([insured, crop], { scope: equal("servant", true) });
    const after = policy([insured, crop, resident], { scope: equal("servant", true) });
    expect(whileUnknown(before, after, "eligible → undetermined")).toEqual([
      {
        from: "eligible",
        to: "undetermined",
        cause: { kind: "unknown", side: "to", missing: ["resident"] },
        facts: { servant: true, crop: "PADI" },
      },
    ]);
  });
});
