import { describe, expect, it } from "vitest";
import { answer } from "../../src/engine/answer.ts";
import { horizon } from "../../src/engine/decision/horizon.ts";
import { decide } from "../../src/engine/decision/prepare.ts";
import { explain } from "../../src/engine/explanation/explain.ts";
import type { Facts } from "../../src/engine/model/catalogue.ts";
import type { Decision, GrantDecision } from "../../src/engine/model/decision.ts";
import type { Pack } from "../../src/engine/model/pack.ts";
import { remedies } from "../../src/engine/remedies/remedies.ts";
import { fact, packOf, policy, requirement, SERVICE } from "../support/pack.ts";

const labelled = (id: string, en: string, shape: object) => fact({ ...shape, label: { id, en } });
const facts = {
  active: labelled("Aktif", "Active", { type: "boolean", actionable: true }),
  programmes: labelled("Program", "Programmes", { type: "list", items: { type: "string" } }),
  born: labelled("Tanggal lahir", "Date of birth", { type: "date" }),
  arrears: labelled("Bulan menunggak", "Months in arrears", { type: "integer" }),
  joined: labelled("Hari masuk", "Joined on", { type: "date" }),
  district: labelled("Wilayah", "District", {
    type: "code",
    codes: { 3673: { id: "Kota Serang" }, 3674: { id: "Tangerang Selatan" } },
  }),
  owed: labelled("Tunggakan", "Arrears", {
    type: "money",
    source: "system",
    compute: { operation: "product", of: [{ fact: "arrears" }, { fact: "parameter.fee" }] },
  }),
  saved: labelled("Simpanan", "Savings", {
    type: "money",
    source: "system",
    compute: {
      operation: "product",
      of: [
        { operation: "monthsBetween", of: [{ fact: "joined" }, { fact: "asOf" }] },
        { fact: "parameter.saving" },
      ],
    },
  }),
};
const values = (...all: readonly (readonly [string, unknown])[]) =>
  all.map(([from, value]) => ({ from, value, provenance: "assumed" }));
const parameters = {
  fee: {
    type: "money",
    label: { id: "Iuran", en: "Contribution" },
    sources: [],
    values: values(["2026-01-01", 8400], ["2027-01-01", 16800]),
  },
  saving: {
    type: "money",
    label: { id: "Simpanan sebulan", en: "Savings a month" },
    sources: [],
    values: values(["2026-01-01", 1000]),
  },
  late: {
    type: "money",
    label: { id: "Nanti", en: "Later" },
    sources: [],
    values: values(["2027-03-01", 1]),
  },
  wage: {
    type: "money",
    label: { id: "Upah minimum", en: "Minimum wage" },
    sources: [],
    by: "district",
    values: values(["2026-01-01", { 3673: 4_800_000 }]),
  },
};
const asOf = "2026-11-22";
const is = (id: string, value: unknown) => ({ fact: id, operator: "equal", value });
const hasJkm = { fact: "programmes", operator: "contains", value: "JKM" };

function grant(id: string, more: object = {}): object {
  return {
    id,
    text: { id: `Pemberian ${id}`, en: `Grant ${id}` },
    sources: [],
    provenance: "assumed",
    ...more,
  };
}

const sources = {
  uu: { title: { id: "UU" }, kind: "law", date: "2011", text: "seen" },
};
const CONFIRMED = {
  provenance: "confirmed",
  by: "Bagian Hukum",
  on: "2026-01-02",
  sources: [{ source: "uu" }],
};
const REQUIRED = [requirement("aktif", is("active", true))];

function packGranting(grants: readonly object[], more: object = {}): Pack {
  const policies = { "2026-01-01": policy(REQUIRED, { grants, ...more }) };
  return packOf({ facts, parameters, policies });
}

function decided(pack: Pack, given: Facts, on: string = asOf): Decision {
  return decide(pack, { service: SERVICE, asOf: on, facts: { active: true, ...given } });
}

/** What a grant comes to, without its evidence. */
function only(one: object, given: Facts = {}): Omit<GrantDecision, "evidence"> | undefined {
  const [found] = decided(packGranting([one]), given).grants ?? [];
  if (found === undefined) return undefined;
  const { evidence: _, computed: __, ...rest } = found;
  return rest;
}

const NOTHING_MISSING = { provisional: true, missing: [] };

