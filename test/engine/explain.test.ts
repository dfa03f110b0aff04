import { describe, expect, it } from "vitest";
import { decide, prepare } from "../../src/engine/decision/prepare.ts";
import { explain } from "../../src/engine/explanation/explain.ts";
import type { Facts } from "../../src/engine/model/catalogue.ts";
import type { Pack } from "../../src/engine/model/pack.ts";
import { fact, packOf, policy, requirement, SERVICE } from "../support/pack.ts";

const labelled = (id: string, en: string, shape: object) => fact({ ...shape, label: { id, en } });
const facts = {
  debt: labelled("Tunggakan", "Debt", { type: "money" }),
  land: labelled("Luas lahan", "Land", { type: "number", unit: "ha" }),
  open: labelled("Buka", "Open", { type: "boolean" }),
  paidThrough: labelled("Terbayar sampai", "Paid through", { type: "date" }),
  crops: labelled("Tanaman", "Crops", { type: "list", items: { type: "string" } }),
};
const groups = { drivers: { label: { id: "Pengemudi", en: "Driver" }, facts: ["open", "debt"] } };
const parameters = {
  limit: {
    type: "money",
    label: { id: "Batas", en: "Limit" },
    sources: [],
    values: [{ from: "2026-01-01", value: 1_000, provenance: "assumed" }],
  },
};
const asOf = "2026-11-22";
const is = (id: string, value: unknown) => ({ fact: id, operator: "equal", value });

function packWith(conditions: object, more: object = {}, policyMore: object = {}): Pack {
  const policies = { "2026-01-01": policy([requirement("syarat", conditions, more)], policyMore) };
  return packOf({ facts, groups, parameters, policies });
}

function told(pack: Pack, given: Facts, language: "id" | "en" = "en") {
  const decision = decide(pack, { service: SERVICE, asOf, facts: given });
  const [first] = explain(pack, decision, language).requirements;
  return { reasons: first?.reasons, remedy: first?.remedy };
}

