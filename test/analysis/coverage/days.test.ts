import { describe, expect, it } from "vitest";
import { coverageOfService, unaskedDaysOf } from "../../../src/analysis/coverage/coverage.ts";
import { keyOfTarget } from "../../../src/analysis/coverage/target.ts";
import { suggestCases } from "../../../src/analysis/suggest/suggest.ts";
import type { Service } from "../../../src/engine/model/pack.ts";
import { fact, packOf, policy, type RulesParts, requirement, SERVICE } from "../../support/pack.ts";

const ENOUGH = requirement("enough", {
  fact: "income",
  operator: "greaterThanInclusive",
  value: { fact: "parameter.least" },
});

/** A policy of 2026 whose limit changes with the days of these values. */
function rules(values: Readonly<Record<string, number>>, ...cases: readonly object[]): RulesParts {
  return {
    facts: { income: fact({ type: "money", minimum: 0 }) },
    parameters: {
      least: {
        type: "money",
        label: { id: "Paling sedikit" },
        sources: [],
        values: Object.entries(values).map(([from, value]) => ({
          from,
          value,
          provenance: "assumed",
        })),
      },
    },
    policies: { "2026-01-01": policy([ENOUGH], { until: "2026-12-31" }) },
    cases,
  };
}

function on(asOf: string, income: number, outcome: string): object {
  return { name: `${income} on ${asOf}`, asOf, facts: { income }, expect: { outcome } };
}

function opened(parts: RulesParts) {
  const pack = packOf(parts);
  const service = pack.services.get(SERVICE);
  if (service === undefined) throw new Error("no service");
  return { pack, service };
}

/** What has this status, with the day of which that is said. */
function told(parts: RulesParts, kind: string): readonly string[] {
  const { pack, service } = opened(parts);
  return coverageOfService(pack, service).flatMap(({ targets }) =>
    targets.flatMap(({ target, status, prepared }) =>
      status.kind === kind ? [`${keyOfTarget(target)} on ${prepared.asOf}`] : [],
    ),
  );
}

const ABOVE = "boundary:enough/conditions:true";
const BELOW = "boundary:enough/conditions:false";
const EARLY = [
  on("2026-03-31", 100, "eligible"),
  on("2026-03-31", 99, "ineligible"),
  on("2026-03-31", 500, "eligible"),
];

describe("a limit that changes while a version is in force", () => {
  const limits = (parts: RulesParts, kind: string) =>
    told(parts, kind).filter((line) => line.startsWith("boundary:"));

  it("is another limit, to be tested on both sides", () => {
    const parts = rules({ "2025-01-01": 100, "2026-07-01": 300 }, ...EARLY);
    expect(limits(parts, "exercised")).toEqual([
      `${ABOVE} on 2026-03-31`,
      `${BELOW} on 2026-03-31`,
    ]);
    expect(limits(parts, "missing")).toEqual([`${ABOVE} on 2026-07-01`, `${BELOW} on 2026-07-01`]);
  });

  it("is tested by a case of its own days alone", () => {
    const parts = rules(
      { "2025-01-01": 100, "2026-07-01": 300 },
      ...EARLY,
      on("2026-08-15", 300, "eligible"),
      on("2026-04-01", 299, "eligible"),
    );
    expect(limits(parts, "missing")).toEqual([`${BELOW} on 2026-07-01`]);
  });

  it("is the same limit where the amount comes back", () => {
    const parts = rules(
      { "2025-01-01": 100, "2026-07-01": 300, "2026-09-01": 100 },
      ...EARLY,
      on("2026-07-01", 300, "eligible"),
      on("2026-07-01", 299, "ineligible"),
    );
    expect(told(parts, "missing")).toEqual([
      "outcome:undetermined on 2026-03-31",
      "leaf:enough/conditions:null on 2026-03-31",
    ]);
  });

  it("is no matter after the version has ended", () => {
    const parts = rules({ "2025-01-01": 100, "2027-07-01": 300 }, ...EARLY);
    expect(limits(parts, "missing")).toEqual([]);
  });

  it("is what suggested cases test, on its day, until nothing lacks", () => {
    const { pack, service } = opened(rules({ "2025-01-01": 100, "2026-07-01": 300 }, ...EARLY));
    const cases = suggestCases(pack, service).map(({ test }) => test);
    expect(cases.map(({ name, asOf, facts }) => [name, asOf, facts])).toEqual([
      ["Belum diketahui: Fakta, belum dapat diputuskan", "2026-03-31", {}],
      ["Tepat di batas: Fakta Rp300, diterima", "2026-07-01", { income: 300 }],
      ["Sedikit di bawah batas: Fakta Rp299, ditolak", "2026-07-01", { income: 299 }],
    ]);
    const whole: Service = { ...service, cases: [...service.cases, ...cases] };
    const after = { ...pack, services: new Map([[SERVICE, whole]]) };
    expect(suggestCases(after, whole)).toEqual([]);
  });
});