describe("what is granted", () => {
  it.each([
    {
      name: "a grant without conditions is given to whoever is eligible",
      grant: grant("a"),
      given: {},
      expected: { id: "a", state: "granted", until: null, ...NOTHING_MISSING },
    },
    {
      name: "a written amount is told as it stands",
      grant: grant("a", { amount: 42_000_000, conditions: hasJkm }),
      given: { programmes: ["JKK", "JKM"] },
      expected: { id: "a", state: "granted", amount: 42_000_000, until: null, ...NOTHING_MISSING },
    },
    {
      name: "who does not fulfil its conditions is not given it",
      grant: grant("a", { amount: 42_000_000, conditions: hasJkm }),
      given: { programmes: ["JKK"] },
      expected: { id: "a", state: "not-granted", until: null, ...NOTHING_MISSING },
    },
    {
      name: "conditions that are open leave it open, and name what is absent",
      grant: grant("a", { amount: 1, conditions: hasJkm }),
      given: {},
      expected: {
        id: "a",
        state: "unknown",
        until: null,
        provisional: true,
        missing: ["programmes"],
      },
    },
    {
      name: "a parameter's amount ends the day before its next value",
      grant: grant("a", { amount: { fact: "parameter.fee" } }),
      given: {},
      expected: {
        id: "a",
        state: "granted",
        amount: 8400,
        until: "2026-12-31",
        ...NOTHING_MISSING,
      },
    },
    {
      name: "who is not given it has no end by its amount",
      grant: grant("a", { amount: { fact: "parameter.fee" }, conditions: hasJkm }),
      given: { programmes: [] },
      expected: { id: "a", state: "not-granted", until: null, ...NOTHING_MISSING },
    },
    {
      name: "a parameter without a value yet leaves it open until it has one",
      grant: grant("a", { amount: { fact: "parameter.late" } }),
      given: {},
      expected: {
        id: "a",
        state: "unknown",
        until: "2027-02-28",
        provisional: true,
        missing: ["parameter.late"],
      },
    },
    {
      name: "a computed amount is computed, and ends with the parameter behind it",
      grant: grant("a", { amount: { fact: "owed" } }),
      given: { arrears: 3 },
      expected: {
        id: "a",
        state: "granted",
        amount: 25_200,
        until: "2026-12-31",
        ...NOTHING_MISSING,
      },
    },
    {
      name: "a computed amount of which an operand is absent names the operand",
      grant: grant("a", { amount: { fact: "owed" } }),
      given: {},
      expected: {
        id: "a",
        state: "unknown",
        until: null,
        provisional: true,
        missing: ["arrears"],
      },
    },
    {
      name: "an amount that is computed from the day ends where it grows",
      grant: grant("a", { amount: { fact: "saved" } }),
      given: { joined: "2026-10-05" },
      expected: {
        id: "a",
        state: "granted",
        amount: 1000,
        until: "2026-12-04",
        ...NOTHING_MISSING,
      },
    },
    {
      name: "a table's amount is that of the code",
      grant: grant("a", { amount: { fact: "parameter.wage" } }),
      given: { district: "3673" },
      expected: {
        id: "a",
        state: "granted",
        amount: 4_800_000,
        until: null,
        ...NOTHING_MISSING,
      },
    },
    {
      name: "a code that a table has not leaves it open",
      grant: grant("a", { amount: { fact: "parameter.wage" } }),
      given: { district: "3674" },
      expected: {
        id: "a",
        state: "unknown",
        until: null,
        provisional: true,
        missing: ["parameter.wage"],
      },
    },
    {
      name: "a duration that passes ends it on the day before",
      grant: grant("a", {
        conditions: {
          fact: "born",
          operator: "after",
          value: { fact: "asOf", params: { minus: "P65Y" } },
        },
      }),
      given: { born: "1962-02-10" },
      expected: { id: "a", state: "granted", until: "2027-02-09", ...NOTHING_MISSING },
    },
  ])("$name", ({ grant: one, given, expected }) => {
    expect(only(one, given)).toEqual(expected);
  });

  it("is not asked where anybody is refused, or nothing is decided yet", () => {
    const pack = packGranting([grant("a")]);
    expect([
      decided(pack, { active: false }).grants,
      decide(pack, { service: SERVICE, asOf, facts: {} }).grants,
    ]).toEqual([undefined, undefined]);
  });

  it("is told with the leaves that it rests on, and its amount's own", () => {
    const pack = packGranting([
      grant("a", { amount: { fact: "parameter.fee" }, conditions: hasJkm }),
    ]);
    const [found] = decided(pack, { programmes: ["JKM"] }).grants ?? [];
    expect(found?.evidence).toEqual([
      {
        path: "",
        fact: "programmes",
        operator: "contains",
        expected: "JKM",
        actual: ["JKM"],
        holds: true,
      },
      {
        path: "",
        part: "amount",
        fact: "parameter.fee",
        operator: "equal",
        expected: 8400,
        expectedFrom: "parameter.fee",
        actual: 8400,
        holds: true,
      },
    ]);
  });
});

