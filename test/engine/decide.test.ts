import { describe, expect, it } from "vitest";
import { decide, prepare } from "../../src/engine/decision/prepare.ts";
import type { Facts } from "../../src/engine/model/catalogue.ts";
import { fact, packOf, policy, requirement, SERVICE } from "../support/pack.ts";

const facts = {
  status: fact({ type: "code", codes: { AKTIF: { id: "aktif" }, MATI: { id: "mati" } } }),
  public: fact({ type: "boolean" }),
  open: fact({ type: "boolean" }),
  paidThrough: fact({ type: "date" }),
  programmes: fact({
    type: "list",
    items: { type: "code", codes: { JKK: { id: "JKK" }, JKM: { id: "JKM" } } },
  }),
};
const is = (id: string, value: unknown) => ({ fact: id, operator: "equal", value });
const active = is("status", "AKTIF");

const asOf = "2026-11-22";

describe("a requirement's outcome", () => {
  const pack = packOf({
    facts,
    policies: {
      "2026-01-01": policy([
        requirement("dasar", { any: [is("open", true), is("open", false)] }),
        requirement("aktif", active, { when: is("public", true) }),
      ]),
    },
  });
  const outcomeOf = (given: Facts) =>
    decide(pack, { service: SERVICE, asOf, facts: { open: true, ...given } }).requirements[1]
      ?.outcome;

  it.each([
    [{ public: true, status: "AKTIF" }, "met"],
    [{ public: true, status: "MATI" }, "unmet"],
    [{ public: true }, "unknown"],
    [{ public: false, status: "AKTIF" }, "not-applicable"],
    [{ public: false, status: "MATI" }, "not-applicable"],
    [{ public: false }, "not-applicable"],
    [{ status: "AKTIF" }, "met"],
    [{ status: "MATI" }, "unknown"],
    [{}, "unknown"],
    [{ public: null, status: null }, "unknown"],
  ])("for %j is %s", (given, outcome) => {
    expect(outcomeOf(given)).toBe(outcome);
  });
});

describe("the outcome", () => {
  const pack = packOf({
    facts,
    policies: {
      "2026-01-01": policy(
        [
          requirement("aktif", active),
          requirement("buka", is("open", true)),
          requirement("saran", is("paidThrough", "2026-01-01"), { enforcement: "advisory" }),
        ],
        { scope: is("public", true) },
      ),
    },
  });
  const decided = (given: Facts) => {
    const { outcome, missing, provisional } = decide(pack, {
      service: SERVICE,
      asOf,
      facts: given,
    });
    return { outcome, missing, provisional };
  };

  it.each([
    [{ public: true, status: "AKTIF", open: true }, "eligible", [], ["aktif", "buka"]],
    [{ public: true, status: "MATI", open: true }, "ineligible", [], ["aktif"]],
    [{ public: true, status: "MATI" }, "ineligible", [], ["aktif"]],
    [{ public: true, status: "AKTIF" }, "undetermined", ["open"], ["buka"]],
    [{ public: true }, "undetermined", ["status", "open"], ["aktif", "buka"]],
    [{ public: false }, "out-of-scope", [], ["scope"]],
    [{ public: false, status: "MATI", open: false }, "out-of-scope", [], ["scope"]],
    [{ status: "MATI" }, "undetermined", ["public"], ["scope"]],
    [{ status: "AKTIF", open: true }, "undetermined", ["public"], ["scope"]],
    [{ open: true }, "undetermined", ["public", "status"], ["scope", "aktif"]],
  ] as const)("for %j is %s", (given, outcome, missing, provisional) => {
    expect(decided(given)).toEqual({ outcome, missing, provisional });
  });
});

