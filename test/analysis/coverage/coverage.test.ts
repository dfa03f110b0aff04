import { describe, expect, it } from "vitest";
import { coverageOfService } from "../../../src/analysis/coverage/coverage.ts";
import { countsOf } from "../../../src/analysis/coverage/summary.ts";
import { keyOfTarget } from "../../../src/analysis/coverage/target.ts";
import { fact, packOf, policy, type RulesParts, requirement, SERVICE } from "../../support/pack.ts";

type Status = "exercised" | "missing" | "impossible" | "unsettled";

/** The keys of each status, of every version. */
function statusesIn(parts: RulesParts) {
  const pack = packOf(parts);
  const service = pack.services.get(SERVICE);
  if (service === undefined) throw new Error("no service");
  return coverageOfService(pack, service).map((version) => {
    const keys = (status: Status) =>
      version.targets.flatMap((one) =>
        one.status.kind === status ? [keyOfTarget(one.target)] : [],
      );
    return {
      from: version.from,
      asOf: version.asOf,
      cases: version.cases.map(({ name }) => name),
      counts: countsOf(version),
      exercised: keys("exercised"),
      missing: keys("missing"),
      impossible: keys("impossible"),
      unsettled: keys("unsettled"),
    };
  });
}

const FACTS = {
  a: fact({ type: "boolean" }),
  b: fact({ type: "boolean" }),
  age: fact({ type: "integer", minimum: 0 }),
};
const isTrue = (id: string) => ({ fact: id, operator: "equal", value: true });

function caseOf(name: string, facts: object, outcome: string, more: object = {}): object {
  return { name, asOf: "2026-03-31", facts, expect: { outcome }, ...more };
}

describe("what cases exercise", () => {
  const two = policy([requirement("first", isTrue("a")), requirement("second", isTrue("b"))]);
  const only = (...cases: readonly object[]) =>
    statusesIn({ facts: FACTS, policies: { "2026-01-01": two }, cases })[0];

  it("is each leaf true, false and unknown", () => {
    const told = only(
      caseOf("yes", { a: true, b: true }, "eligible"),
      caseOf("no", { a: false, b: true }, "ineligible"),
      caseOf("open", { b: true }, "undetermined"),
    );
    expect(told?.exercised.filter((key) => key.startsWith("leaf:"))).toEqual([
      "leaf:first/conditions:true",
      "leaf:first/conditions:false",
      "leaf:first/conditions:null",
      "leaf:second/conditions:true",
    ]);
    expect(told?.missing).toEqual([
      "sole-reason:second",
      "leaf:second/conditions:false",
      "leaf:second/conditions:null",
    ]);
    expect(told?.counts).toEqual({
      outcome: { exercised: 3, possible: 3 },
      leaf: { exercised: 4, possible: 6 },
      "sole-reason": { exercised: 1, possible: 2 },
      boundary: { exercised: 0, possible: 0 },
    });
  });

  it.each([
    ["the other passes", { a: false, b: true }, ["sole-reason:first"]],
    ["the other is unmet too", { a: false, b: false }, []],
    ["the other is not known", { a: false }, []],
  ])("a requirement is the only reason where %s", (_, facts, reasons) => {
    const told = only(caseOf("no", facts, "ineligible"));
    expect(told?.exercised.filter((key) => key.startsWith("sole-reason:"))).toEqual(reasons);
  });

  it("counts no case that does not come out as expected", () => {
    const told = only(caseOf("wrong", { a: false, b: true }, "eligible"));
    expect([told?.cases, told?.exercised]).toEqual([[], []]);
  });

  it("leaves advice out of the reasons, and its leaves in", () => {
    const advice = requirement("advice", isTrue("b"), { enforcement: "advisory" });
    const [told] = statusesIn({
      facts: FACTS,
      policies: { "2026-01-01": policy([requirement("first", isTrue("a")), advice]) },
      cases: [caseOf("no", { a: false, b: false }, "ineligible")],
    });
    expect(told?.exercised).toEqual([
      "outcome:ineligible",
      "sole-reason:first",
      "leaf:first/conditions:false",
      "leaf:advice/conditions:false",
    ]);
    expect(told?.missing).not.toContain("sole-reason:advice");
  });

  it("counts limits as they are on the day of each case", () => {
    const young = {
      fact: "born",
      operator: "onOrAfter",
      value: { fact: "asOf", params: { minus: "P17Y" } },
    };
    const [told] = statusesIn({
      facts: { born: fact({ type: "date" }) },
      policies: { "2026-01-01": policy([requirement("young", young)]) },
      cases: [
        caseOf("on the limit", { born: "2009-03-31" }, "eligible"),
        caseOf("a day over it", { born: "2009-05-30" }, "ineligible", { asOf: "2026-05-31" }),
        caseOf("far", { born: "1999-01-01" }, "ineligible"),
      ],
    });
    expect(told?.counts.boundary).toEqual({ exercised: 2, possible: 2 });
  });

  it("sees a limit of a fact that stands on the right and is moved", () => {
    const within = {
      fact: "asOf",
      operator: "onOrBefore",
      value: { fact: "tested", params: { plus: "P6M" } },
    };
    const [told] = statusesIn({
      facts: { tested: fact({ type: "date" }) },
      policies: { "2026-01-01": policy([requirement("in-time", within)]) },
      cases: [
        caseOf("last day", { tested: "2025-09-30" }, "eligible", { asOf: "2026-03-30" }),
        caseOf("a day late", { tested: "2025-09-29" }, "ineligible", { asOf: "2026-03-30" }),
      ],
    });
    expect(told?.counts.boundary).toEqual({ exercised: 2, possible: 2 });
  });

  it("sees the items of a group, each for itself", () => {
    const [told] = statusesIn({
      facts: FACTS,
      groups: { drivers: { label: { id: "Pengemudi" }, facts: ["age"] } },
      policies: {
        "2026-01-01": policy([
          requirement("adults", {
            every: "drivers",
            conditions: { fact: "age", operator: "greaterThanInclusive", value: 17 },
          }),
        ]),
      },
      cases: [caseOf("both sides", { drivers: [{ age: 17 }, { age: 16 }, {}] }, "ineligible")],
    });
    expect(told?.exercised).toEqual([
      "outcome:ineligible",
      "sole-reason:adults",
      "boundary:adults/conditions/every/#:true",
      "boundary:adults/conditions/every/#:false",
      "leaf:adults/conditions/every/#:true",
      "leaf:adults/conditions/every/#:false",
      "leaf:adults/conditions/every/#:null",
    ]);
  });
});

