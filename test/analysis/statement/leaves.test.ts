import { describe, expect, test } from "vitest";
import { OPERATORS } from "../../../src/engine/conditions/operators.ts";
import { clauseFor } from "./support.ts";

const leaf = (fact: string, operator: string, value: unknown, params?: object) => ({
  fact,
  operator,
  value,
  ...(params && { params }),
});
const asOf = (params?: object) => ({ fact: "asOf", ...(params && { params }) });

const status = "coverage.status";
const programmes = "coverage.programmes";
const both = ["JKK", "JKM"];

const SENTENCES: readonly (readonly [object, string, string])[] = [
  [leaf(status, "equal", "AKTIF"), "Status: “aktif”", "Status: “active”"],
  [leaf(status, "notEqual", "AKTIF"), "Status: bukan “aktif”", "Status: not “active”"],
  [
    leaf(status, "in", ["AKTIF", "NONAKTIF"]),
    "Status: salah satu dari “aktif”, “tidak aktif”",
    "Status: one of “active”, “inactive”",
  ],
  [
    leaf(status, "notIn", ["NONAKTIF"]),
    "Status: bukan salah satu dari “tidak aktif”",
    "Status: none of “inactive”",
  ],
  [
    leaf("land.hectares", "lessThan", 1.5),
    "Luas lahan: kurang dari 1,5 ha",
    "Land: less than 1.5 ha",
  ],
  [
    leaf("land.hectares", "lessThanInclusive", { fact: "parameter.limit" }),
    "Luas lahan: paling banyak 2 ha",
    "Land: at most 2 ha",
  ],
  [
    leaf("levy.paid", "greaterThan", { fact: "parameter.fee" }),
    "Retribusi: lebih dari Rp16.800",
    "Levy: more than Rp16,800",
  ],
  [
    leaf("levy.paid", "greaterThanInclusive", 1000),
    "Retribusi: paling sedikit Rp1.000",
    "Levy: at least Rp1,000",
  ],
  [
    leaf("drivers.count", "lessThan", { fact: "parameter.later" }),
    "jumlah Pengemudi: kurang dari Nanti (belum diketahui)",
    "number of: Driver: less than Later (not yet known)",
  ],
  [
    leaf("person.birthDate", "onOrBefore", asOf({ minus: "P65Y" })),
    "Tanggal lahir: paling lambat 65 tahun sebelum tanggal keputusan (22 November 1961)",
    "Date of birth: on or before 65 years before the decision date (22 November 1961)",
  ],
  [
    leaf("test.last", "onOrAfter", asOf({ minus: { fact: "parameter.grace" } })),
    "Uji terakhir: paling awal 3 bulan sebelum tanggal keputusan (22 Agustus 2026)",
    "Last test: on or after 3 months before the decision date (22 August 2026)",
  ],
  [
    leaf("test.last", "after", asOf(), { plus: "P6M" }),
    "Uji terakhir ditambah 6 bulan: sesudah tanggal keputusan (22 November 2026)",
    "Last test plus 6 months: after the decision date (22 November 2026)",
  ],
  [
    leaf("test.last", "before", { fact: "person.birthDate", params: { plus: "P1Y" } }),
    "Uji terakhir: sebelum 1 tahun sesudah Tanggal lahir",
    "Last test: before 1 year after Date of birth",
  ],
  [
    leaf("asOf", "onOrAfter", "2026-01-01"),
    "tanggal keputusan (22 November 2026): paling awal 1 Januari 2026",
    "the decision date (22 November 2026): on or after 1 January 2026",
  ],
  [leaf("trader.registered", "equal", true), "Pedagang tercatat: ya", "Registered trader: yes"],
  [
    leaf("trader.registered", "notEqual", true),
    "Pedagang tercatat: tidak",
    "Registered trader: no",
  ],
  [leaf("applicant.town", "equal", "Curug"), "Kecamatan: “Curug”", "District: “Curug”"],
  [
    leaf(programmes, "contains", "JKK"),
    "Program: memuat “kecelakaan”",
    "Programmes: contain “accident”",
  ],
  [
    leaf(programmes, "doesNotContain", "JKK"),
    "Program: tidak memuat “kecelakaan”",
    "Programmes: do not contain “accident”",
  ],
  [
    leaf(programmes, "everyValue:contains", both),
    "Program: memuat semua dari “kecelakaan”, “kematian”",
    "Programmes: contain all of “accident”, “death”",
  ],
  [
    leaf(programmes, "not:everyValue:contains", both),
    "Program: tidak lengkap memuat “kecelakaan”, “kematian”",
    "Programmes: lack at least one of “accident”, “death”",
  ],
  [
    leaf(programmes, "someValue:contains", both),
    "Program: memuat sedikitnya satu dari “kecelakaan”, “kematian”",
    "Programmes: contain at least one of “accident”, “death”",
  ],
  [
    leaf(programmes, "everyValue:doesNotContain", both),
    "Program: tidak memuat satu pun dari “kecelakaan”, “kematian”",
    "Programmes: contain none of “accident”, “death”",
  ],
  [
    leaf(programmes, "someFact:in", both),
    "Program: memuat sedikitnya satu dari “kecelakaan”, “kematian”",
    "Programmes: contain at least one of “accident”, “death”",
  ],
  [
    leaf(programmes, "everyFact:in", both),
    "Setiap isi Program: salah satu dari “kecelakaan”, “kematian”, atau daftarnya kosong",
    "Each of Programmes: one of “accident”, “death”, or the list is empty",
  ],
  [
    leaf(programmes, "not:someFact:equal", "JKK"),
    "Tidak satu pun dari Program: “kecelakaan”",
    "None of Programmes: “accident”",
  ],
];

describe("a leaf in words", () => {
  test.each(SENTENCES)("%j reads: %s", (condition, id, en) => {
    expect(clauseFor(condition).words).toEqual({ id, en });
  });

  test("has words for every operator", () => {
    const told = SENTENCES.map(([condition]) => JSON.stringify(condition));
    const untold = Object.keys(OPERATORS).filter(
      (name) => !told.some((one) => one.includes(`${name}"`)),
    );
    expect(untold).toEqual([]);
  });

  test("under a not reads as its opposite, without a double negation", () => {
    expect(clauseFor({ not: leaf(status, "notEqual", "AKTIF") })).toMatchObject({
      kind: "leaf",
      path: "not",
      negated: true,
      words: { id: "Status: “aktif”", en: "Status: “active”" },
    });
    expect(clauseFor({ not: { not: leaf(status, "equal", "AKTIF") } })).toMatchObject({
      path: "not/not",
      negated: false,
      words: { id: "Status: “aktif”", en: "Status: “active”" },
    });
  });
});