describe("a decision", () => {
  const pack = packOf({
    facts: { ...facts, "driver.age": fact({ type: "integer" }) },
    groups: {
      drivers: { label: { id: "Pengemudi", en: "Driver" }, facts: ["status", "driver.age"] },
    },
    parameters: {
      grace: {
        type: "duration",
        label: { id: "Masa tenggang" },
        sources: [],
        values: [{ from: "2026-01-01", value: "P3M", provenance: "assumed" }],
      },
    },
    conditions: { aktif: { any: [active, is("public", true)] } },
    policies: {
      "2026-01-01": policy([
        requirement("peserta", {
          all: [
            { condition: "aktif" },
            {
              not: {
                fact: "paidThrough",
                operator: "before",
                value: { fact: "asOf", params: { minus: { fact: "parameter.grace" } } },
              },
            },
          ],
        }),
        requirement(
          "pengemudi",
          {
            every: "drivers",
            conditions: {
              all: [active, { fact: "driver.age", operator: "greaterThan", value: 16 }],
            },
          },
          { when: { fact: "drivers.count", operator: "greaterThan", value: 0 } },
        ),
      ]),
    },
  });

  it("holds every leaf as evidence, in document order, with names expanded and nothing cut short", () => {
    const given = {
      status: "MATI",
      paidThrough: "2026-08-22",
      drivers: [{ status: "AKTIF", "driver.age": 17 }, null, { status: "MATI" }],
    };
    expect(decide(pack, { service: SERVICE, asOf, facts: given }).requirements).toEqual([
      {
        id: "peserta",
        outcome: "unknown",
        enforcement: "required",
        evidence: [
          {
            path: "all/0/any/0",
            fact: "status",
            operator: "equal",
            expected: "AKTIF",
            actual: "MATI",
            holds: false,
          },
          {
            path: "all/0/any/1",
            fact: "public",
            operator: "equal",
            expected: true,
            actual: null,
            holds: null,
          },
          {
            path: "all/1/not",
            fact: "paidThrough",
            operator: "before",
            expected: "2026-08-22",
            expectedFrom: "asOf",
            expectedParams: { minus: "P3M", from: "parameter.grace" },
            actual: "2026-08-22",
            holds: false,
          },
        ],
      },
      {
        id: "pengemudi",
        outcome: "unmet",
        enforcement: "required",
        evidence: [
          {
            path: "",
            part: "when",
            fact: "drivers.count",
            operator: "greaterThan",
            expected: 0,
            actual: 3,
            holds: true,
          },
          {
            path: "every/0/all/0",
            fact: "drivers[0].status",
            operator: "equal",
            expected: "AKTIF",
            actual: "AKTIF",
            holds: true,
          },
          {
            path: "every/0/all/1",
            fact: "drivers[0].driver.age",
            operator: "greaterThan",
            expected: 16,
            actual: 17,
            holds: true,
          },
          {
            path: "every/1/all/0",
            fact: "drivers[1].status",
            operator: "equal",
            expected: "AKTIF",
            actual: null,
            holds: null,
          },
          {
            path: "every/1/all/1",
            fact: "drivers[1].driver.age",
            operator: "greaterThan",
            expected: 16,
            actual: null,
            holds: null,
          },
          {
            path: "every/2/all/0",
            fact: "drivers[2].status",
            operator: "equal",
            expected: "AKTIF",
            actual: "MATI",
            holds: false,
          },
          {
            path: "every/2/all/1",
            fact: "drivers[2].driver.age",
            operator: "greaterThan",
            expected: 16,
            actual: null,
            holds: null,
          },
        ],
      },
    ]);
  });

  it("says which part of which driver is missing, and of an absent group only its name", () => {
    const ask = (given: Facts) =>
      decide(pack, {
        service: SERVICE,
        asOf,
        facts: { status: "AKTIF", paidThrough: asOf, ...given },
      });
    expect(ask({ drivers: [{ status: "AKTIF" }, null] }).missing).toEqual([
      "drivers[0].driver.age",
      "drivers[1].status",
      "drivers[1].driver.age",
    ]);
    expect(ask({}).missing).toEqual(["drivers"]);
    expect(ask({ drivers: [] }).outcome).toBe("eligible");
  });

  it("leaves a parameter that has no value yet unknown, and names it", () => {
    const early = packOf({
      facts,
      parameters: {
        grace: {
          type: "duration",
          label: { id: "Masa tenggang" },
          sources: [],
          values: [{ from: "2026-06-01", value: "P3M", provenance: "assumed" }],
        },
      },
      policies: {
        "2026-01-01": policy([
          requirement("lunas", {
            fact: "paidThrough",
            params: { plus: { fact: "parameter.grace" } },
            operator: "onOrAfter",
            value: { fact: "asOf" },
          }),
        ]),
      },
    });
    const ask = (day: string, given: Facts) =>
      decide(early, { service: SERVICE, asOf: day, facts: given });
    expect(ask("2026-05-31", { paidThrough: "2026-05-31" }).missing).toEqual(["parameter.grace"]);
    expect(ask("2026-05-31", {}).missing).toEqual(["paidThrough", "parameter.grace"]);
    expect(ask("2026-06-01", { paidThrough: "2026-03-01" }).outcome).toBe("eligible");
    expect(ask("2026-06-02", { paidThrough: "2026-03-01" }).outcome).toBe("ineligible");
  });

  it("names the unknown item of a list", () => {
    const lists = packOf({
      facts,
      policies: {
        "2026-01-01": policy([
          requirement("program", {
            fact: "programmes",
            operator: "everyValue:contains",
            value: ["JKK", "JKM"],
          }),
        ]),
      },
    });
    const ask = (programmes: readonly (string | null)[]) =>
      decide(lists, { service: SERVICE, asOf, facts: { programmes } });
    expect(ask(["JKK", null]).missing).toEqual(["programmes[1]"]);
    expect(ask([null, "JKM", "JKK"]).outcome).toBe("eligible");
  });
});

