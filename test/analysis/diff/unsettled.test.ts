import { describe, expect, test } from "vitest";
import { compare } from "../../../src/analysis/diff/compare.ts";
import { prepare } from "../../../src/engine/decision/prepare.ts";
import { fact, packOf, policy, requirement, SERVICE } from "../../support/pack.ts";

const facts = {
  // So many plates have this form that none can be made which no version names.
  plate: fact({ type: "string", pattern: "Q-[0-9]{7}-[A-F]{5}" }),
  owner: fact({ type: "code", codes: { KOTA: { id: "kota" }, LAIN: { id: "lain" } } }),
  member: fact({ type: "boolean" }),
};

const leaf = (id: string, operator: string, value: unknown) => ({ fact: id, operator, value });
const known = leaf("plate", "notEqual", "Q-1234567-ABCDE");
/** The same, so written that only values could show it. */
const rewritten = { not: leaf("plate", "equal", "Q-1234567-ABCDE") };
const member = leaf("member", "equal", true);

/** The pairs of outcomes that are told, and those that are left open. */
function toldOf(before: object, after: object) {
  const pack = packOf({ facts, policies: { "2026-01-01": before, "2027-01-01": after } });
  const [from, to] = ["2026-01-01", "2027-01-01"].map((version) =>
    prepare(pack, { service: SERVICE, asOf: "2027-01-01", version }),
  );
  if (from === undefined || to === undefined) throw new Error("no policies");
  const { complete, unsettled } = compare(from, to);
  const words = (pairs: readonly { readonly from: string; readonly to: string }[]) =>
    pairs.map((pair) => `${pair.from} → ${pair.to}`);
  return { told: words(complete), open: words(unsettled) };
}

describe("what the search cannot settle by values", () => {
  const plate = requirement("pelat", known);
  const rewrittenPlate = requirement("pelat", rewritten);
  const open = ["eligible → ineligible", "ineligible → eligible"];

  test.each<[string, object, object, readonly string[], readonly string[]]>([
    ["is left open", policy([plate]), policy([rewrittenPlate]), [], open],
    [
      "is settled where both sides ask the same",
      policy([plate]),
      policy([plate, requirement("anggota", member)]),
      [],
      ["eligible → ineligible"],
    ],
    [
      "is settled where the scope of both is the same",
      policy([plate], { scope: known }),
      policy([rewrittenPlate], { scope: known }),
      [],
      ["eligible → ineligible"],
    ],
    [
      "is settled where the scopes alone settle it",
      policy([plate], { scope: leaf("owner", "equal", "KOTA") }),
      policy([rewrittenPlate], { scope: leaf("owner", "in", ["KOTA"]) }),
      [],
      open,
    ],
  ])("%s", (_, before, after, told, unsettled) => {
    expect(toldOf(before, after)).toEqual({ told, open: unsettled });
  });
});
