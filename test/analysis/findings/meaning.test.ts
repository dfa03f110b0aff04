import { describe, expect, it } from "vitest";
import type { Pack } from "../../../src/engine/model/pack.ts";
import { fact, policy, requirement, SERVICE } from "../../support/pack.ts";
import { findings, told } from "./support/told.ts";

const KTP = { fact: "ktp", operator: "equal", value: true };
const MEMBER = { fact: "member", operator: "equal", value: true };
const NO_MEMBER = { fact: "member", operator: "equal", value: false };
const FACTS = { ktp: fact({ type: "boolean" }), member: fact({ type: "boolean" }) };
const codesOf = (lines: readonly string[]) => lines.map((line) => line.slice(0, 6));

describe("every over a group that may be empty", () => {
  const rules = (...requirements: readonly object[]) => ({
    facts: FACTS,
    groups: {
      drivers: { label: { id: "Pengemudi", en: "Drivers" }, facts: ["member"] },
    },
    policies: { "2026-01-01": policy([requirement("ktp", KTP), ...requirements]) },
  });
  const every = requirement("semua", { every: "drivers", conditions: MEMBER });

  it("is told", () => {
    expect(told(rules(every))).toEqual(['LYK908 "drivers" may be empty, and then this passes']);
  });

  it("is not told where another requirement wants at least one", () => {
    const some = { fact: "drivers.count", operator: "greaterThanInclusive", value: 1 };
    expect(told(rules(every, requirement("ada", some)))).toEqual([]);
  });

  it("is not told of a condition that is to fail", () => {
    const none = requirement("tidak", { not: { every: "drivers", conditions: MEMBER } });
    expect(told(rules(none))).toEqual([]);
  });
});

describe("a shared condition", () => {
  const use = (when?: object) =>
    policy([
      requirement("selalu", MEMBER),
      requirement("bersama", { condition: "ktp" }, when && { when }),
    ]);
  const isMember = { fact: "member", operator: "equal", value: true };
  const city = (first: object, second: object) => ({
    facts: FACTS,
    conditions: { ktp: KTP },
    policies: { "2026-01-01": first, "2026-12-01": { ...second, status: "draft" } },
  });

  it("is not compared between versions of one service", () => {
    expect(told(city(use(isMember), use()))).toEqual([]);
  });
});

describe("what is adopted", () => {
  const parameters = {
    least: {
      type: "integer",
      label: { id: "Batas", en: "Limit" },
      sources: [],
      values: [{ from: "2026-01-01", value: 3, provenance: "assumed" }],
    },
  };
  const parts = {
    facts: { ...FACTS, size: fact({ type: "integer", minimum: 0 }) },
    parameters,
    conditions: { ktp: { ...KTP, provenance: "reported" } },
    sources: { uu: { title: { id: "UU", en: "Law" }, kind: "law", date: "2011", text: "seen" } },
    policies: {
      "2026-01-01": policy([
        requirement("ktp", { condition: "ktp" }),
        requirement(
          "besar",
          { fact: "size", operator: "greaterThan", value: { fact: "parameter.least" } },
          {
            provenance: "confirmed",
            by: "Bagian Hukum",
            on: "2026-01-01",
            sources: [{ source: "uu" }],
          },
        ),
        requirement("anggota", MEMBER, { enforcement: "advisory" }),
      ]),
    },
  };
  const adopt = (pack: Pack): Pack => ({
    ...pack,
    services: new Map(
      [...pack.services].map(([id, service]) => [
        id,
        {
          ...service,
          versions: service.versions.map((version) => ({
            ...version,
            policy: { ...version.policy, status: "adopted" as const },
          })),
        },
      ]),
    ),
  });

  it("rests on nothing unconfirmed: requirements, shared conditions, parameters", () => {
    const { diagnostics } = findings(parts, undefined, adopt);
    expect(
      diagnostics.map(({ code, file, line, message }) => [code, file, line, message.en]),
    ).toEqual([
      [
        "LYK916",
        "kota/conditions.json",
        7,
        `${SERVICE}/2026-01-01.json is "adopted", but this part of it is still "reported"`,
      ],
      [
        "LYK916",
        `${SERVICE}/2026-01-01.json`,
        17,
        'this policy is "adopted", but this part of it is still "assumed"',
      ],
      [
        "LYK916",
        `${SERVICE}/2026-01-01.json`,
        53,
        'this policy is "adopted", but this part of it is still "assumed"',
      ],
      [
        "LYK916",
        "parameters.json",
        14,
        `${SERVICE}/2026-01-01.json is "adopted", but this part of it is still "assumed"`,
      ],
    ]);
  });

  it("of a pilot nothing is told", () => {
    expect(told(parts)).toEqual([]);
  });
});

describe("facts that no policy reads", () => {
  it("are told where people are asked for them, and not where a registry tells them", () => {
    const facts = {
      ...FACTS,
      shoe: fact({ type: "integer" }),
      office: fact({ type: "integer", source: "office" }),
      status: fact({ type: "boolean", source: "registry:coverage" }),
    };
    const policies = { "2026-01-01": policy([requirement("ktp", { all: [KTP, MEMBER] })]) };
    expect(told({ facts, policies })).toEqual([
      'LYK909 no policy uses the fact "shoe"',
      'LYK909 no policy uses the fact "office"',
    ]);
  });
});