describe("why a requirement is not met", () => {
  it("is told by the deepest node that decides and carries a text", () => {
    const pack = packWith(
      {
        all: [
          {
            any: [is("open", true), { ...is("land", 1), unmet: { id: "a", en: "leaf" } }],
            unmet: { id: "b", en: "any" },
          },
          { ...is("debt", 0), unmet: { id: "c", en: "never told, as it holds" } },
        ],
        unmet: { id: "d", en: "all" },
        remedy: { id: "e", en: "remedy of all" },
      },
      { unmet: { id: "f", en: "requirement" } },
    );
    expect(told(pack, { open: false, land: 2, debt: 0 })).toEqual({
      reasons: ["any", "leaf"],
      remedy: "remedy of all",
    });
  });

  it("is told once where several leaves share a text", () => {
    const pack = packWith({
      any: [is("open", true), is("land", 1)],
      unmet: { id: "b", en: "any" },
    });
    expect(told(pack, { open: false, land: 2 })).toEqual({ reasons: ["any"], remedy: undefined });
  });

  it("falls back on the requirement's words", () => {
    const pack = packWith(is("open", true), { unmet: { id: "f", en: "requirement" } });
    expect(told(pack, { open: false }).reasons).toEqual(["requirement"]);
  });

  it.each<readonly [string, object, Facts, string, string]>([
    [
      "a limit",
      { fact: "land", operator: "lessThanInclusive", value: 2 },
      { land: 2.5 },
      "Luas lahan harus paling banyak 2 ha; tercatat 2,5 ha.",
      "Land must be at most 2 ha; it is 2.5 ha.",
    ],
    [
      "a parameter",
      { fact: "debt", operator: "lessThan", value: { fact: "parameter.limit" } },
      { debt: 2_500_000 },
      "Tunggakan harus kurang dari Rp1.000; tercatat Rp2.500.000.",
      "Debt must be less than Rp1,000; it is Rp2,500,000.",
    ],
    [
      "a negation",
      { not: is("open", true) },
      { open: true },
      "Buka tidak boleh sama dengan ya; tercatat ya.",
      "Open must not be yes; it is yes.",
    ],
    [
      "a negated operator",
      { fact: "open", operator: "not:equal", value: true },
      { open: true },
      "Buka tidak boleh sama dengan ya; tercatat ya.",
      "Open must not be yes; it is yes.",
    ],
    [
      "a double negation",
      { not: { fact: "open", operator: "not:equal", value: true } },
      { open: false },
      "Buka harus sama dengan ya; tercatat tidak.",
      "Open must be yes; it is no.",
    ],
    [
      "a moved date",
      {
        fact: "paidThrough",
        params: { plus: "P3M" },
        operator: "onOrAfter",
        value: { fact: "asOf" },
      },
      { paidThrough: "2026-01-31" },
      "Terbayar sampai + 3 bulan harus paling awal 22 November 2026; tercatat 31 Januari 2026.",
      "Paid through + 3 months must be on or after 22 November 2026; it is 31 January 2026.",
    ],
    [
      "a list",
      { fact: "crops", operator: "everyValue:contains", value: ["padi", "kopi"] },
      { crops: ["padi"] },
      "Tanaman harus memuat semua dari padi, kopi; tercatat padi.",
      "Crops must contain all of padi, kopi; it is padi.",
    ],
    [
      "every driver",
      { every: "drivers", conditions: is("open", true) },
      { drivers: [{ open: true }, { open: false }] },
      "Pengemudi 2: Buka harus sama dengan ya; tercatat tidak.",
      "Driver 2: Open must be yes; it is no.",
    ],
    [
      "some of no drivers",
      { some: "drivers", conditions: is("open", true) },
      { drivers: [] },
      "Tidak ada yang tercantum: Pengemudi.",
      "Nothing is listed: Driver.",
    ],
  ])("without a text is told from the leaf: %s", (_, conditions, given, indonesian, english) => {
    const pack = packWith(conditions);
    expect([told(pack, given, "id").reasons, told(pack, given, "en").reasons]).toEqual([
      [indonesian],
      [english],
    ]);
  });

  it("fills placeholders with each driver's own facts, and says what is not known", () => {
    const pack = packWith({
      every: "drivers",
      conditions: {
        all: [
          {
            ...is("open", true),
            unmet: {
              id: "Tunggakan {debt} pada {asOf}; batas {parameter.limit}.",
              en: "Owes {debt} on {asOf}; limit {parameter.limit}.",
            },
          },
          { any: [is("debt", 0), { not: is("debt", 0) }] },
        ],
      },
    });
    expect(
      told(pack, { drivers: [{ open: false, debt: 16_800 }, { open: false }] }).reasons,
    ).toEqual([
      "Driver 1: Owes Rp16,800 on 22 November 2026; limit Rp1,000.",
      "Driver 2: Owes not yet known on 22 November 2026; limit Rp1,000.",
    ]);
  });

  it("never fills an item's unknown fact with the applicant's own", () => {
    const pack = packWith({
      all: [
        { any: [is("debt", 0), { not: is("debt", 0) }] },
        {
          every: "drivers",
          conditions: {
            all: [
              { ...is("open", true), unmet: { id: "Berutang {debt}.", en: "Owes {debt}." } },
              { any: [is("debt", 0), { not: is("debt", 0) }] },
            ],
          },
        },
      ],
    });
    expect(told(pack, { debt: 16_800, drivers: [{ open: false }] }).reasons).toEqual([
      "Driver 1: Owes not yet known.",
    ]);
  });

  it("quotes the date that stands on the value's side as it was given, not as it was moved", () => {
    const pack = packWith({
      fact: "asOf",
      operator: "onOrBefore",
      value: { fact: "paidThrough", params: { plus: "P1M" } },
      unmet: { id: "Terbayar sampai {paidThrough}.", en: "Paid through {paidThrough}." },
    });
    expect(told(pack, { paidThrough: "2026-08-31" }).reasons).toEqual([
      "Paid through 31 August 2026.",
    ]);
  });
});

