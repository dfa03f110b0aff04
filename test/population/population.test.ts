import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { findFactIssues } from "../../src/engine/facts/check.ts";
import type { Facts } from "../../src/engine/model/catalogue.ts";
import { linesOf } from "../../src/population/lines.ts";
import type { Population } from "../../src/population/population.ts";
import { pack, populationWith, rowsOf, shares, valuesOf } from "./support/made.ts";

/** How many times each value comes up. */
function counted(values: readonly unknown[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) {
    const key = JSON.stringify(value);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/** How far counts lie from what is expected, as chi-square has it. */
function chiSquare(
  counts: ReadonlyMap<string, number>,
  expected: Readonly<Record<string, number>>,
): number {
  expect([...counts.keys()].filter((key) => expected[key] === undefined)).toEqual([]);
  return Object.entries(expected).reduce(
    (sum, [key, count]) => sum + ((counts.get(key) ?? 0) - count) ** 2 / count,
    0,
  );
}

const ROWS = 6000;

describe("a population", () => {
  it("has what is stated in the shares that are stated", () => {
    const made = populationWith({
      facts: {
        status: {
          ...{ provenance: "assumed", of: 292_668 },
          shares: [
            { share: 23_806, value: "AKTIF" },
            { share: 0, value: "NONAKTIF" },
            { share: 200_000, value: "NONE" },
            { share: 68_862, unknown: true },
          ],
        },
      },
    });
    const counts = counted(valuesOf(made, "status", ROWS));
    const of = (share: number) => (ROWS * share) / 292_668;
    // 2 degrees of freedom: beyond 13.8 once in a thousand.
    expect(
      chiSquare(counts, { '"AKTIF"': of(23_806), '"NONE"': of(200_000), null: of(68_862) }),
    ).toBeLessThan(13.8);
  });

  it("has it within each value of the fact that it depends on", () => {
    const made = populationWith({
      facts: {
        status: shares(
          { share: 0.5, value: "AKTIF" },
          { share: 0.4, value: "NONE" },
          { share: 0.1, unknown: true },
        ),
        programmes: {
          ...{ provenance: "assumed", by: "status" },
          rows: [
            { values: ["NONE"], shares: [{ share: 1, value: [] }] },
            {
              otherwise: true,
              shares: [
                { share: 0.25, value: ["JKK"] },
                { share: 0.75, value: ["JKK", "JKM"] },
              ],
            },
          ],
        },
      },
    });
    const [statuses, programmes] = [
      valuesOf(made, "status", ROWS),
      valuesOf(made, "programmes", ROWS),
    ];
    const within = (status: string | null) =>
      counted(programmes.filter((_, at) => statuses[at] === status));
    const active = within("AKTIF");
    const [few = 0, both = 0] = [active.get('["JKK"]'), active.get('["JKK","JKM"]')];
    const all = few + both;
    expect([...within("NONE").keys()]).toEqual(["[]"]);
    // Of whom the one is not known, the other is not known either, as no row says otherwise.
    expect([...within(null).keys()]).toEqual(["null"]);
    expect(chiSquare(active, { '["JKK"]': all * 0.25, '["JKK","JKM"]': all * 0.75 })).toBeLessThan(
      10.8,
    );
  });

  it("spreads ranges of numbers and days evenly, both ends included", () => {
    const made = populationWith({
      facts: {
        children: shares({ share: 1, from: 2, to: 5 }),
        hectares: shares({ share: 1, from: 0.1, to: 0.3, step: 0.1 }),
        born: shares({
          share: 1,
          from: { fact: "asOf", params: { minus: "P2D" } },
          to: { fact: "asOf" },
        }),
      },
    });
    const even = (id: string, values: readonly unknown[]) =>
      chiSquare(
        counted(valuesOf(made, id, ROWS)),
        Object.fromEntries(values.map((value) => [JSON.stringify(value), ROWS / values.length])),
      );
    expect(even("children", [2, 3, 4, 5])).toBeLessThan(16.3);
    expect(even("hectares", [0.1, 0.2, 0.3])).toBeLessThan(13.8);
    expect(even("born", ["2026-11-20", "2026-11-21", "2026-11-22"])).toBeLessThan(13.8);
  });

  it("draws each fact apart: of two with the same shares neither tells the other", () => {
    const half = shares({ share: 0.5, value: true }, { share: 0.5, value: false });
    const made = populationWith({
      facts: {
        married: half,
        children: shares({ share: 0.5, value: 0 }, { share: 0.5, value: 1 }),
      },
    });
    const together = counted(
      rowsOf(made, ROWS).map(({ facts }) =>
        ["married", "children"].map((id) => facts[made.facts.findIndex((one) => one.id === id)]),
      ),
    );
    const quarter = ROWS / 4;
    expect(
      chiSquare(together, {
        "[true,0]": quarter,
        "[true,1]": quarter,
        "[false,0]": quarter,
        "[false,1]": quarter,
      }),
    ).toBeLessThan(16.3);
  });

  it("has groups as long as is stated, of items as they are stated, and facts as long as them", () => {
    const made = populationWith({
      facts: {
        status: shares({ share: 1, value: "NONE" }),
        staff: shares({ share: 1, value: { fact: "drivers.count" } }),
      },
      groups: {
        drivers: {
          count: shares({ share: 0.5, value: 1 }, { share: 0.5, value: 3 }),
          unknownItems: 0.25,
          facts: {
            status: shares({ share: 0.5, value: "AKTIF" }, { share: 0.5, value: "NONAKTIF" }),
          },
        },
      },
    });
    const staff = valuesOf(made, "staff", ROWS);
    const groups = rowsOf(made, ROWS).map((row) => row.groups[0] ?? null);
    expect(groups.map((items) => items?.length)).toEqual(staff);
    expect(chiSquare(counted(staff), { 1: ROWS / 2, 3: ROWS / 2 })).toBeLessThan(10.8);
    const statuses = groups.flatMap((items) => items ?? []).map((item) => item?.["status"] ?? null);
    const count = statuses.length;
    expect(
      chiSquare(counted(statuses), {
        '"AKTIF"': count * 0.375,
        '"NONAKTIF"': count * 0.375,
        null: count * 0.25,
      }),
    ).toBeLessThan(13.8);
    expect(new Set(valuesOf(made, "status", 100))).toEqual(new Set(["NONE"]));
  });

  it("reads of items what is stated of applicants, by facts of the item itself", () => {
    const made = populationWith(
      {
        facts: {
          status: shares({ share: 0.5, value: "AKTIF" }, { share: 0.5, value: "NONE" }),
          married: shares({ share: 0.5, value: true }, { share: 0.5, value: false }),
          programmes: {
            ...{ provenance: "assumed", by: "married" },
            rows: [
              { values: [true], shares: [{ share: 1, value: ["JKK"] }] },
              { values: [false], shares: [{ share: 1, value: [] }] },
            ],
          },
        },
        groups: {
          drivers: { unknownItems: 0, facts: { married: shares({ share: 1, value: true }) } },
        },
      },
      { unknown: 0 },
    );
    const items = rowsOf(made, 500).flatMap((row) => row.groups[0] ?? []);
    expect(new Set(items.map((item) => JSON.stringify(item?.["status"])))).toEqual(
      new Set(['"AKTIF"', '"NONE"']),
    );
    // The group has no such fact, so it is drawn and not written.
    expect(items.every((item) => item !== null && !("married" in item))).toBe(true);
    expect(made.groups[0]?.fields.map(({ id }) => id)).toEqual(["status"]);
    expect(
      new Set(valuesOf(made, "programmes", 500).map((value) => JSON.stringify(value))),
    ).toEqual(new Set(['["JKK"]', "[]"]));
  });

  it("has a column for what every version reads, for what that depends on, and for what is asked", () => {
    const made = populationWith(
      {
        facts: {
          children: {
            ...{ provenance: "assumed", by: "paid" },
            rows: [{ otherwise: true, shares: [{ share: 1, value: 1 }] }],
          },
        },
      },
      { besides: [] },
    );
    const read = ["married", "status", "programmes", "born", "paid", "children", "hectares"];
    const later = ["income", "rate", "plate", "staff"];
    expect([...made.facts, ...made.groups].map(({ id }) => id)).toEqual([
      ...read,
      ...later,
      "drivers",
    ]);
    const without = (besides: readonly string[]) =>
      populationWith({ facts: {} }, { besides }).facts.map(({ id }) => id);
    expect(without([])).not.toContain("paid");
    expect(without(["paid"])).toContain("paid");
    // Layak computes it itself, and takes it from no file.
    expect(without(["sum"])).not.toContain("sum");
  });
});

describe("of what nothing is stated, a population", () => {
  const made = populationWith({ facts: {} });

  it("has only values that the catalogue allows", () => {
    const issues = rowsOf(made, 2000).flatMap((row) => findFactIssues(pack, factsOf(made, row)));
    expect(issues).toEqual([]);
  });

  it("has all codes alike, and numbers and days on both sides of what rules compare them with", () => {
    const values = (id: string) => valuesOf(made, id, 4000).filter((value) => value !== null);
    expect(new Set(values("status"))).toEqual(new Set(["AKTIF", "NONAKTIF", "NONE"]));
    expect(new Set(values("married"))).toEqual(new Set([true, false]));
    const sides = (id: string, limit: number | string) => [
      values(id).some((value) => value !== null && value < limit),
      values(id).some((value) => value !== null && value > limit),
    ];
    expect(sides("children", 3)).toEqual([true, true]);
    expect(sides("hectares", 2)).toEqual([true, true]);
    expect(sides("income", 5_000_000)).toEqual([true, true]);
    expect(sides("rate", 0.5)).toEqual([true, true]);
    expect(sides("born", "2009-11-22")).toEqual([true, true]);
    expect(values("born").every((value) => value !== null && value < "2026-11-22")).toBe(true);
    expect(values("programmes").map((value) => JSON.stringify(value))).toContain('["JKK","JKM"]');
  });

  it("has no text that no rule asks for, so no name and no NIK", () => {
    const values = valuesOf(made, "plate", 2000);
    expect(new Set(values)).toEqual(new Set(["A 1 B", 'A, 2 "C"', null]));
    expect(made.facts.map(({ id }) => id)).not.toContain("nik");
    const asked = populationWith({ facts: {} }, { besides: ["nik"] });
    expect(new Set(valuesOf(asked, "nik", 100))).toEqual(new Set([null]));
  });

  it("does not know as much as is asked", () => {
    for (const share of [0, 0.3, 1]) {
      const some = populationWith({ facts: {} }, { unknown: share });
      const unknown = valuesOf(some, "married", ROWS).filter((value) => value === null).length;
      expect(Math.abs(unknown - ROWS * share)).toBeLessThanOrEqual(share % 1 === 0 ? 0 : 150);
    }
  });
});

/** The facts of a row as the engine takes them. */
function factsOf({ facts, groups }: Population, row: ReturnType<Population["application"]>): Facts {
  return Object.fromEntries([
    ...facts.map(({ id }, at) => [id, row.facts[at]]),
    ...groups.map(({ id }, at) => [id, row.groups[at]]),
  ]);
}

function textOf(made: Population, rows: number): string {
  const { head, line } = linesOf("csv", made);
  return (
    head +
    rowsOf(made, rows)
      .map((row, at) => line(at + 1, row))
      .join("")
  );
}

describe("the rows of a population", () => {
  const content = { facts: { born: shares({ share: 1, from: "1960-01-01", to: "2009-12-31" }) } };

  it("are the same on every machine and for all time", () => {
    const digest = createHash("sha256")
      .update(textOf(populationWith(content), 500))
      .digest("hex");
    expect(digest).toBe("d16379cbd5ed9f2a6a7c28192ef18e320848e96db9b680911aa2eb73df6e31bb");
  });

  it("are others with another seed", () => {
    const [one, other] = [7, 8].map((seed) =>
      valuesOf(populationWith(content, { seed }), "born", 50),
    );
    expect(one?.filter((value, at) => value === other?.[at]).length).toBeLessThan(3);
  });

  it("depend on no other row", () => {
    const all = rowsOf(populationWith(content), 300);
    const backwards = populationWith(content);
    const seen = Array.from({ length: 300 }, (_, at) => backwards.application(300 - at)).reverse();
    expect(seen).toEqual(all);
  });

  it("keep a fact's value whatever else is stated or asked", () => {
    const more = { facts: { ...content.facts, children: shares({ share: 1, value: 2 }) } };
    const changed = populationWith(more, { besides: ["paid"], unknown: 0.5 });
    expect(valuesOf(changed, "born", 200)).toEqual(valuesOf(populationWith(content), "born", 200));
  });
});