describe("what cannot happen", () => {
  it("is told apart from what is missing", () => {
    const [told] = statusesIn({
      facts: FACTS,
      policies: {
        "2026-01-01": policy([
          requirement("first", isTrue("a")),
          requirement("either", { any: [isTrue("a"), isTrue("b")] }),
          requirement("born", { fact: "age", operator: "greaterThanInclusive", value: 0 }),
        ]),
      },
    });
    expect(told?.impossible).toEqual([
      "sole-reason:either",
      "sole-reason:born",
      "leaf:born/conditions:false",
    ]);
    expect(told?.unsettled).toEqual([]);
    expect(told?.missing).toContain("boundary:born/conditions:true");
  });
});

describe("the day of a version", () => {
  const one = (more: object = {}) => policy([requirement("first", isTrue("a"))], more);
  const day = (asOf: string, more: object = {}) =>
    caseOf(`on ${asOf}`, { a: true }, "eligible", { asOf, ...more });

  it.each([
    ["the one that most of its cases ask about", { "2026-01-01": one() }, "2026-04-01"],
    [
      "the same for a draft without cases",
      { "2026-01-01": one(), "2026-02-01": one({ status: "draft" }) },
      "2026-04-01",
    ],
    [
      "its first day where it decides on no day of any case",
      { "2026-01-01": one(), "2027-01-01": one() },
      "2027-01-01",
    ],
  ])("is %s", (_, policies, last) => {
    const cases = [day("2026-04-01"), caseOf("b", { a: true }, "eligible", { asOf: "2026-04-01" })];
    const told = statusesIn({ facts: FACTS, policies, cases: [...cases, day("2026-05-01")] });
    expect(told.at(-1)?.asOf).toBe(last);
  });

  it("is told with the cases that the version decides", () => {
    const told = statusesIn({
      facts: FACTS,
      policies: { "2026-01-01": one(), "2026-02-01": one({ status: "draft" }) },
      cases: [day("2026-03-01"), day("2026-03-02", { version: "2026-02-01" })],
    });
    expect(told.map(({ from, cases }) => [from, cases])).toEqual([
      ["2026-01-01", ["on 2026-03-01"]],
      ["2026-02-01", ["on 2026-03-02"]],
    ]);
  });
});