describe("how long it stays so", () => {
  it("ends where the outcome does", () => {
    const pack = packGranting([grant("a")], { until: "2026-11-30" });
    expect(decided(pack, {}).grants?.[0]?.until).toBe("2026-11-30");
  });

  it("ends where whoever is eligible is so no more", () => {
    const young = {
      fact: "born",
      operator: "after",
      value: { fact: "asOf", params: { minus: "P65Y" } },
    };
    const pack = packOf({
      facts,
      parameters,
      policies: { "2026-01-01": policy([requirement("muda", young)], { grants: [grant("a")] }) },
    });
    expect(decided(pack, { born: "1962-02-10" }).grants?.[0]?.until).toBe("2027-02-09");
  });

  it("goes on through a next version that grants the same, and ends where one does not", () => {
    const granting = (more: object) => policy(REQUIRED, { grants: [grant("a", more)] });
    const pack = packOf({
      facts,
      parameters,
      policies: {
        "2026-01-01": granting({ amount: 5 }),
        "2027-02-01": granting({ amount: 5 }),
        "2027-05-01": policy(REQUIRED),
      },
    });
    expect(decided(pack, {}).grants?.[0]?.until).toBe("2027-04-30");
  });
});

describe("what is granted decides nothing", () => {
  const grants = [
    grant("a", { amount: { fact: "owed" }, conditions: hasJkm }),
    grant("b", { amount: { fact: "saved" }, text: { id: "{saved} {amount}" } }),
  ];

  it.each<Facts>([{}, { active: false }, { active: true }, { active: true, arrears: 9e15 }])(
    "%o is decided as without it",
    (given) => {
      const question = { service: SERVICE, asOf, facts: given };
      const told = (pack: Pack) => {
        const { grants: _, policy: __, ...decision } = decide(pack, question);
        return [decision, horizon(pack, question), remedies(pack, question)];
      };
      const without = packOf({ facts, parameters, policies: { "2026-01-01": policy(REQUIRED) } });
      expect(told(packGranting(grants))).toEqual(told(without));
    },
  );

  it("even where it cannot be computed", () => {
    const [found] =
      decided(packGranting(grants), { arrears: 9e15, programmes: ["JKM"] }).grants ?? [];
    expect(found).toEqual({
      id: "a",
      state: "unknown",
      provisional: true,
      until: null,
      missing: [],
      evidence: [],
    });
  });
});

describe("what is granted, in words", () => {
  const grants = [
    grant("iuran", {
      text: { id: "Iuran", en: "Contribution" },
      amount: { fact: "parameter.fee" },
    }),
    grant("program", { text: { id: "Program JKK dan JKM", en: "Programmes JKK and JKM" } }),
    grant("santunan", {
      text: { id: "Santunan {amount} bagi ahli waris", en: "Death benefit of {amount}" },
      amount: 42_000_000,
    }),
    grant("jht", {
      text: { id: "Jaminan hari tua", en: "Old-age saving" },
      conditions: { fact: "programmes", operator: "contains", value: "JHT" },
    }),
    grant("tunggakan", { text: { id: "Tunggakan", en: "Arrears" }, amount: { fact: "owed" } }),
  ];

  it("stands in the summary, with amount and last day", () => {
    const pack = packGranting(grants);
    const question = { service: SERVICE, asOf, facts: { active: true, arrears: 2 } };
    expect([
      answer(pack, question, "en").explanation.summary,
      answer(pack, question, "id").explanation.summary,
    ]).toEqual([
      "Eligible: Service, 22 November 2026. Granted: Contribution Rp8,400 until 31 December 2026; Programmes JKK and JKM; Death benefit of Rp42,000,000; Arrears Rp16,800 until 31 December 2026. Not settled yet: Old-age saving. This answer is provisional: the rules are a pilot or not confirmed.",
      "Memenuhi syarat: Layanan, 22 November 2026. Yang diberikan: Iuran Rp8.400 sampai 31 Desember 2026; Program JKK dan JKM; Santunan Rp42.000.000 bagi ahli waris; Tunggakan Rp16.800 sampai 31 Desember 2026. Belum dapat dipastikan: Jaminan hari tua. Jawaban ini sementara: aturannya masih uji coba atau belum dipastikan.",
    ]);
  });

  it("says what is not known, and how an amount was computed, from the decision alone", () => {
    const pack = packGranting(grants);
    const decision = decided(pack, { arrears: 2 });
    const told = explain(pack, decision, "en").grants ?? [];
    expect(told.slice(3)).toEqual([
      {
        id: "jht",
        state: "unknown",
        text: "Old-age saving",
        reasons: ["Not yet known: Programmes."],
        sources: [],
      },
      {
        id: "tunggakan",
        state: "granted",
        text: "Arrears Rp16,800 until 31 December 2026",
        reasons: [],
        computed: ["Arrears: 2 (Months in arrears) × Rp8,400 (Contribution) = Rp16,800."],
        sources: [],
      },
    ]);
  });
});