describe("what cannot happen on the day that most cases ask about", () => {
  it("may on a later one: a parameter that has no value yet", () => {
    const parts = rules({ "2026-05-01": 100 }, on("2026-03-31", 5, "undetermined"));
    expect(told(parts, "impossible")).toEqual([]);
    expect(told(parts, "missing")).toContain("outcome:eligible on 2026-05-01");
  });

  it("may on a later one: a clause for a time of transition", () => {
    const parts: RulesParts = {
      facts: { ktp: fact({ type: "boolean" }) },
      policies: {
        "2026-01-01": policy([
          requirement("ktp", {
            any: [
              { fact: "ktp", operator: "equal", value: true },
              { fact: "asOf", operator: "before", value: "2026-07-01" },
            ],
          }),
        ]),
      },
      cases: [{ name: "a", asOf: "2026-03-31", facts: {}, expect: { outcome: "eligible" } }],
    };
    expect(told(parts, "missing")).toContain("leaf:ktp/conditions/any/1:false on 2026-07-01");
    expect(told(parts, "impossible")).toEqual(["leaf:ktp/conditions/any/1:null on 2026-03-31"]);
  });
});

describe("a version whose policy cannot be made out", () => {
  const moved = (values: Readonly<Record<string, string>>): RulesParts => ({
    facts: { born: fact({ type: "date" }) },
    parameters: {
      age: {
        type: "duration",
        label: { id: "Usia" },
        sources: [],
        values: Object.entries(values).map(([from, value]) => ({
          from,
          value,
          provenance: "assumed",
        })),
      },
    },
    policies: {
      "2026-01-01": policy([
        requirement("old", {
          fact: "born",
          operator: "onOrBefore",
          value: { fact: "asOf", params: { minus: { fact: "parameter.age" } } },
        }),
      ]),
    },
  });

  it("is told with the day and the reason, and nothing else is said of it", () => {
    const { pack, service } = opened(moved({ "2025-01-01": "P3000Y" }));
    expect(coverageOfService(pack, service)).toEqual([]);
    expect(unaskedDaysOf(pack, service)).toEqual([
      {
        service: SERVICE,
        version: "2026-01-01",
        asOf: "2026-01-01",
        because: {
          id: '"asOf" keluar dari tahun 1–9999 bila digeser menurut aturan.',
          en: '"asOf" leaves the years 1–9999 when the rule moves it.',
        },
      },
    ]);
  });

  it("is asked about on the other days", () => {
    const { pack, service } = opened(moved({ "2025-01-01": "P3000Y", "2026-03-01": "P17Y" }));
    expect(coverageOfService(pack, service).map(({ asOf }) => asOf)).toEqual(["2026-03-01"]);
    expect(unaskedDaysOf(pack, service).map(({ asOf }) => asOf)).toEqual(["2026-01-01"]);
  });
});