describe("an explanation", () => {
  it("fills placeholders in titles and in the policy's own texts", () => {
    const pack = packWith(
      is("open", true),
      { title: { id: "Buka pada {asOf}" } },
      {
        title: { id: "Layanan, batas {parameter.limit}" },
        contact: { id: "Tanya sebelum {asOf}" },
        objection: { id: "Keberatan: {parameter.limit}" },
      },
    );
    const decision = decide(pack, { service: SERVICE, asOf, facts: { open: true } });
    expect(explain(pack, decision, "id")).toEqual({
      language: "id",
      summary:
        "Memenuhi syarat: Layanan, batas Rp1.000, 22 November 2026. Jawaban ini sementara: aturannya masih uji coba atau belum dipastikan.",
      requirements: [
        {
          id: "syarat",
          title: "Buka pada 22 November 2026",
          outcome: "met",
          enforcement: "required",
          reasons: [],
          sources: [],
        },
      ],
      contact: "Tanya sebelum 22 November 2026",
      objection: "Keberatan: Rp1.000",
    });
  });

  it("names what is unknown of an undetermined requirement", () => {
    const pack = packWith({
      all: [is("open", true), { every: "drivers", conditions: is("debt", 0) }],
    });
    expect(told(pack, { drivers: [{ debt: 0 }, null] }).reasons).toEqual([
      "Not yet known: Open.",
      "Not yet known: Driver 2: Debt.",
    ]);
  });

  it("names at most twenty unknown facts in its summary, and all of them in its reasons", () => {
    const pack = packWith({ every: "drivers", conditions: is("open", true) });
    const drivers = Array.from({ length: 21 }, () => ({}));
    const decision = decide(pack, { service: SERVICE, asOf, facts: { drivers } });
    const { summary, requirements } = explain(pack, decision, "en");
    const names = drivers.map((_, index) => `Driver ${index + 1}: Open`);
    expect(summary).toContain(`Not yet known: ${names.slice(0, 20).join("; ")}; and 1 more.`);
    expect(requirements[0]?.reasons).toEqual(names.map((name) => `Not yet known: ${name}.`));
  });

  it("tells a decision of a prepared policy as of its pack, and none of another policy or day", () => {
    const pack = packWith({ all: [is("open", true), is("debt", 0)] });
    const judge = prepare(pack, { service: SERVICE, asOf });
    const decision = judge.decide({ open: false });
    expect(explain(judge, decision, "en")).toEqual(explain(pack, decision, "en"));
    const others = [
      prepare(packWith(is("open", false)), { service: SERVICE, asOf }),
      prepare(pack, { service: SERVICE, asOf: "2026-11-23" }),
    ];
    for (const other of others) {
      expect(() => explain(other, decision, "en")).toThrow(
        expect.objectContaining({ code: "decision-foreign" }),
      );
    }
  });

  it("refuses a decision of other rules", () => {
    const decision = decide(packWith(is("open", true)), {
      service: SERVICE,
      asOf,
      facts: { open: true },
    });
    expect(() => explain(packWith(is("open", false)), decision, "en")).toThrow(
      expect.objectContaining({ code: "decision-foreign" }),
    );
  });

  it("refuses a decision whose evidence was tampered with", () => {
    const pack = packWith({ all: [is("open", true), is("debt", 0)] });
    const decision = decide(pack, { service: SERVICE, asOf, facts: { open: true } });
    const cut = decision.requirements.map((entry) => ({
      ...entry,
      evidence: entry.evidence.slice(1),
    }));
    expect(() => explain(pack, { ...decision, requirements: cut }, "en")).toThrow(
      expect.objectContaining({ code: "decision-foreign" }),
    );
  });
});