describe("the version that decides", () => {
  const pack = packOf({
    facts,
    policies: {
      "2025-01-01": policy([requirement("satu", active)]),
      "2026-01-01": policy([requirement("dua", active)], {
        until: "2026-06-30",
        status: "adopted",
      }),
      "2026-03-01": policy([requirement("rancangan", active)], { status: "draft" }),
      "2027-01-01": policy([requirement("tiga", active)]),
    },
  });
  const deciding = (day: string, version?: string) => {
    try {
      return prepare(pack, { service: SERVICE, asOf: day, ...(version && { version }) }).policy
        .from;
    } catch (error) {
      return error instanceof Error && "code" in error ? error.code : error;
    }
  };

  it.each([
    ["2024-12-31", undefined, "policy-not-in-force"],
    ["2025-01-01", undefined, "2025-01-01"],
    ["2025-12-31", undefined, "2025-01-01"],
    ["2026-01-01", undefined, "2026-01-01"],
    ["2026-06-30", undefined, "2026-01-01"],
    ["2026-07-01", undefined, "policy-not-in-force"],
    ["2026-12-31", undefined, "policy-not-in-force"],
    ["2027-01-01", undefined, "2027-01-01"],
    ["2026-04-01", "2026-03-01", "2026-03-01"],
    ["2020-01-01", "2027-01-01", "2027-01-01"],
    ["2026-04-01", "2026-03-02", "version-unknown"],
    ["2026-02-30", undefined, "date-invalid"],
  ])("on %s, asked for version %s, is %s", (day, version, expected) => {
    expect(deciding(day, version)).toBe(expected);
  });
});

describe("what is provisional", () => {
  const confirmed = { provenance: "confirmed", by: "Bagian Hukum", on: "2026-01-01" };
  const adopted = packOf({
    facts,
    sources: {
      perwal: { title: { id: "Perwal" }, kind: "local-regulation", date: "2025", text: "seen" },
    },
    parameters: {
      batas: {
        type: "date",
        label: { id: "Batas" },
        sources: [{ source: "perwal" }],
        values: [{ from: "2026-01-01", value: "2026-06-01", provenance: "reported" }],
      },
    },
    policies: {
      "2026-01-01": policy(
        [
          requirement("pasti", active, { ...confirmed, sources: [{ source: "perwal" }] }),
          requirement("dikabarkan", is("open", true), {
            provenance: "reported",
            sources: [{ source: "perwal" }],
          }),
          requirement(
            "berparameter",
            { fact: "paidThrough", operator: "onOrAfter", value: { fact: "parameter.batas" } },
            { ...confirmed, sources: [{ source: "perwal" }] },
          ),
          requirement(
            "bersimpul",
            { any: [{ ...is("public", true), provenance: "assumed" }, is("public", false)] },
            { ...confirmed, sources: [{ source: "perwal" }] },
          ),
        ],
        { status: "adopted" },
      ),
    },
  });

  it("in an adopted policy is what decides and rests on anything not confirmed", () => {
    const given = { status: "AKTIF", open: true, paidThrough: "2026-07-01", public: true };
    const ask = (more: Facts) =>
      decide(adopted, { service: SERVICE, asOf, facts: { ...given, ...more } }).provisional;
    expect(ask({})).toEqual(["dikabarkan", "berparameter", "bersimpul"]);
    expect(ask({ status: "MATI" })).toEqual([]);
    expect(ask({ open: false })).toEqual(["dikabarkan"]);
  });
});
