import { describe, expect, test } from "vitest";
import { allClauses } from "../../../src/analysis/statement/clauses.ts";
import { clauseFor } from "./support.ts";

const active = { fact: "coverage.status", operator: "equal", value: "AKTIF" };
const registered = { fact: "trader.registered", operator: "equal", value: true };

/** Number, path and Indonesian words of a condition's clauses. */
function told(condition: object): readonly (readonly string[])[] {
  return allClauses(clauseFor(condition)).map(({ number, path, words }) => [
    number,
    path,
    words.id,
  ]);
}

describe("a condition as clauses", () => {
  test("numbers what stands below, with paths as evidence has them", () => {
    expect(told({ all: [active, { any: [registered, { not: active }] }] })).toEqual([
      ["1.1", "", "semua dari yang berikut"],
      ["1.1.1", "all/0", "Status: “aktif”"],
      ["1.1.2", "all/1", "sedikitnya salah satu dari yang berikut"],
      ["1.1.2.1", "all/1/any/0", "Pedagang tercatat: ya"],
      ["1.1.2.2", "all/1/any/1/not", "Status: bukan “aktif”"],
    ]);
  });

  test.each([
    [{ not: { all: [active] } }, "tidak semua dari yang berikut"],
    [{ not: { any: [active] } }, "tidak satu pun dari yang berikut"],
    [{ every: "drivers", conditions: active }, "bagi setiap pengemudi"],
    [{ some: "drivers", conditions: active }, "bagi sedikitnya satu pengemudi"],
    [{ not: { every: "drivers", conditions: active } }, "tidak bagi setiap pengemudi"],
    [{ not: { some: "drivers", conditions: active } }, "tidak bagi satu pun pengemudi"],
  ])("%j stands under: %s", (condition, words) => {
    const [top, below] = told(condition);
    expect([top?.[2], below?.[2]]).toEqual([words, "Status: “aktif”"]);
  });

  test("says where a demand on every item is met by a group without items", () => {
    const tested = { fact: "test.last", operator: "before", value: { fact: "asOf" } };
    expect(told({ every: "vehicles", conditions: tested })).toEqual([
      ["1.1", "every", "bagi setiap kendaraan (juga bila tidak ada)"],
      ["1.1.1", "every/#", "Uji terakhir: sebelum tanggal keputusan (22 November 2026)"],
    ]);
    expect(told({ some: "vehicles", conditions: tested })[0]?.[2]).toBe(
      "bagi sedikitnya satu kendaraan",
    );
  });

  test("tells the weaker provenance and every doubt where a not and its condition are one clause", () => {
    const leaf = { ...active, provenance: "reported", doubt: { id: "Satu?", en: "One?" } };
    const { assurance } = clauseFor({ not: leaf, provenance: "assumed", doubt: { id: "Dua?" } });
    expect(assurance).toEqual({
      provenance: "assumed",
      doubt: { id: "Dua? Satu?", en: "Dua? One?" },
    });
  });

  test("says what each leaf reads", () => {
    const due = {
      fact: "test.last",
      operator: "onOrAfter",
      value: { fact: "asOf", params: { minus: { fact: "parameter.grace" } } },
    };
    expect(clauseFor(due).reads).toEqual(["test.last", "asOf", "parameter.grace"]);
  });
});