describe("what is granted, where it is not all alike", () => {
  const young = {
    fact: "born",
    operator: "after",
    value: { fact: "asOf", params: { minus: "P65Y" } },
  };
  const told = (grants: readonly object[], more: object, given: Facts) => {
    const policies = {
      "2026-01-01": policy([requirement("muda", young, CONFIRMED)], { grants, ...more }),
    };
    const pack = packOf({ facts, parameters, sources, policies });
    const question = { service: SERVICE, asOf, facts: { born: "1985-04-12", ...given } };
    return answer(pack, question, "en").explanation;
  };

  it("names the day on which most of it ends once, and only what ends before", () => {
    const grants = [
      grant("a", { text: { id: "Fee" }, amount: { fact: "parameter.fee" } }),
      grant("b", { text: { id: "One" } }),
      grant("c", { text: { id: "Two" }, conditions: hasJkm }),
    ];
    const summaryOf = (given: Facts, some = grants) =>
      /Granted.*?\./.exec(told(some, {}, given).summary)?.[0];
    expect([
      summaryOf({ programmes: ["JKM"] }),
      summaryOf({ programmes: [] }),
      summaryOf({}, grants.slice(1, 2)),
    ]).toEqual([
      "Granted until 11 April 2050: Fee Rp8,400 until 31 December 2026; One; Two.",
      "Granted: Fee Rp8,400 until 31 December 2026; One until 11 April 2050.",
      "Granted: One until 11 April 2050.",
    ]);
  });

  it("has words for an amount that nobody knows, and the amount of what is not given", () => {
    const text = { id: "{amount} sebulan", en: "{amount} a month" };
    const grants = [
      grant("a", { text, amount: { fact: "parameter.late" } }),
      grant("b", { text, amount: { fact: "parameter.fee" }, conditions: hasJkm }),
      grant("c", { text, amount: 5000, conditions: hasJkm }),
    ];
    expect(told(grants, {}, { programmes: [] }).grants?.map(({ text }) => text)).toEqual([
      "(amount not yet known) a month",
      "Rp8,400 a month",
      "Rp5,000 a month",
    ]);
  });

  it("is marked as not confirmed one by one where the policy itself is adopted", () => {
    const grants = [grant("a"), grant("b", CONFIRMED)];
    expect([
      told(grants, { status: "adopted" }, {}).summary,
      told(grants, { status: "pilot" }, {}).summary,
    ]).toEqual([
      "Eligible: Service, 22 November 2026. Granted until 11 April 2050: Grant a (not confirmed); Grant b.",
      "Eligible: Service, 22 November 2026. Granted until 11 April 2050: Grant a; Grant b. This answer is provisional: the rules are a pilot or not confirmed.",
    ]);
  });
});

describe("a policy that grants something", () => {
  it("has another digest than without it, or with another amount of the day", () => {
    const digest = (grants: readonly object[], on?: string) =>
      decided(packGranting(grants), {}, on).policy.digest;
    const fee = grant("a", { amount: { fact: "parameter.fee" } });
    const digests = [
      digest([fee]),
      digest([grant("a", { amount: 8400 })]),
      digest([fee], "2027-06-01"),
      digest([grant("a", { amount: 8400, conditions: hasJkm })]),
    ];
    expect([new Set(digests).size, digest([{ ...fee, note: { id: "catatan" } }])]).toEqual([
      4,
      digests[0],
    ]);
  });

  it("is provisional grant by grant where it is adopted", () => {
    const confirmed = { provenance: "confirmed", by: "Bagian Hukum", on: "2026-01-01" };
    const adopted = policy([{ ...REQUIRED[0], ...confirmed }], {
      status: "adopted",
      grants: [
        grant("lihat", confirmed),
        grant("lapor", { provenance: "reported", sources: [{ source: "uu" }] }),
        grant("parameter", { ...confirmed, amount: { fact: "parameter.fee" } }),
      ],
    });
    const sources = { uu: { title: { id: "UU" }, kind: "law", date: "2011", text: "seen" } };
    const more = {
      ...adopted,
      requirements: [{ ...REQUIRED[0], ...confirmed, sources: [{ source: "uu" }] }],
    };
    const withSources = JSON.parse(
      JSON.stringify(more).replaceAll('"sources":[]', '"sources":[{"source":"uu"}]'),
    );
    const pack = packOf({ facts, parameters, sources, policies: { "2026-01-01": withSources } });
    const { provisional, grants } = decided(pack, {});
    expect([provisional, grants?.map((one) => one.provisional)]).toEqual([[], [false, true, true]]);
  });
});
