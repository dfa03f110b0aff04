import { describe, expect, it } from "vitest";
import { prepare } from "../../src/index.ts";
import { policyModule } from "../../src/module/policy-module.ts";
import { datedPolicies } from "../../src/module/stretches.ts";
import { fact, packOf, policy, requirement, SERVICE } from "../support/pack.ts";
import { asModuleDecides, imported, sourceOn } from "./support/imported.ts";

const AMOUNT = {
  fact: "amount",
  operator: "greaterThanInclusive",
  value: { fact: "parameter.least" },
};

const dated = packOf({
  facts: {
    amount: fact({ type: "integer" }),
    kind: fact({ type: "code", codes: CODES("A", "B") }),
  },
  parameters: {
    least: {
      type: "integer",
      label: { id: "Paling sedikit" },
      sources: [],
      values: [
        { from: "2025-06-01", value: 5, provenance: "assumed" },
        { from: "2026-07-01", value: 8, provenance: "assumed" },
      ],
    },
    fee: {
      type: "money",
      by: "kind",
      label: { id: "Iuran" },
      sources: [],
      values: [
        { from: "2025-01-01", value: { A: 100, B: 200 }, provenance: "assumed" },
        { from: "2026-09-01", value: { A: 300 }, provenance: "assumed" },
      ],
    },
  },
  policies: {
    "2025-01-01": policy([
      requirement("enough", AMOUNT),
      requirement("fee", { fact: "parameter.fee", operator: "lessThan", value: 150 }),
    ]),
    "2026-10-01": policy([requirement("enough", AMOUNT)], { until: "2026-12-31" }),
    "2027-01-01": policy([requirement("enough", AMOUNT)], { status: "draft" }),
  },
});

function CODES(...codes: readonly string[]) {
  return Object.fromEntries(codes.map((code) => [code, { id: code }]));
}

function thrownBy(run: () => unknown): unknown {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return "code" in error ? error.code : error;
  }
}

describe("a module of a policy", () => {
  it("is made of each policy that decides on some day, and of no draft", () => {
    const service = dated.services.get(SERVICE);
    const days = service && datedPolicies(dated, service).map(({ from, until }) => [from, until]);
    expect(days).toEqual([
      ["2025-01-01", "2026-09-30"],
      ["2026-10-01", "2026-12-31"],
    ]);
  });

  it.each([
    "2025-01-01",
    "2025-05-31",
    "2025-06-01",
    "2026-06-30",
    "2026-07-01",
    "2026-08-31",
    "2026-09-01",
    "2026-09-30",
  ])("holds the parameters and tables of all its days: %s", async (asOf) => {
    const module = await imported(sourceOn(dated, SERVICE, asOf));
    const judge = prepare(dated, { service: SERVICE, asOf });
    const applications = [4, 5, 8, null].flatMap((amount) =>
      ["A", "B", null].map((kind) => ({ amount, kind })),
    );
    for (const facts of applications) {
      expect(module.decide(facts, asOf)).toEqual(asModuleDecides(judge.decide(facts)));
    }
  });

  it("answers for one day and then for another as for each alone", async () => {
    const module = await imported(sourceOn(dated, SERVICE, "2026-06-30"));
    const facts = { amount: 6, kind: "A" };
    const days = ["2026-06-30", "2026-07-01", "2025-01-01", "2026-06-30"];
    expect(days.map((asOf) => module.outcome(facts, asOf).outcome)).toEqual([
      "eligible",
      "ineligible",
      "undetermined",
      "eligible",
    ]);
  });

  it.each([
    ["the day before", "2026-09-30", "policy-not-in-force"],
    ["the day after", "2027-01-01", "policy-not-in-force"],
    ["no day of the calendar", "2026-11-31", "date-invalid"],
    ["no day at all", "today", "date-invalid"],
  ])("throws, and says what to do, of %s", async (_, asOf, code) => {
    const module = await imported(sourceOn(dated, SERVICE, "2026-11-22"));
    expect(thrownBy(() => module.outcome({}, asOf))).toBe(code);
    expect(thrownBy(() => module.decide({}, asOf))).toBe(code);
  });

  it("says in both languages which days are its own", async () => {
    const module = await imported(sourceOn(dated, SERVICE, "2026-11-22"));
    expect(() => module.outcome({}, "2027-02-01")).toThrowError(
      expect.objectContaining({
        message:
          'This module holds the policy of "kota/layanan" from 2026-10-01 to 2026-12-31, not of 2027-02-01. Use the module of that day.',
        text: {
          id: 'Modul ini berisi aturan "kota/layanan" 2026-10-01 sampai 2026-12-31, bukan untuk 2027-02-01. Pakai modul hari itu.',
          en: 'This module holds the policy of "kota/layanan" from 2026-10-01 to 2026-12-31, not of 2027-02-01. Use the module of that day.',
        },
      }),
    );
  });

  it("imports nothing, evaluates nothing and begins nothing", () => {
    const source = sourceOn(dated, SERVICE, "2026-01-01");
    expect(source).not.toMatch(/\bimport\b|\beval\b|\bFunction\(|globalThis|process\./);
    expect(
      source.match(/^(?!export |function |const |let |\/\/|\/\*\*| |\}|\]|$).*$/gm),
    ).toBeNull();
  });
});

