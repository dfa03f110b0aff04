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
    ["a first version with nothing", { to: "2025-01-01" }, [`added ${SERVICE} 2025-01-01`]],
  ])("of one directory: %s", (_, options, planned) => {
    expect(told(planOf(ONE, ONE, { areSameRules: true, ...options }))).toEqual(planned);
  });

  test.each<[string, Partial<PlanOptions>, string]>([
    ["the later one", { from: "2026-01-01", to: "2027-01-02" }, "2027-01-02"],
    ["the earlier one", { from: "2025-12-31", to: "2027-01-01" }, "2025-12-31"],
    ["the later one of two directories", { areSameRules: false, to: "2027-01-02" }, "2027-01-02"],
    [
      "the earlier one of two directories",
      { areSameRules: false, from: "2025-12-31" },
      "2025-12-31",
    ],
  ])("a day of no version, though one is in force on it, is told: %s", (_, options, named) => {
    const asked = () => planOf(ONE, ONE, { areSameRules: true, service: SERVICE, ...options });
    expect(asked).toThrow(
      expect.objectContaining({
        code: "version-unknown",
        text: {
          id: `"${SERVICE}" tidak mempunyai aturan versi "${named}". Yang ada: 2025-01-01, 2026-01-01, 2027-01-01.`,
          en: `"${SERVICE}" has no version "${named}". There are: 2025-01-01, 2026-01-01, 2027-01-01.`,
        },
      }),
    );
  });

  test.each<[string, Partial<PlanOptions>]>([
    ["named twice", { from: "2027-01-01", to: "2027-01-01" }],
    ["the last one, named as the earlier", { from: "2027-01-01" }],
  ])("a version is never compared with itself: %s", (_, options) => {
    expect(() => planOf(ONE, ONE, { areSameRules: true, ...options })).toThrow(
      expect.objectContaining({
        text: {
          id: `Kedua sisi adalah "${SERVICE}" versi 2027-01-01, jadi tidak ada yang dibandingkan. Versi lainnya: 2025-01-01, 2026-01-01.`,
          en: `Both sides are "${SERVICE}" of version 2027-01-01, so there is nothing to compare. Its other versions: 2025-01-01, 2026-01-01.`,
        },
      }),
    );
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

  test.each<[string, Partial<PlanOptions>, Pack]>([
    ["of one directory", { areSameRules: true }, ONE],
    [
      "of one directory, by name",
      { areSameRules: true, from: "2025-01-01", to: "2026-01-01" },
      ONE,
    ],
    ["of two directories", {}, rules({ "2025-01-01": "pilot", "2027-01-01": "draft" })],
    ["of two directories, one service", { service: SERVICE }, rules({ "2025-01-01": "pilot" })],
  ])("a day on which nothing decides yet cannot be asked about: %s", (_, options, to) => {
    const asked = { areSameRules: false, asOf: "2024-12-31", ...options };
    expect(() => planOf(ONE, to, asked)).toThrow(
      expect.objectContaining({
        code: "policy-not-in-force",
        text: {
          id: "Pada 2024-12-31 tidak ada aturan yang berlaku, jadi tidak ada yang dibandingkan. Yang pertama berlaku mulai 2025-01-01: sebut hari itu atau sesudahnya.",
          en: "No policy is in force on 2024-12-31, so there is nothing to compare. The first one begins on 2025-01-01: name that day or a later one.",
        },
      }),
    );
  });

  test("a day between two versions can be asked about", () => {
    const asked = { areSameRules: true, asOf: "2025-06-01", from: "2025-01-01", to: "2026-01-01" };
    expect(told(planOf(ONE, ONE, asked))).toEqual(["2025-01-01 → 2026-01-01"]);
  });

  test("a day on which one side has ended tells what that side lacks", () => {
    const ended = packOf({
      facts,
      policies: { "2025-01-01": policy([demand], { until: "2025-12-31" }) },
    });
    const asked = { areSameRules: false, asOf: "2026-06-01" };
    const going = rules({ "2025-01-01": "pilot" });
    expect(told(planOf(ended, going, asked))).toEqual([`added ${SERVICE} 2026-06-01`]);
    expect(() => planOf(ended, ended, asked)).toThrow(
      expect.objectContaining({
        text: {
          id: "Pada 2026-06-01 tidak ada aturan yang berlaku, jadi tidak ada yang dibandingkan.",
          en: "No policy is in force on 2026-06-01, so there is nothing to compare.",
        },
      }),
    );
  });

  test("a day that is in no calendar is told as that", () => {
    const asked = { areSameRules: false, asOf: "01-01-2020" };
    expect(() => planOf(ONE, ONE, asked)).toThrow(
      expect.objectContaining({ code: "date-invalid" }),
    );
  });
});
