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

  describe("that may have no result", () => {
    const share = (divisor: object) =>
      fact({
        type: "money",
        source: "system",
        compute: {
          operation: "quotient",
          of: [{ fact: "income" }, divisor],
          scale: 0,
          rounding: "down",
        },
      });
    const FACTS = {
      income: fact({ type: "money", minimum: 0 }),
      size: fact({ type: "integer", minimum: 0 }),
      filled: fact({ type: "integer", minimum: 1 }),
      member: fact({ type: "boolean" }),
    };
    const poor = { fact: "share", operator: "lessThan", value: 100 };
    const MEMBER = { fact: "member", operator: "equal", value: true };

    function comparedWith(before: object, after: object, divisor: object) {
      const pack = packOf({
        facts: { ...FACTS, share: share(divisor) },
        policies: {
          "2026-01-01": policy([requirement("syarat", before)]),
          "2027-01-01": policy([requirement("syarat", after)]),
        },
      });
      return compared(pack, ONE_DAY);
    }

    it("whoever cannot be decided though all is known is told, by a divisor of zero", () => {
      const { complete, unsettled } = comparedWith(MEMBER, poor, { fact: "size" });
      expect(complete).toContainEqual({
        from: "eligible",
        to: "undetermined",
        cause: { kind: "unknown", side: "to", missing: ["share"] },
        facts: { income: expect.any(Number), size: 0, member: true },
      });
      expect(unsettled).toEqual([]);
    });

    it("nobody is looked for where the divisor is never zero", () => {
      const { complete, unsettled } = comparedWith(MEMBER, poor, { fact: "filled" });
      expect(complete.map(({ from, to }) => `${from} ${to}`)).toEqual([
        "eligible ineligible",
        "ineligible eligible",
      ]);
      expect(unsettled).toEqual([]);
      const sum = { operation: "sum", of: [{ fact: "size" }, { fact: "filled" }] };
      expect(comparedWith(MEMBER, poor, sum).unsettled).toEqual([]);
      expect(comparedWith(MEMBER, poor, sum).complete.map(({ to }) => to)).not.toContain(
        "undetermined",
      );
    });

    it("a code that a table has not is found as well", () => {
      const district = fact({ type: "code", codes: { A: { id: "a" }, B: { id: "b" } } });
      const limited = {
        fact: "income",
        operator: "lessThan",
        value: { fact: "parameter.batas" },
      };
      const pack = packOf({
        facts: { ...FACTS, district },
        parameters: {
          batas: {
            type: "money",
            by: "district",
            label: { id: "Batas" },
            sources: [],
            values: [{ from: "2026-01-01", value: { A: 10 }, provenance: "assumed" }],
          },
        },
        policies: {
          "2026-01-01": policy([requirement("syarat", MEMBER)]),
          "2027-01-01": policy([requirement("syarat", limited)]),
        },
      });
      const { complete, unsettled } = compared(pack, ONE_DAY);
      expect(complete).toContainEqual({
        from: "ineligible",
        to: "undetermined",
        cause: { kind: "requirement", side: "from", id: "syarat" },
        facts: { income: 0, district: "B", member: false },
      });
      expect(unsettled).toEqual([]);
    });
  });
});