describe("a quotient within a module is rounded as the engine rounds it", () => {
  const targets = [-4, -3, -2, -1, 0, 1, 2, 3, 4];

  it.each(["down", "up", "half-up", "half-even"])("%s, whatever the signs", async (rounding) => {
    const pack = packOf({
      facts: {
        amount: fact({ type: "integer" }),
        part: {
          ...fact({ type: "integer" }),
          source: "system",
          compute: { operation: "quotient", of: [{ fact: "amount" }, 2], scale: 0, rounding },
        },
      },
      policies: {
        "2025-01-01": policy(
          targets.map((value, index) =>
            requirement(`is-${index}`, { fact: "part", operator: "equal", value }),
          ),
        ),
      },
    });
    const module = await imported(sourceOn(pack, SERVICE, "2026-11-22"));
    const judge = prepare(pack, { service: SERVICE, asOf: "2026-11-22" });
    const amounts = [-7, -6, -5, -3, -1, 0, 1, 3, 5, 6, 7];
    const told = amounts.map((amount) => module.outcome({ amount }, "2026-11-22"));
    expect(told).toEqual(amounts.map((amount) => judge.outcome({ amount })));
    expect(told.every(({ requirements }) => requirements.includes("met"))).toBe(true);
  });
});

describe("what is missing behind a table that items of a group ask", () => {
  const people = packOf({
    facts: {
      kind: fact({ type: "code", codes: CODES("A", "B") }),
      double: {
        ...fact({ type: "money" }),
        source: "system",
        compute: { operation: "product", of: [{ fact: "parameter.fee" }, 2] },
      },
    },
    groups: { people: { label: { id: "Orang" }, facts: ["kind", "double"] } },
    parameters: {
      fee: {
        type: "money",
        by: "kind",
        label: { id: "Iuran" },
        sources: [],
        values: [{ from: "2025-01-01", value: { A: 100 }, provenance: "assumed" }],
      },
    },
    policies: {
      "2025-01-01": policy([
        requirement("cheap", {
          every: "people",
          conditions: { fact: "double", operator: "lessThan", value: 250 },
        }),
      ]),
    },
  });

  it.each([
    ["whose code is not known is the item's own", [{ kind: "A" }, {}], ["people[1].kind"]],
    ["that has no value for a code is the table", [{ kind: "B" }], ["parameter.fee"]],
    ["of whom nothing is known is each one's", [null, null], ["people[0].kind", "people[1].kind"]],
  ])("%s", async (_, items, missing) => {
    const module = await imported(sourceOn(people, SERVICE, "2026-11-22"));
    expect(module.decide({ people: items }, "2026-11-22").missing).toEqual(missing);
  });
});

