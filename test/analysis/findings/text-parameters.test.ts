import { describe, expect, it } from "vitest";
import type { Pack } from "../../../src/engine/model/pack.ts";
import { fact, policy, requirement, SERVICE } from "../../support/pack.ts";
import { findings, told } from "./support/told.ts";

const KTP = { fact: "ktp", operator: "equal", value: true };
const FEE = { id: "Bayar {parameter.fee}.", en: "Pay {parameter.fee}." };
const FILE = `${SERVICE}/2026-01-01.json`;

/** Rules with a parameter that no condition reads. */
function rules(demand: object, more: object = {}, from = "2026-01-01") {
  return {
    facts: { ktp: fact({ type: "boolean" }) },
    sources: {
      perwal: {
        title: { id: "Perwal", en: "Regulation" },
        kind: "local-regulation",
        date: "2020",
        until: "2026-06-30",
        text: "seen",
      },
    },
    parameters: {
      fee: {
        type: "money",
        label: { id: "Tarif", en: "Fee" },
        sources: [{ source: "perwal" }],
        values: [{ from, value: 5000, provenance: "reported" }],
      },
    },
    conditions: { ktp: { ...KTP, remedy: FEE } },
    policies: { "2026-01-01": policy([demand], more) },
  };
}

const PLAIN = requirement("ktp", { all: [KTP] });
const TEXTS: readonly (readonly [string, object, object])[] = [
  ["a requirement's remedy", requirement("ktp", KTP, { remedy: FEE }), {}],
  ["a requirement's refusal", requirement("ktp", KTP, { unmet: FEE }), {}],
  ["a requirement's title", requirement("ktp", KTP, { title: FEE }), {}],
  ["a text of a clause", requirement("ktp", { all: [{ ...KTP, unmet: FEE }] }), {}],
  ["a text of a shared condition", requirement("ktp", { condition: "ktp" }), {}],
  ["the policy's objection", PLAIN, { objection: FEE }],
];

/** Without the shared condition where nobody refers to it. */
function used(parts: ReturnType<typeof rules>) {
  const refers = JSON.stringify(parts.policies).includes('"condition":');
  return refers ? parts : { ...parts, conditions: {} };
}

describe("a parameter that only texts tell", () => {
  it.each(TEXTS)("rests on its source, which has expired: %s", (_, demand, more) => {
    expect(told(used(rules(demand, more)))).toEqual([
      `LYK913 the source "perwal" ended on 2026-06-30, but ${FILE} still rests on it`,
    ]);
  });

  it.each(TEXTS)("has no value yet: %s", (_, demand, more) => {
    expect(told(used(rules(demand, more, "2027-01-01")), "2026-05-01")).toEqual([
      'LYK912 "parameter.fee" has no value on 2026-05-01; its first one is from 2027-01-01',
    ]);
  });

  it("is told where the text stands, and that the text has a gap", () => {
    const demand = requirement("ktp", KTP, { remedy: FEE });
    const { diagnostics } = findings(used(rules(demand, {}, "2027-01-01")), "2026-05-01");
    expect(diagnostics.map(({ file, line, help }) => [file, line, help])).toEqual([
      [
        FILE,
        23,
        {
          id: 'tambahkan nilai yang mulai lebih awal dalam parameters.json; tanpanya teks ini berbunyi "belum diketahui"',
          en: 'add a value from an earlier day in parameters.json; without it this text reads "not yet known"',
        },
      ],
    ]);
  });

  it("is told once, at the condition, where a condition reads it too", () => {
    const parts = rules(
      requirement(
        "ktp",
        { fact: "ktp", operator: "greaterThan", value: { fact: "parameter.fee" } },
        { remedy: FEE },
      ),
      {},
      "2027-01-01",
    );
    const facts = { ktp: fact({ type: "money", minimum: 0 }) };
    const { diagnostics } = findings(used({ ...parts, facts }), "2026-05-01");
    expect(diagnostics.map(({ code, line, help }) => [code, line, help?.en])).toEqual([
      [
        "LYK912",
        18,
        "add a value from an earlier day in parameters.json; without it nothing can be decided",
      ],
    ]);
  });

  it.each(TEXTS)(
    "is told where a policy is adopted and its value is not confirmed: %s",
    (_, demand, more) => {
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
      const { diagnostics } = findings(used(rules(demand, more)), "2026-05-01", adopt);
      const places = diagnostics.map(({ code, file, line }) => `${code} ${file}:${line}`);
      expect(places).toContain("LYK916 parameters.json:18");
    },
  );

  it("is told to staff alone in a note: nothing rests on it", () => {
    const demand = requirement("ktp", KTP, { note: FEE, remedy: { id: "Bawa KTP.", en: "x" } });
    expect(told(used(rules(demand)))).toEqual([]);
  });
});
