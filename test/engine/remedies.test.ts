import { describe, expect, it } from "vitest";
import type { Facts } from "../../src/engine/model/catalogue.ts";
import { remedies } from "../../src/engine/remedies/remedies.ts";
import { fact, packOf, policy, requirement, SERVICE } from "../support/pack.ts";

const codes = { AKTIF: { id: "aktif" }, TENGGANG: { id: "tenggang" }, MATI: { id: "mati" } };
const facts = {
  status: fact({ type: "code", codes, actionable: ["AKTIF", "TENGGANG"] }),
  programmes: fact({
    type: "list",
    items: { type: "code", codes: { JKK: { id: "JKK" }, JKM: { id: "JKM" }, JHT: { id: "JHT" } } },
    actionable: ["JKK", "JKM"],
  }),
  paidThrough: fact({ type: "date", actionable: true }),
  debt: fact({ type: "money", minimum: 0, actionable: true }),
  old: fact({ type: "boolean" }),
  vehicles: fact({ type: "integer", actionable: true }),
  need: fact({ type: "number" }),
};
const is = (id: string, value: unknown) => ({ fact: id, operator: "equal", value });
const asOf = "2026-11-22";

function remediesFor(conditions: readonly object[], given: Facts) {
  const requirements = conditions.map((condition, index) =>
    requirement(`syarat-${index}`, condition),
  );
  const groups = { drivers: { label: { id: "Pengemudi" }, facts: ["status", "paidThrough"] } };
  const pack = packOf({ facts, groups, policies: { "2026-01-01": policy(requirements) } });
  return remedies(pack, { service: SERVICE, asOf, facts: given });
}

describe("what would change a refusal", () => {
  it("is the one value that an applicant can reach", () => {
    expect(remediesFor([is("status", "AKTIF")], { status: "MATI" })).toEqual([
      [{ fact: "status", from: "MATI", to: "AKTIF" }],
    ]);
  });

  it("is each code that suffices", () => {
    const condition = { fact: "status", operator: "notEqual", value: "MATI" };
    expect(remediesFor([condition], { status: "MATI" })).toEqual([
      [{ fact: "status", from: "MATI", to: "AKTIF" }],
      [{ fact: "status", from: "MATI", to: "TENGGANG" }],
    ]);
  });

  it("is the nearest date that suffices, through a duration", () => {
    const condition = {
      fact: "paidThrough",
      params: { plus: "P3M" },
      operator: "onOrAfter",
      value: { fact: "asOf" },
    };
    expect(remediesFor([condition], { paidThrough: "2026-01-31" })).toEqual([
      [{ fact: "paidThrough", from: "2026-01-31", to: "2026-08-22" }],
    ]);
  });

  it("is the nearest amount below a limit", () => {
    const condition = { fact: "debt", operator: "lessThan", value: 100_000 };
    expect(remediesFor([condition], { debt: 250_000 })).toEqual([
      [{ fact: "debt", from: 250_000, to: 99_999 }],
    ]);
  });

  it("is the nearest whole number beyond a fraction that it is compared with", () => {
    const condition = {
      fact: "vehicles",
      operator: "greaterThanInclusive",
      value: { fact: "need" },
    };
    expect(remediesFor([condition], { vehicles: 0, need: 2.5 })).toEqual([
      [{ fact: "vehicles", from: 0, to: 3 }],
    ]);
  });

  it("adds only the programmes that lack", () => {
    const condition = {
      fact: "programmes",
      operator: "everyValue:contains",
      value: ["JKK", "JKM"],
    };
    expect(remediesFor([condition], { programmes: ["JKK", "JHT"] })).toEqual([
      [{ fact: "programmes", from: ["JKK", "JHT"], to: ["JKK", "JHT", "JKM"] }],
    ]);
  });

  it("joins the changes that are needed together, and no more", () => {
    const conditions = [is("status", "AKTIF"), { fact: "debt", operator: "equal", value: 0 }];
    expect(remediesFor(conditions, { status: "MATI", debt: 5_000, paidThrough: asOf })).toEqual([
      [
        { fact: "status", from: "MATI", to: "AKTIF" },
        { fact: "debt", from: 5_000, to: 0 },
      ],
    ]);
  });

  it("names the driver whose fact has to change", () => {
    const condition = { every: "drivers", conditions: is("status", "AKTIF") };
    const given = { drivers: [{ status: "AKTIF" }, { status: "MATI" }] };
    expect(remediesFor([condition], given)).toEqual([
      [{ fact: "drivers[1].status", from: "MATI", to: "AKTIF" }],
    ]);
  });

  it.each([
    ["nothing, where no actionable fact helps", [is("old", false)], { old: true }],
    ["nothing, where the fact is absent", [is("status", "AKTIF")], {}],
    ["nothing, where the answer is no refusal", [is("status", "AKTIF")], { status: "AKTIF" }],
    [
      "nothing, where more than three changes are needed",
      [{ every: "drivers", conditions: is("status", "AKTIF") }],
      { drivers: [0, 1, 2, 3].map(() => ({ status: "MATI" })) },
    ],
  ])("is %s", (_, conditions, given) => {
    expect(remediesFor(conditions, given)).toEqual([]);
  });

  it("is found for a group of five hundred without a long search", () => {
    const condition = { every: "drivers", conditions: is("status", "AKTIF") };
    const drivers = Array.from({ length: 500 }, (_, index) => ({
      status: index % 200 === 7 ? "MATI" : "AKTIF",
    }));
    expect(remediesFor([condition], { drivers })).toEqual([
      [7, 207, 407].map((index) => ({
        fact: `drivers[${index}].status`,
        from: "MATI",
        to: "AKTIF",
      })),
    ]);
  });
});