describe("what is granted by a module", () => {
  const granting = (value: object) => ({
    text: { id: "Pemberian" },
    sources: [],
    provenance: "assumed",
    ...value,
  });
  const pack = packOf({
    facts: {
      old: fact({ type: "boolean" }),
      paid: fact({ type: "money" }),
      on: fact({ type: "date" }),
      times: fact({ type: "integer" }),
      whole: {
        ...fact({ type: "money" }),
        source: "system",
        compute: { operation: "product", of: [{ fact: "paid" }, { fact: "times" }] },
      },
    },
    policies: {
      "2025-01-01": policy(
        [requirement("any", { fact: "asOf", operator: "after", value: "2020-01-01" })],
        {
          grants: [
            granting({ id: "plain" }),
            granting({
              id: "fixed",
              amount: 7,
              conditions: { fact: "old", operator: "equal", value: true },
            }),
            granting({ id: "own", amount: { fact: "whole" } }),
            granting({
              id: "moved",
              conditions: {
                any: [
                  { fact: "old", operator: "equal", value: true },
                  {
                    fact: "on",
                    params: { plus: "P1Y" },
                    operator: "after",
                    value: { fact: "asOf" },
                  },
                ],
              },
            }),
          ],
        },
      ),
    },
  });

  it.each([
    ["nothing is known", {}],
    ["all is known", { old: true, paid: 3, times: 2, on: "2026-01-01" }],
    ["conditions are not met", { old: false, paid: 0, times: 1, on: "2020-01-01" }],
    [
      "an amount becomes too large, so that nothing is known of any",
      { old: true, paid: 4e9, times: 4e9 },
    ],
    [
      "a date that settles nothing leaves the calendar",
      { old: true, paid: 1, times: 1, on: "9999-06-01" },
    ],
  ])("is what the engine grants where %s", async (_, facts) => {
    const module = await imported(sourceOn(pack, SERVICE, "2026-11-22"));
    const decision = prepare(pack, { service: SERVICE, asOf: "2026-11-22" }).decide(facts);
    expect(decision.grants).toHaveLength(4);
    expect(module.decide(facts, "2026-11-22")).toEqual(asModuleDecides(decision));
  });
});

