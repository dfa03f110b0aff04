import { expect, test } from "vitest";
import { policy, requirement } from "../../support/pack.ts";
import { DAY, stated } from "./support.ts";

const land = {
  fact: "land.hectares",
  operator: "lessThanInclusive",
  value: { fact: "parameter.limit" },
};

test("a policy is stated whole, with its amounts of the day and what it rests on", () => {
  const small = requirement("lahan", land, {
    title: { id: "Lahan paling banyak {parameter.limit}", en: "At most {parameter.limit}" },
    enforcement: "advisory",
    sources: [{ source: "law", article: "7" }],
    provenance: "confirmed",
    by: "Bagian Hukum",
    on: "2026-01-02",
    when: { fact: "trader.registered", operator: "equal", value: true },
    remedy: { id: "Bayar {parameter.fee}." },
  });
  const always = requirement("tercatat", {
    fact: "trader.registered",
    operator: "equal",
    value: true,
  });
  const whole = policy([small, always], {
    status: "adopted",
    until: "2026-12-15",
    contact: { id: "Kantor", en: "Office" },
    scope: { fact: "coverage.status", operator: "equal", value: "AKTIF", provenance: "assumed" },
  });
  const later = policy([always]);
  const law = { source: "law", title: { id: "UU Satu", en: "Law One" } };
  expect(stated({ policies: { "2025-01-01": whole, "2027-01-01": later } })).toEqual({
    service: "kota/layanan",
    asOf: DAY,
    title: { id: "Layanan", en: "Service" },
    status: "adopted",
    from: "2025-01-01",
    until: "2026-12-15",
    owner: "Dinas",
    contact: { id: "Kantor", en: "Office" },
    scope: {
      number: "0",
      kind: "leaf",
      path: "",
      negated: false,
      words: { id: "Status: “aktif”", en: "Status: “active”" },
      reads: ["coverage.status"],
      assurance: { provenance: "assumed" },
      clauses: [],
    },
    grants: [],
    requirements: [
      {
        number: "1",
        id: "lahan",
        title: { id: "Lahan paling banyak 2", en: "At most 2" },
        enforcement: "advisory",
        assurance: { provenance: "confirmed", by: "Bagian Hukum", on: "2026-01-02" },
        citations: [{ ...law, article: "7" }],
        when: {
          number: "1.1",
          kind: "leaf",
          path: "",
          negated: false,
          words: { id: "Pedagang tercatat: ya", en: "Registered trader: yes" },
          reads: ["trader.registered"],
          assurance: {},
          clauses: [],
        },
        conditions: {
          number: "1.2",
          kind: "leaf",
          path: "",
          negated: false,
          words: { id: "Luas lahan: paling banyak 2 ha", en: "Land: at most 2 ha" },
          reads: ["land.hectares", "parameter.limit"],
          assurance: {},
          clauses: [],
        },
      },
      expect.objectContaining({ number: "2", id: "tercatat", when: null }),
    ],
    computed: [],
    parameters: [
      {
        name: "parameter.limit",
        label: { id: "Batas lahan", en: "Limit of land" },
        level: "national",
        amount: { id: "2 ha", en: "2 ha" },
        from: "2026-01-01",
        next: { from: "2027-01-01", amount: { id: "3 ha", en: "3 ha" } },
        assurance: { provenance: "reported" },
        citations: [{ ...law, article: "3" }],
        onlyTold: false,
      },
      {
        name: "parameter.fee",
        label: { id: "Iuran", en: "Contribution" },
        level: "national",
        amount: { id: "Rp16.800", en: "Rp16,800" },
        from: "2025-01-01",
        next: null,
        assurance: { provenance: "reported" },
        citations: [law],
        onlyTold: true,
      },
    ],
    sources: [
      {
        id: "law",
        level: "national",
        title: { id: "UU Satu", en: "Law One" },
        kind: "law",
        date: "2011",
        text: "seen",
      },
    ],
  });
});

test("a parameter that has no value yet is told as not known", () => {
  const later = { ...land, fact: "drivers.count", value: { fact: "parameter.later" } };
  const [parameter] = stated({
    policies: { "2025-01-01": policy([requirement("a", later)]) },
  }).parameters;
  expect(parameter).toEqual({
    name: "parameter.later",
    label: { id: "Nanti", en: "Later" },
    level: "national",
    amount: { id: "belum diketahui", en: "not yet known" },
    from: null,
    next: { from: "2030-01-01", amount: { id: "5", en: "5" } },
    assurance: {},
    citations: [],
    onlyTold: false,
  });
});

test("only a version that is no draft ends the one before it", () => {
  const one = policy([requirement("a", land)]);
  const draft = policy([requirement("a", land)], { status: "draft" });
  const policies = { "2025-01-01": one, "2026-12-01": draft, "2027-03-01": one };
  expect(stated({ policies }, "2025-01-01").until).toBe("2027-02-28");
});
