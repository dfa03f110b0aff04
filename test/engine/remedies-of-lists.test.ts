import { describe, expect, it } from "vitest";
import type { Facts } from "../../src/engine/model/catalogue.ts";
import { remedies } from "../../src/engine/remedies/remedies.ts";
import { fact, packOf, policy, requirement, SERVICE } from "../support/pack.ts";

const codes = { JKK: { id: "JKK" }, JKM: { id: "JKM" }, JHT: { id: "JHT" } };
const facts = {
  programmes: fact({ type: "list", items: { type: "code", codes }, actionable: true }),
  inspections: fact({ type: "list", items: { type: "date" }, actionable: true }),
};

function changesFor(conditions: readonly object[], given: Facts) {
  const requirements = conditions.map((condition, index) =>
    requirement(`syarat-${index}`, condition),
  );
  const pack = packOf({ facts, policies: { "2026-01-01": policy(requirements) } });
  const found = remedies(pack, { service: SERVICE, asOf: "2026-11-22", facts: given });
  return found.map((changes) => changes.map(({ to }) => to));
}

describe("what would change a refusal over a list", () => {
  it("is an item that no rule names, where a rule asks for another than it names", () => {
    const condition = { fact: "programmes", operator: "someFact:notEqual", value: "JKK" };
    expect(changesFor([condition], { programmes: ["JKK"] })).toEqual([
      [["JKK", "JKM"]],
      [["JKK", "JHT"]],
    ]);
  });

  it("is both dates lost, however many others the rules name", () => {
    const named = Array.from(
      { length: 20 },
      (_, index) => `2025-${1 + (index % 12)}-1${index % 9}`,
    );
    const days = named.map((day) => day.replace(/-(\d)-/, "-0$1-"));
    const conditions = {
      any: [
        { fact: "inspections", operator: "everyFact:before", value: "2024-01-01" },
        {
          all: [...days, "2024-06-01"].map((value) => ({
            fact: "inspections",
            operator: "contains",
            value,
          })),
        },
      ],
    };
    expect(changesFor([conditions], { inspections: ["2026-03-01", "2026-06-01"] })).toContainEqual([
      [],
    ]);
  });

  it("is found among many dates that rules name", () => {
    const days = ["2026-03-01", "2026-06-01", "2026-09-01", "2026-10-01"];
    const inspected = days.map((value) => ({ fact: "inspections", operator: "contains", value }));
    expect(changesFor(inspected, { inspections: [] })).toEqual([[days]]);
  });
});
