import { describe, expect, test } from "vitest";
import { type Planned, type PlanOptions, planOf } from "../../../src/analysis/diff/plan.ts";
import type { Pack } from "../../../src/engine/model/pack.ts";
import { fact, packOf, policy, requirement, SERVICE } from "../../support/pack.ts";

const facts = { size: fact({ type: "integer" }) };
const demand = requirement("ukuran", { fact: "size", operator: "greaterThan", value: 1 });

function rules(versions: Readonly<Record<string, "draft" | "pilot">>): Pack {
  const policies = Object.fromEntries(
    Object.entries(versions).map(([from, status]) => [from, policy([demand], { status })]),
  );
  return packOf({ facts, policies });
}

function told(planned: readonly Planned[]): readonly string[] {
  return planned.map((one) =>
    one.kind === "compared"
      ? `${one.from.from} → ${one.to.from}${one.asOf === undefined ? "" : ` on ${one.asOf}`}`
      : `${one.kind} ${one.service} ${one.version}`,
  );
}

const ONE = rules({ "2025-01-01": "pilot", "2026-01-01": "pilot", "2027-01-01": "draft" });

describe("what is compared", () => {
  test.each<[string, Partial<PlanOptions>, readonly string[]]>([
    ["the last version with the one before it", {}, ["2026-01-01 → 2027-01-01"]],
    [
      "the version named with the one that it follows",
      { to: "2026-01-01" },
      ["2025-01-01 → 2026-01-01"],
    ],
    ["two versions named", { from: "2025-01-01", to: "2027-01-01" }, ["2025-01-01 → 2027-01-01"]],
    [
      "those in force on two days",
      { from: "2025-06-01", to: "2026-06-01" },
      ["2025-01-01 → 2026-01-01"],
    ],
    ["a first version with nothing", { to: "2025-01-01" }, [`added ${SERVICE} 2025-01-01`]],
  ])("of one directory: %s", (_, options, planned) => {
    expect(told(planOf(ONE, ONE, { areSameRules: true, ...options }))).toEqual(planned);
  });

  test.each<[string, Readonly<Record<string, "draft" | "pilot">>, readonly string[]]>([
    [
      "a draft that now decides with the version that it displaces",
      { "2025-01-01": "pilot", "2026-01-01": "pilot", "2027-01-01": "pilot" },
      [
        "2025-01-01 → 2025-01-01 on 2025-01-01",
        "2026-01-01 → 2026-01-01 on 2026-01-01",
        "2026-01-01 → 2027-01-01 on 2027-01-01",
      ],
    ],
    [
      "a new draft with the version that it follows, never with a draft",
      {
        "2025-01-01": "pilot",
        "2026-01-01": "pilot",
        "2027-01-01": "draft",
        "2028-01-01": "draft",
      },
      [
        "2025-01-01 → 2025-01-01 on 2025-01-01",
        "2026-01-01 → 2026-01-01 on 2026-01-01",
        "2027-01-01 → 2027-01-01",
        "2026-01-01 → 2028-01-01",
      ],
    ],
    [
      "one that is gone with the one that decides in its place",
      { "2025-01-01": "pilot" },
      ["2025-01-01 → 2025-01-01 on 2025-01-01", "2026-01-01 → 2025-01-01 on 2026-01-01"],
    ],
    [
      "one that is gone with nothing where nothing decides",
      { "2026-01-01": "pilot" },
      [`removed ${SERVICE} 2025-01-01`, "2026-01-01 → 2026-01-01 on 2026-01-01"],
    ],
  ])("of two directories: %s", (_, versions, planned) => {
    expect(told(planOf(ONE, rules(versions), { areSameRules: false }))).toEqual(planned);
  });

  test("of two directories: who decides after one side's policy has ended", () => {
    const ending = packOf({
      facts,
      policies: { "2026-01-01": policy([demand], { until: "2026-12-31" }) },
    });
    const going = rules({ "2026-01-01": "pilot" });
    expect(told(planOf(going, ending, { areSameRules: false }))).toEqual([
      "2026-01-01 → 2026-01-01 on 2026-01-01",
      `removed ${SERVICE} 2027-01-01`,
    ]);
  });

  test("of two directories: the days from which a parameter has another value", () => {
    const withValues = (...from: readonly string[]) =>
      packOf({
        facts,
        parameters: {
          least: {
            type: "integer",
            label: { id: "Paling sedikit" },
            sources: [],
            values: from.map((day, index) => ({ from: day, value: index, provenance: "assumed" })),
          },
        },
        policies: { "2026-01-01": policy([demand]) },
      });
    const planned = planOf(
      withValues("2025-01-01", "2027-01-01"),
      withValues("2025-01-01", "2027-01-01", "2027-07-01"),
      { areSameRules: false },
    );
    expect(told(planned)).toEqual([
      "2026-01-01 → 2026-01-01 on 2026-01-01",
      "2026-01-01 → 2026-01-01 on 2027-07-01",
    ]);
  });

  test("of two directories: on the day that is asked for alone", () => {
    const asked = { areSameRules: false, asOf: "2026-06-15" };
    expect(told(planOf(ONE, rules({ "2025-01-01": "pilot" }), asked))).toEqual([
      "2026-01-01 → 2025-01-01 on 2026-06-15",
    ]);
  });

  test("a service that stands on one side alone is told with its versions", () => {
    const empty: Pack = { ...ONE, services: new Map() };
    expect(told(planOf(empty, ONE, { areSameRules: false }))).toEqual([
      `added ${SERVICE} 2025-01-01`,
      `added ${SERVICE} 2026-01-01`,
      `added ${SERVICE} 2027-01-01`,
    ]);
  });
});
