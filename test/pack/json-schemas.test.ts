import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { choices, problemsIn } from "../support/editor.ts";

const POLICY = "rules/kota-serang/sewa-kios/2030-01-01.json";
const CASES = "rules/kota-serang/sewa-kios/cases.json";

/** A policy file whose requirement rests on this leaf; the cursor is where `|` stands. */
function policyWith(conditions: string): string {
  return `{ "requirements": [ { "id": "x", "sources": [ { "source": "uu-24-2011" } ], "conditions": ${conditions} } ] }`;
}

const shipped = readdirSync("rules", { recursive: true, encoding: "utf8" })
  .map((path) => join("rules", path))
  .filter((path) => path.endsWith(".json") && !path.startsWith("rules/schema/"));

describe("an editor that knows the schemas of the rules", () => {
  it("offers the facts with their labels where a leaf names one", async () => {
    const offered = await choices(POLICY, policyWith('{ "fact": "|" }'));
    expect(offered).toMatchObject({
      "coverage.status": "Status BPJS Ketenagakerjaan / BPJS Ketenagakerjaan status (code)",
      "land.hectares": expect.stringContaining("(number, ha)"),
      "drivers.count": "Jumlah Pengemudi / Number of: Driver (integer)",
      asOf: "Tanggal keputusan / Decision date (date)",
      "parameter.kendaraanTrayekMinimal": expect.stringContaining("(integer)"),
    });
    expect(offered).not.toHaveProperty("parameter.masaTenggang");
  });

  it.each([
    ["document.ktp", ["equal", "notEqual"], ["lessThan", "before", "contains"]],
    ["land.hectares", ["equal", "lessThan", "greaterThanInclusive"], ["before", "contains"]],
    ["person.birthDate", ["equal", "onOrBefore", "after"], ["lessThan", "contains"]],
    ["coverage.programmes", ["contains", "everyValue:contains", "someFact:in"], ["equal", "in"]],
  ])("offers for %s only operators that fit its type", async (fact, fitting, others) => {
    const offered = Object.keys(
      await choices(POLICY, policyWith(`{ "fact": "${fact}", "operator": "|" }`)),
    );
    expect(offered).toEqual(expect.arrayContaining(fitting));
    expect(offered.filter((name) => others.includes(name))).toEqual([]);
  });

  it("offers the codes of the fact, with their words, as its value", async () => {
    const leaf = '{ "fact": "coverage.status", "operator": "equal", "value": "|" }';
    expect(await choices(POLICY, policyWith(leaf))).toMatchObject({
      AKTIF: "aktif / active",
      TIDAK_TERDAFTAR: "belum pernah terdaftar / never enrolled",
    });
    const list = '{ "fact": "coverage.programmes", "operator": "contains", "value": "|" }';
    expect(Object.keys(await choices(POLICY, policyWith(list)))).toContain("JKK");
    const among = '{ "all": [ { "fact": "lease.kind", "operator": "in", "value": ["|"] } ] }';
    expect(Object.keys(await choices(POLICY, policyWith(among)))).toEqual(
      expect.arrayContaining(["BARU", "PERPANJANGAN"]),
    );
  });

  it("offers parameters to compare with, durations to move by, and shared conditions", async () => {
    const limit = '{ "fact": "land.hectares", "operator": "lessThan", "value": { "fact": "|" } }';
    const limits = Object.keys(await choices(POLICY, policyWith(limit)));
    expect(limits).toContain("parameter.lahanPupukApbd");
    expect(limits).not.toContain("coverage.status");
    const moved =
      '{ "fact": "person.birthDate", "operator": "before", "value": { "fact": "asOf", "params": { "minus": { "fact": "|" } } } }';
    expect(Object.keys(await choices(POLICY, policyWith(moved)))).toContain(
      "parameter.masaTenggang",
    );
    expect(Object.keys(await choices(POLICY, policyWith('{ "condition": "|" }')))).toEqual(
      expect.arrayContaining(["bpjs-aktif"]),
    );
  });

  it("offers the sources with their titles", async () => {
    const cited = '{ "requirements": [ { "sources": [ { "source": "|" } ] } ] }';
    expect(await choices(POLICY, cited)).toMatchObject({
      "uu-24-2011": expect.stringContaining("Law 24/2011"),
    });
  });

  it("offers facts and their codes in a case", async () => {
    expect(Object.keys(await choices(CASES, '[ { "facts": { "|" } } ]'))).toContain("kiosk.owner");
    const value = '[ { "facts": { "kiosk.owner": "|" } } ]';
    expect(Object.keys(await choices(CASES, value))).toContain("PEMKOT");
  });

  it("offers no computed fact in a case, which may not give one", async () => {
    const offered = Object.keys(await choices(CASES, '[ { "facts": { "|" } } ]'));
    expect(offered.filter((name) => name.startsWith("arrears."))).toEqual([]);
    const given = '[ { "facts": { "arrears.months": 2 } } ]';
    expect(await problemsIn(CASES, given)).toContainEqual(
      expect.stringContaining("arrears.months"),
    );
  });

  it("marks an operator that does not fit the type of its fact", async () => {
    const leaf = '{ "fact": "coverage.status", "operator": "lessThan", "value": "AKTIF" }';
    expect(await problemsIn(POLICY, policyWith(leaf))).toContainEqual(
      expect.stringContaining('"equal", "notEqual"'),
    );
  });

  it("marks a code that the fact does not have", async () => {
    const leaf = '{ "fact": "coverage.status", "operator": "equal", "value": "AKTIV" }';
    const found = await problemsIn(POLICY, policyWith(leaf));
    expect(found).toContainEqual(expect.stringContaining('"AKTIF"'));
  });

  it.each(shipped)("finds nothing wrong with %s", async (path) => {
    expect(await problemsIn(path, readFileSync(path, "utf8"))).toEqual([]);
  });
});
