import { describe, expect, it } from "vitest";
import { suggestCases } from "../../../src/analysis/suggest/suggest.ts";
import { fact, packOf, policy, type RulesParts, requirement, SERVICE } from "../../support/pack.ts";

const FACTS = {
  "person.member": fact({ type: "boolean", label: { id: "Anggota" } }),
  "person.born": fact({ type: "date", label: { id: "Tanggal lahir" } }),
};
const MEMBER = requirement(
  "member",
  { fact: "person.member", operator: "equal", value: true },
  { title: { id: "Keanggotaan" } },
);
const ADULT = requirement(
  "adult",
  {
    fact: "person.born",
    operator: "onOrBefore",
    value: { fact: "asOf", params: { minus: "P17Y" } },
  },
  { title: { id: "Dewasa" } },
);
const BOTH = policy([MEMBER, ADULT]);
const ELIGIBLE = {
  name: "Ibu yang lama menjadi anggota",
  asOf: "2026-03-31",
  facts: { "person.member": true, "person.born": "1985-04-12" },
  expect: { outcome: "eligible" },
};

function suggested(parts: RulesParts) {
  const pack = packOf(parts);
  const service = pack.services.get(SERVICE);
  return service === undefined ? [] : suggestCases(pack, service);
}

describe("suggested cases", () => {
  const cases = suggested({
    facts: FACTS,
    policies: { "2026-01-01": BOTH },
    cases: [ELIGIBLE],
  });

  it("vary a case that is there, one fact each, and say what they test and how it comes out", () => {
    expect(cases.map(({ test }) => [test.name, test.facts])).toEqual([
      [
        "Ditolak hanya karena: Keanggotaan",
        { "person.member": false, "person.born": "1985-04-12" },
      ],
      ["Ditolak hanya karena: Dewasa", { "person.member": true, "person.born": "2009-04-01" }],
      [
        "Tepat di batas: Tanggal lahir 31 Maret 2009, diterima",
        { "person.member": true, "person.born": "2009-03-31" },
      ],
      ["Belum diketahui: Anggota, belum dapat diputuskan", { "person.born": "1985-04-12" }],
      ["Belum diketahui: Tanggal lahir, belum dapat diputuskan", { "person.member": true }],
    ]);
    expect(new Set(cases.map(({ like }) => like?.name))).toEqual(new Set([ELIGIBLE.name]));
  });

  it("expect what the policy answers, unconfirmed, and ask for a look", () => {
    expect(cases[0]?.test).toEqual({
      name: "Ditolak hanya karena: Keanggotaan",
      asOf: "2026-03-31",
      facts: { "person.member": false, "person.born": "1985-04-12" },
      expect: { outcome: "ineligible", unmet: ["member"], missing: [] },
      note: {
        id: "Disarankan dari aturan sekarang, belum dipastikan: periksa apakah hasilnya memang yang dimaksud.",
        en: "Suggested from the policy as it is, not confirmed: check that the result is what was meant.",
      },
    });
  });

  it("begin with somebody eligible where there is no case, and vary that", () => {
    const [first, second] = suggested({ facts: FACTS, policies: { "2026-01-01": BOTH } });
    expect([first?.test.name, first?.test.expect, first?.like]).toEqual([
      "Diterima: semua syarat terpenuhi",
      { outcome: "eligible", unmet: [] },
      null,
    ]);
    expect(second?.test.facts).toEqual({ ...first?.test.facts, "person.member": false });
    expect(second?.like).toEqual({
      name: first?.test.name,
      edits: [{ kind: "fact", id: "person.member", to: false }],
    });
  });

  it("name the version of a draft, and tell versions apart by their first day", () => {
    const [first] = suggested({
      facts: FACTS,
      policies: {
        "2026-01-01": policy([MEMBER]),
        "2027-01-01": { ...BOTH, status: "draft" },
      },
      cases: [ELIGIBLE],
    }).filter(({ version }) => version === "2027-01-01");
    expect(first?.test).toMatchObject({
      name: "Diterima: semua syarat terpenuhi (aturan mulai 1 Januari 2027)",
      asOf: "2027-01-01",
      version: "2027-01-01",
    });
  });

  it("never take a name that is taken", () => {
    const taken = { ...ELIGIBLE, name: "Ditolak hanya karena: Keanggotaan" };
    const [first] = suggested({ facts: FACTS, policies: { "2026-01-01": BOTH }, cases: [taken] });
    expect(first?.test.name).toBe("Ditolak hanya karena: Keanggotaan (2)");
  });

  it("let the clause decide by itself: others that would hide it hold", () => {
    const [first] = suggested({
      facts: {
        listed: fact({ type: "list", items: { type: "string" }, label: { id: "Program" } }),
      },
      policies: {
        "2026-01-01": policy([
          requirement("both", {
            all: [
              { fact: "listed", operator: "contains", value: "JKK" },
              { fact: "listed", operator: "contains", value: "JKM" },
            ],
          }),
        ]),
      },
      cases: [
        {
          name: "Dua program",
          asOf: "2026-03-31",
          facts: { listed: ["JKK", "JKM"] },
          expect: { outcome: "eligible" },
        },
        {
          name: "Tanpa JKM",
          asOf: "2026-03-31",
          facts: { listed: ["JKK"] },
          expect: { outcome: "ineligible" },
        },
        { name: "Kosong", asOf: "2026-03-31", facts: {}, expect: { outcome: "undetermined" } },
      ],
    });
    expect([first?.test.name, first?.test.facts]).toEqual([
      "Ditolak – Program: tidak memuat “JKK”",
      { listed: ["JKM"] },
    ]);
  });

  it("start from who is eligible, were it only a suggestion itself", () => {
    const parts: RulesParts = {
      facts: {
        kind: fact({
          type: "code",
          codes: { A: { id: "a" }, B: { id: "b" } },
          label: { id: "Jenis" },
        }),
        place: fact({ type: "boolean", label: { id: "Di kota" } }),
      },
      policies: {
        "2026-01-01": policy(
          [requirement("kind", { fact: "kind", operator: "notEqual", value: "A" })],
          { scope: { fact: "place", operator: "equal", value: true } },
        ),
      },
    };
    const outside = (cases: readonly object[]) =>
      suggested({ ...parts, cases }).find(({ test }) => test.expect.outcome === "out-of-scope");
    const caseOf = (name: string, kind: string, outcome: string) => ({
      name,
      asOf: "2026-03-31",
      facts: { kind, place: true },
      expect: { outcome },
    });
    expect(outside([])?.test.facts).toEqual({ kind: "B", place: false });
    const cases = [caseOf("Ditolak", "A", "ineligible"), caseOf("Diterima", "B", "eligible")];
    expect(outside(cases)?.like?.name).toBe("Diterima");
  });

  it("test a limit where it decides, even if another case touches it", () => {
    const whole = (name: string) => fact({ type: "integer", minimum: 0, label: { id: name } });
    const atLeastTen = (id: string) => ({
      fact: id,
      operator: "greaterThanInclusive",
      value: 10,
    });
    const cases = suggested({
      facts: { seats: whole("Kursi"), doors: whole("Pintu") },
      policies: {
        "2026-01-01": policy([
          requirement("either", { any: [atLeastTen("seats"), atLeastTen("doors")] }),
        ]),
      },
    });
    const atLimit = cases.filter(({ test }) => test.name.startsWith("Tepat di batas"));
    expect(atLimit.map(({ test }) => [test.name, test.facts])).toEqual([
      ["Tepat di batas: Kursi 10, diterima", { seats: 10, doors: 9 }],
      ["Tepat di batas: Pintu 10, diterima", { seats: 9, doors: 10 }],
    ]);
  });
});
