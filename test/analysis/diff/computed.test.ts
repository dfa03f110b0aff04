import { describe, expect, it } from "vitest";
import { compare } from "../../../src/analysis/diff/compare.ts";
import { prepare } from "../../../src/engine/decision/prepare.ts";
import { fact, packOf, policy, requirement, SERVICE } from "../../support/pack.ts";

const AGE = fact({
  type: "integer",
  source: "system",
  compute: { operation: "yearsBetween", of: [{ fact: "birthDate" }, { fact: "asOf" }] },
});

function packWith(before: object, after: object, computed: object = AGE) {
  return packOf({
    facts: { birthDate: fact({ type: "date" }), age: computed },
    policies: {
      "2026-01-01": policy([requirement("umur", before)]),
      "2027-01-01": policy([requirement("umur", after)]),
    },
  });
}

const under = (value: number) => ({ fact: "age", operator: "lessThan", value });

function compared(pack: ReturnType<typeof packWith>, asOf: readonly [string, string]) {
  const [from, to] = ["2026-01-01", "2027-01-01"].map((version, side) =>
    prepare(pack, { service: SERVICE, asOf: asOf[side] ?? "", version }),
  );
  if (from === undefined || to === undefined) throw new Error("two versions");
  return compare(from, to);
}

const ONE_DAY = ["2027-01-01", "2027-01-01"] as const;

describe("where policies read what is computed", () => {
  it("whoever differs is told by the facts that it is computed from, never by the result", () => {
    const { complete, unsettled } = compared(packWith(under(65), under(60)), ONE_DAY);
    expect(complete).toMatchObject([
      { from: "eligible", to: "ineligible", facts: { birthDate: expect.any(String) } },
    ]);
    expect(complete.map(({ facts }) => Object.keys(facts))).toEqual([["birthDate"]]);
    expect(unsettled).toEqual([]);
  });

  it("nobody differs where the conditions are the same, on one day", () => {
    expect(compared(packWith(under(65), under(65)), ONE_DAY)).toEqual({
      complete: [],
      incomplete: [],
      unsettled: [],
    });
  });

  it("it is not said that nobody differs where each side computes on a day of its own", () => {
    const { complete, unsettled } = compared(packWith(under(65), under(65)), [
      "2026-01-01",
      "2027-01-01",
    ]);
    expect([...complete.map(() => "found"), ...unsettled.map(({ because }) => because)]).toContain(
      "computed",
    );
  });

  it("it is not said that nobody differs where no facts were found that are computed so", () => {
    const squares = fact({
      type: "integer",
      source: "system",
      compute: {
        operation: "product",
        of: [
          { operation: "yearsBetween", of: [{ fact: "birthDate" }, { fact: "asOf" }] },
          { operation: "monthsBetween", of: [{ fact: "birthDate" }, { fact: "asOf" }] },
        ],
      },
    });
    const is = (value: number) => ({ fact: "age", operator: "notEqual", value });
    const { complete, unsettled } = compared(packWith(is(7_777), is(7_778), squares), ONE_DAY);
    expect(complete).toEqual([]);
    expect(unsettled).toContainEqual({ from: "eligible", to: "ineligible", because: "computed" });
  });
});