describe("versions that are over", () => {
  it("are history: nothing is told of them", () => {
    const never = { all: [KTP, { ...KTP, value: false }, MEMBER] };
    const policies = {
      "2024-01-01": policy([requirement("ktp", never)]),
      "2026-01-01": policy([requirement("ktp", { all: [KTP, MEMBER] })]),
    };
    expect(codesOf(told({ facts: FACTS, policies }, "2025-06-01"))).toEqual(["LYK901"]);
    expect(told({ facts: FACTS, policies }, "2026-06-01")).toEqual([]);
  });
});

describe("a question that the search cannot settle", () => {
  it("is told as open, and not as a finding", () => {
    const facts = { plate: fact({ type: "string", pattern: "Q-[0-9]{7}-[A-F]{5}" }) };
    const conditions = { fact: "plate", operator: "notEqual", value: "Q-1234567-ABCDE" };
    const { diagnostics, unsettled } = findings({
      facts,
      policies: { "2026-01-01": policy([requirement("pelat", conditions)]) },
    });
    expect(diagnostics).toEqual([]);
    const file = `${SERVICE}/2026-01-01.json`;
    expect(unsettled).toEqual([{ code: "LYK901", file, line: 18, column: 21, policy: file }]);
  });
});

describe("a requirement that the scope or its own when settles", () => {
  const fund = (value: string) => ({ fact: "fund", operator: "equal", value });
  const ruled = (conditions: object, more: object, scope?: object) =>
    findings({
      facts: {
        ...FACTS,
        fund: fact({ type: "code", codes: { APBD: { id: "APBD" }, APBN: { id: "APBN" } } }),
      },
      policies: {
        "2026-01-01": policy(
          [requirement("selalu", KTP), requirement("dana", conditions, more)],
          scope && { scope },
        ),
      },
    })
      .diagnostics.filter(({ code }) => code !== "LYK909")
      .map(({ code, help }) => [code, help?.en]);

  it.each([
    [
      "nobody can meet for the scope",
      ruled(fund("APBN"), {}, fund("APBD")),
      "LYK901",
      'it contradicts "scope" on line 40: whoever meets it is out of scope; mend one of them',
    ],
    [
      "nobody can meet for two clauses within the scope",
      ruled({ all: [fund("APBD"), MEMBER] }, {}, { any: [fund("APBN"), NO_MEMBER] }),
      "LYK901",
      'together with "scope" on line 49 it contradicts line 35; mend one of the three',
    ],
    [
      "everybody meets for two clauses within its when",
      ruled({ any: [fund("APBD"), MEMBER] }, { when: { any: [fund("APBD"), MEMBER] } }),
      "LYK902",
      'because of "when" on line 47, this or line 35 is always true; mend one of the three',
    ],
    [
      "everybody meets for the scope",
      ruled(fund("APBD"), {}, fund("APBD")),
      "LYK902",
      '"scope" on line 40 already sees to it; delete this requirement, or mend one of the two',
    ],
    [
      "nobody can meet for its when",
      ruled(fund("APBN"), { when: fund("APBD") }),
      "LYK901",
      'it contradicts "when" on line 38: the requirement does not apply to whoever meets it; mend one of them',
    ],
    [
      "everybody meets for its when",
      ruled(fund("APBD"), { when: fund("APBD") }),
      "LYK902",
      '"when" on line 38 already sees to it; delete this requirement, or mend one of the two',
    ],
    [
      "never applies for the scope",
      ruled(MEMBER, { when: fund("APBN") }, fund("APBD")),
      "LYK903",
      'this "when" contradicts "scope" on line 45; mend one of them, or delete the requirement',
    ],
    [
      "applies to everybody for the scope",
      ruled(MEMBER, { when: fund("APBD") }, fund("APBD")),
      "LYK905",
      '"scope" on line 45 already sees to it; delete "when", or mend one of the two',
    ],
  ])("%s, and is told so", (_, told, code, help) => {
    expect(told).toEqual([[code, help]]);
  });
});

describe("a boundary that cannot be tested", () => {
  it("is told with the parameter that sets it and its number, as each language writes it", () => {
    const { diagnostics } = findings({
      facts: { ...FACTS, vehicles: fact({ type: "integer" }) },
      parameters: {
        batas: {
          type: "number",
          label: { id: "Batas", en: "Limit" },
          sources: [],
          values: [{ from: "2020-01-01", value: 4.5, provenance: "assumed" }],
        },
      },
      policies: {
        "2026-01-01": policy([
          requirement("armada", {
            fact: "vehicles",
            operator: "greaterThan",
            value: { fact: "parameter.batas" },
          }),
        ]),
      },
    });
    expect(diagnostics.filter(({ code }) => code === "LYK911").map((one) => one.message)).toEqual([
      {
        id: 'batas parameter.batas (4,5) tidak dapat diuji: "vehicles" selalu bilangan bulat',
        en: 'the boundary parameter.batas (4.5) cannot be tested: "vehicles" is always a whole number',
      },
    ]);
  });
});

describe("a text", () => {
  const refusal = (unmet: object) => ({
    facts: FACTS,
    policies: { "2026-01-01": policy([requirement("dua", { all: [KTP, MEMBER] }, { unmet })]) },
  });

  it("may name a fact that is always known when it is told", () => {
    const either = requirement(
      "dua",
      { any: [KTP, MEMBER] },
      { unmet: { id: "{ktp}, {member}." } },
    );
    expect(told({ facts: FACTS, policies: { "2026-01-01": policy([either]) } })).toEqual([]);
  });

  it("is told where one clause alone refuses, and the other's fact is not known", () => {
    expect(told(refusal({ id: "Anggota: {member}." }))).toEqual([
      'LYK919 the placeholder "{member}" may not be known when this text is told; it then reads "not yet known"',
    ]);
  });
});