describe("what cannot be computed is the same error as the engine's", () => {
  const dates = { "paid.on": fact({ type: "date" }), amount: fact({ type: "integer" }) };

  it("of a fact that leaves the calendar when it is moved", async () => {
    const condition = {
      fact: "paid.on",
      params: { plus: "P1Y" },
      operator: "after",
      value: { fact: "asOf" },
    };
    const policies = { "2025-01-01": policy([requirement("late", condition)]) };
    const pack = packOf({ facts: dates, policies });
    const facts = { "paid.on": "9999-03-01" };
    await expectSameTrouble(pack, facts, "2026-11-22", "date-out-of-range");
  });

  it("of a day that leaves the calendar, as every later one does", async () => {
    const value = { fact: "asOf", params: { plus: "P7973Y" } };
    const limit = { fact: "amount", operator: "lessThan", value: { fact: "parameter.most" } };
    const most = (from: string, value: number) => ({ from, value, provenance: "assumed" });
    const pack = packOf({
      facts: dates,
      parameters: {
        most: {
          type: "integer",
          label: { id: "Paling banyak" },
          sources: [],
          values: [most("2025-01-01", 5), most("2027-01-01", 6)],
        },
      },
      policies: {
        "2025-01-01": policy([
          requirement("late", { fact: "paid.on", operator: "before", value }),
          requirement("few", limit),
        ]),
      },
    });
    const facts = { "paid.on": "2026-01-01", amount: 5 };
    await expectSameTrouble(pack, facts, "2027-01-01", "date-out-of-range");
    await expectSameTrouble(pack, facts, "2030-01-01", "date-out-of-range");
    const module = await imported(sourceOn(pack, SERVICE, "2026-12-31"));
    expect(module.outcome(facts, "2026-12-31").outcome).toBe("ineligible");
  });

  it("of a day that leaves the calendar on some of its days alone", async () => {
    const value = { fact: "asOf", params: { minus: "P2025Y" } };
    const condition = { fact: "paid.on", operator: "after", value };
    const policies = { "2025-01-01": policy([requirement("late", condition)]) };
    const pack = packOf({ facts: dates, policies });
    const facts = { "paid.on": "2026-01-01" };
    await expectSameTrouble(pack, facts, "2025-12-31", "date-out-of-range");
    const module = await imported(sourceOn(pack, SERVICE, "2026-01-01"));
    expect(module.outcome(facts, "2026-01-01").outcome).toBe("eligible");
  });

  it("of a number that becomes too large", async () => {
    const pack = packOf({
      facts: {
        amount: fact({ type: "integer" }),
        square: {
          ...fact({ type: "integer" }),
          source: "system",
          compute: { operation: "product", of: [{ fact: "amount" }, { fact: "amount" }] },
        },
      },
      policies: {
        "2025-01-01": policy([
          requirement("small", { fact: "square", operator: "lessThan", value: 9 }),
        ]),
      },
    });
    await expectSameTrouble(pack, { amount: 4e9 }, "2026-11-22", "computed-out-of-range");
  });

  async function expectSameTrouble(
    pack: ReturnType<typeof packOf>,
    facts: Parameters<ReturnType<typeof prepare>["outcome"]>[0],
    asOf: string,
    code: string,
  ): Promise<void> {
    const module = await imported(sourceOn(pack, SERVICE, asOf));
    const thrown = (run: () => unknown): unknown => {
      try {
        return run();
      } catch (error) {
        return error instanceof Error && "text" in error ? error.text : error;
      }
    };
    const engines = thrown(() => prepare(pack, { service: SERVICE, asOf }).outcome(facts));
    expect(thrownBy(() => module.outcome(facts, asOf))).toBe(code);
    expect(thrown(() => module.outcome(facts, asOf))).toEqual(engines);
    expect(thrown(() => module.decide(facts, asOf))).toEqual(engines);
  }
});

describe("a large policy", () => {
  const ids = Array.from({ length: 200 }, (_, index) => `fact${index}`);
  const pack = packOf({
    facts: Object.fromEntries(ids.map((id) => [id, fact({ type: "integer" })])),
    policies: {
      "2025-01-01": policy([
        requirement("all", {
          all: ids.map((id) => ({ fact: id, operator: "greaterThan", value: 0 })),
        }),
        ...ids.slice(0, 40).map((id, index) =>
          requirement(`any-${index}`, {
            any: ids.slice(index, index + 40).map((one) => ({
              not: { fact: one, operator: "equal", value: Number(id.slice(4)) },
            })),
          }),
        ),
      ]),
    },
  });
  const policyOf = () => {
    const service = pack.services.get(SERVICE);
    const [found] = service === undefined ? [] : datedPolicies(pack, service);
    if (found === undefined) throw new Error("there is no policy");
    return policyModule(found);
  };

  it("has no function longer than an engine keeps optimising, and decides the same", async () => {
    const source = policyOf();
    const functions = source.match(/^(?:export )?function .*?^\}/gms) ?? [];
    expect(functions.length).toBeGreaterThan(90);
    expect(Math.max(...functions.map((text) => text.length))).toBeLessThan(6_000);
    const module = await imported(source);
    const judge = prepare(pack, { service: SERVICE, asOf: "2026-11-22" });
    for (const left of [[], ["fact3"], ["fact7", "fact199"], ids]) {
      for (const value of [1, 0, 5]) {
        const facts = Object.fromEntries(ids.map((id) => [id, left.includes(id) ? null : value]));
        const decision = judge.decide(facts);
        expect(module.decide(facts, "2026-11-22")).toEqual(asModuleDecides(decision));
      }
    }
  });
});
