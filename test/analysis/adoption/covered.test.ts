import { describe, expect, it } from "vitest";
import { recordOf } from "../../../src/pack/adoptions/seal.ts";
import {
  adopt,
  CASES,
  FIRST,
  type Files,
  placesTold,
  RECORD,
  swap,
  told,
  WORLD,
  without,
} from "./support/world.ts";

const ADOPTED = adopt(WORLD);
const FACTS = "facts.json";
const PARAMETERS = "parameters.json";
const SOURCES = "sources.json";
const CONDITIONS = "kota/conditions.json";

interface Change {
  readonly what: string;
  readonly path: string;
  readonly from: string;
  readonly to: string;
  /** Place and code of every diagnostic. */
  readonly told: readonly string[];
}

const change = (
  what: string,
  path: string,
  from: string,
  to: string,
  ...lines: string[]
): Change => ({
  what,
  path,
  from,
  to,
  told: lines.map((line) => `${line} error LYK509`),
});

const SEALED: readonly Change[] = [
  change("the policy's title", FIRST, "Sewa kios", "Sewa lapak", `${FIRST}:2:3`),
  change("a title in the other language", FIRST, ', "en": "Kiosk lease"', "", `${FIRST}:2:3`),
  change("the office in charge", FIRST, "Dinas Perdagangan", "Dinas Lain", `${FIRST}:3:3`),
  change("who applies", FIRST, `"status"`, `"applicant": "person",\n  "status"`, `${FIRST}:4:3`),
  change(
    "a contact that joins",
    FIRST,
    `"status"`,
    `"contact": { "id": "Loket 3" },\n  "status"`,
    `${FIRST}:4:3`,
  ),
  change(
    "a requirement's title",
    FIRST,
    `"id": "Terlindungi"`,
    `"id": "Dilindungi"`,
    `${FIRST}:8:7`,
  ),
  change(
    "a requirement's enforcement",
    FIRST,
    `"enforcement": "required"`,
    `"enforcement": "advisory"`,
    `${FIRST}:9:7`,
  ),
  change("a requirement's source", FIRST, `"article": "17"`, `"article": "18"`, `${FIRST}:10:7`),
  change(
    "a requirement's provenance",
    FIRST,
    `"provenance": "reported"`,
    `"provenance": "assumed"`,
    `${FIRST}:11:7`,
  ),
  change(
    "a text told to citizens",
    FIRST,
    "Penghasilan melebihi",
    "Pendapatan melebihi",
    `${FIRST}:20:7`,
  ),
  change("an operator", FIRST, "lessThanInclusive", "lessThan", `${FIRST}:22:7`),
  change(
    "a when that joins",
    FIRST,
    `"unmet": { "id": "Peng`,
    `"when": { "fact": "land.hectares", "operator": "lessThan", "value": 1 },\n      "unmet": { "id": "Peng`,
    `${FIRST}:20:7`,
  ),
  change(
    "a scope that joins",
    FIRST,
    `"requirements"`,
    `"scope": { "fact": "land.hectares", "operator": "lessThan", "value": 9 },\n  "requirements"`,
    `${FIRST}:5:3`,
  ),
  change(
    "a requirement's id",
    FIRST,
    `"id": "penghasilan"`,
    `"id": "pendapatan"`,
    `${FIRST}:5:3`,
    `${FIRST}:14:5`,
  ),
  change("a shared condition", CONDITIONS, "onOrAfter", "after", `${CONDITIONS}:3:5`),
  change("a shared condition's text", CONDITIONS, "Status {", "Keadaan {", `${CONDITIONS}:3:5`),
  change("a fact's label", FACTS, `"id": "Penghasilan"`, `"id": "Pendapatan"`, `${FACTS}:11:5`),
  change("who says a fact", FACTS, `"source": "applicant"`, `"source": "office"`, `${FACTS}:11:5`),
  change("a code's words", FACTS, `"id": "tidak aktif"`, `"id": "mati"`, `${FACTS}:5:62`),
  change("a code's words in English", FACTS, `, "en": "active"`, "", `${FACTS}:5:18`),
  change("a code that goes", FACTS, `, "NONAKTIF": { "id": "tidak aktif" }`, "", `${FACTS}:5:7`),
  change("a parameter's label", PARAMETERS, "Batas penghasilan", "Batas", `${PARAMETERS}:3:5`),
  change(
    "a parameter's source",
    PARAMETERS,
    `"article": "4"`,
    `"article": "5"`,
    `${PARAMETERS}:6:7`,
  ),
  change("a parameter's value", PARAMETERS, "2000000", "2500000", `${PARAMETERS}:8:9`),
  change("a later value that was announced", PARAMETERS, "3000000", "3500000", `${PARAMETERS}:9:9`),
  change("who confirmed a value", PARAMETERS, `"by": "Hukum"`, `"by": "Umum"`, `${PARAMETERS}:8:9`),
  change(
    "a value that goes",
    PARAMETERS,
    `,\n        { "from": "2026-07-01", "value": 3000000, "provenance": "reported" }`,
    "",
    `${PARAMETERS}:7:7`,
  ),
  change("a duration", PARAMETERS, "P1M", "P2M", `${PARAMETERS}:13:96`),
  change("a source's title", SOURCES, "UU 24/2011", "UU 24 Tahun 2011", `${SOURCES}:4:5`),
  change("a source of a parameter alone", SOURCES, "Perda 3/2025", "Perda 3", `${SOURCES}:3:5`),
];

const FREE: readonly Change[] = [
  change("white space and line ends", FIRST, "\n", "\r\n\r\n"),
  change(
    "the order of keys",
    FIRST,
    `"enforcement": "required",\n      "sources": [{ "source": "uu", "article": "17" }],`,
    `"sources": [{ "article": "17", "source": "uu" }],\n      "enforcement": "required",`,
  ),
  change(
    "the policy's $schema",
    FIRST,
    `{\n`,
    `{\n  "$schema": "../../schema/policy.schema.json",\n`,
  ),
  change("a policy's note", FIRST, `"status"`, `"note": { "id": "Untuk staf." },\n  "status"`),
  change("a requirement's note", FIRST, "Catatan.", "Catatan lain."),
  change(
    "a note in a condition",
    CONDITIONS,
    `"value": "AKTIF" }`,
    `"value": "AKTIF", "note": { "id": "x" } }`,
  ),
  change(
    "a fact's note",
    FACTS,
    `"label": { "id": "Status" }`,
    `"label": { "id": "Status" }, "note": { "id": "x" }`,
  ),
  change("a parameter's note", PARAMETERS, "Per bulan.", "Sebulan."),
  change(
    "a value's note",
    PARAMETERS,
    `"on": "2025-01-02" }`,
    `"on": "2025-01-02", "note": { "id": "x" } }`,
  ),
  change("a source's until", SOURCES, `"date": "2011",`, `"date": "2011", "until": "2026-06-30",`),
  change("a source's note", SOURCES, `"date": "2011",`, `"date": "2011", "note": { "id": "x" },`),
  change("a fact that the policy does not read", FACTS, "Luas lahan", "Luas"),
  change("a condition that it does not use", CONDITIONS, `"value": 2 }`, `"value": 3 }`),
  change("a source that it does not cite", SOURCES, "Sumber lain", "Sumber itu"),
  change("a group that it does not read", FACTS, `"id": "Pengemudi"`, `"id": "Sopir"`),
  change("a code that joins", FACTS, `"NONAKTIF"`, `"TENGGANG": { "id": "tenggang" }, "NONAKTIF"`),
  change(
    "a parameter's further source",
    PARAMETERS,
    `"article": "4" }]`,
    `"article": "4" }, { "source": "lain" }]`,
  ),
  change(
    "a fact that joins the catalogue",
    FACTS,
    `"land.hectares"`,
    `"land.leased": { "type": "boolean", "label": { "id": "Sewa" }, "source": "applicant", "personal": false },\n    "land.hectares"`,
  ),
  change("a case", "kota/kios/cases.json", "Lunas", "Lunas tepat waktu"),
];

function changed({ path, from, to }: Change): Files {
  return swap(ADOPTED, path, from, to);
}

describe("an adopted version cannot be altered unnoticed", () => {
  it("fits as it was adopted", () => {
    expect(told(ADOPTED)).toEqual([]);
  });

  it.each(SEALED)("told at its line: $what", (one) => {
    expect(placesTold(changed(one))).toEqual(one.told);
    expect(placesTold(changed(one), "2028-01-01")).toEqual(one.told);
  });

  it.each(FREE)("not a matter of the seal: $what", (one) => {
    expect(told(changed(one))).toEqual([]);
  });

  it("says what was changed, of which version, and what to do instead", () => {
    expect(told(swap(ADOPTED, PARAMETERS, "2000000", "2500000"))).toEqual([
      'parameters.json:8:9 error LYK509 the value of the parameter "batas" from 2025-01-01 was changed, though it was adopted: kota/kios 2026-01-01\n' +
        'help: put it back as it was; a new value stands beside the old one, with a "from" to come; a rule that changes from a day on is a new version (layak new kota/kios); if what was adopted is a mistake: layak adopt kota/kios --from 2026-01-01 --correct --by NAME --why REASON',
    ]);
  });

  it("takes a condition written out anew for another text", () => {
    const named = {
      ...ADOPTED,
      [CONDITIONS]: (ADOPTED[CONDITIONS] ?? "").replace(`"bebas"`, `"aktif"`),
    };
    const moved = swap(named, FIRST, `{ "condition": "terlindungi" }`, `{ "condition": "aktif" }`);
    expect(placesTold(moved)).toEqual([`${FIRST}:12:7 error LYK509`]);
  });

  it("a code that joins is told where applicants can reach all codes: it is another remedy", () => {
    const status = `"personal": true\n    }`;
    const reachable = swap(WORLD, FACTS, status, `"personal": true, "actionable": true\n    }`);
    const joined = swap(adopt(reachable), FACTS, `"NONAKTIF"`, `"LAIN": { "id": "x" }, "NONAKTIF"`);
    expect(placesTold(joined)).toEqual([`${FACTS}:3:5 error LYK509`]);
  });

  it("a requirement that joins or goes is told once", () => {
    const text = ADOPTED[FIRST] ?? "";
    const one = text.slice(
      text.indexOf('    {\n      "id": "penghasilan"'),
      text.lastIndexOf("\n  ]"),
    );
    const gone = swap(ADOPTED, FIRST, `,\n${one}`, "");
    expect(told(gone).map((line) => line.split("\n")[0])).toEqual([
      `${FIRST}:5:3 error LYK509 the requirement "penghasilan" was taken away, though it was adopted: kota/kios 2026-01-01`,
    ]);
    const more = swap(ADOPTED, FIRST, one, `${one},\n${one.replace("penghasilan", "lagi")}`);
    expect(told(more).map((line) => line.split("\n")[0])).toEqual([
      `${FIRST}:24:5 error LYK509 the requirement "lagi" was put in, though it was adopted: kota/kios 2026-01-01`,
    ]);
  });

  it("another order of requirements is told: it is the order in which reasons are", () => {
    const text = ADOPTED[FIRST] ?? "";
    const [head = "", first = "", second = ""] = text.split(/(?<=\[\n|},\n)(?= {4}\{\n)/);
    const end = second.indexOf("\n  ]");
    const turned = `${head}${second.slice(0, end)},\n${first.replace(/,\n$/, "")}${second.slice(end)}`;
    expect(placesTold({ ...ADOPTED, [FIRST]: turned })).toEqual([`${FIRST}:5:3 error LYK509`]);
  });

  it("an entry of the city that takes the place of the nation's is told where it stands", () => {
    const national = JSON.parse(ADOPTED[SOURCES] ?? "");
    const own = { sources: { uu: { ...national.sources.uu, title: { id: "UU Kota" } } } };
    expect(placesTold({ ...ADOPTED, "kota/sources.json": JSON.stringify(own, null, 2) })).toEqual([
      "kota/sources.json:3:5 error LYK509",
    ]);
  });

  it("what several versions rest on is told once, naming them", () => {
    const cases = swap(WORLD, "kota/kios/cases.json", `"2026-02-01"`, `"2026-02-01"`);
    const both = adopt({
      ...cases,
      "kota/trayek/2026-01-01.json": WORLD[FIRST] ?? "",
      "kota/trayek/cases.json": WORLD["kota/kios/cases.json"] ?? "",
    });
    const all = adopt(both, { service: "kota/trayek" });
    expect(
      told(swap(all, CONDITIONS, "onOrAfter", "after")).map((line) => line.split("\n")[0]),
    ).toEqual([
      `${CONDITIONS}:3:5 error LYK509 the shared condition "terlindungi" was changed, though it was adopted: kota/kios 2026-01-01, kota/trayek 2026-01-01`,
    ]);
  });
});

describe("a version rests on all that it reads or tells", () => {
  const amount = (id: string) =>
    `"${id}": { "type": "money", "label": { "id": "${id}" }, "unit": "bulan", "sources": [], "values": [{ "from": "2025-01-01", "value": 1, "provenance": "assumed" }] },\n    `;
  const parameters = swap(
    WORLD,
    PARAMETERS,
    `"tenggang"`,
    `${amount("biaya")}${amount("denda")}"tenggang"`,
  );
  const scoped = swap(
    parameters,
    FIRST,
    `"requirements"`,
    `"scope": { "fact": "land.hectares", "operator": "lessThan", "value": 9 },\n  "contact": { "id": "Biaya {parameter.biaya}." },\n  "requirements"`,
  );
  const grouped = swap(
    scoped,
    FIRST,
    `"unmet": {`,
    `"when": { "some": "drivers", "conditions": { "fact": "driver.age", "operator": "greaterThan", "value": 60 } },\n      "unmet": {`,
  );
  const catalogue = swap(
    grouped,
    FACTS,
    `"land.hectares"`,
    `"driver.age": { "type": "integer", "label": { "id": "Usia" }, "source": "applicant", "personal": true },\n    "land.hectares"`,
  );
  const member = swap(
    catalogue,
    FACTS,
    `"facts": ["coverage.status"]`,
    `"facts": ["coverage.status", "driver.age"]`,
  );
  const told = swap(member, CONDITIONS, "Status {coverage.status}.", "Denda {parameter.denda}.");
  const cases = swap(
    told,
    "kota/kios/cases.json",
    `"household.income"`,
    `"land.hectares": 1, "household.income"`,
  );
  const adopted = adopt(cases);

  it.each([
    ["the fact of its scope", FACTS, "Luas lahan"],
    ["the fact of a group's item", FACTS, "Usia"],
    ["the group", FACTS, "Pengemudi"],
    ["a parameter that its own text tells", PARAMETERS, `"label": { "id": "biaya" }`],
    ["a parameter that a shared condition's text tells", PARAMETERS, `"label": { "id": "denda" }`],
    ["a parameter's unit", PARAMETERS, `"unit": "bulan"`],
    ["a duration's label", PARAMETERS, `"id": "Tenggang"`],
  ])("%s", (_what, path, words) => {
    const other = words.startsWith('"') ? words.replace(/"([^"]*)"( \})?$/, '"lain"$2') : "lain";
    expect(placesTold(swap(adopted, path, words, other))).toEqual([
      expect.stringMatching(new RegExp(`^${path}:.* error LYK509$`)),
    ]);
  });

  it("but not a note of a group", () => {
    const group = `"label": { "id": "Pengemudi" }`;
    const noted = swap(adopted, FACTS, group, `${group}, "note": { "id": "x" }`);
    expect(placesTold(noted)).toEqual([]);
  });

  it("a fact of the group that an item may have no longer", () => {
    const fewer = swap(adopted, FACTS, `["coverage.status", "driver.age"]`, `["driver.age"]`);
    expect(placesTold(fewer)).toEqual([expect.stringMatching(/^facts.json:.* error LYK509$/)]);
    const more = swap(
      adopted,
      FACTS,
      `["coverage.status", "driver.age"]`,
      `["coverage.status", "driver.age", "land.hectares"]`,
    );
    expect(placesTold(more)).toEqual([]);
  });
});

describe("a version rests on all that it computes with", () => {
  const parameters = swap(
    WORLD,
    PARAMETERS,
    `"tenggang"`,
    `"upah": { "type": "money", "by": "district", "label": { "id": "Upah" }, "sources": [{ "source": "lain" }], "values": [{ "from": "2025-01-01", "value": { "3673": 4000000 }, "provenance": "assumed" }] },\n    "tenggang"`,
  );
  const catalogue = swap(
    parameters,
    FACTS,
    `"land.hectares"`,
    `"perPerson": { "type": "money", "label": { "id": "Per orang" }, "source": "system", "personal": true, "compute": { "operation": "quotient", "of": [{ "operation": "difference", "of": [{ "fact": "total" }, { "fact": "parameter.upah" }] }, { "fact": "drivers.count" }], "scale": 0, "rounding": "down" } },
    "total": { "type": "money", "label": { "id": "Jumlah" }, "source": "system", "personal": true, "compute": { "operation": "sum", "of": [{ "over": "drivers", "fact": "wage" }] } },
    "wage": { "type": "money", "label": { "id": "Gaji" }, "source": "applicant", "personal": true },
    "district": { "type": "code", "codes": { "3673": { "id": "Kota Serang" } }, "label": { "id": "Daerah" }, "source": "applicant", "personal": true },
    "workplace": { "type": "code", "codes": { "3673": { "id": "Kota Serang" } }, "label": { "id": "Tempat" }, "source": "applicant", "personal": true },
    "land.hectares"`,
  );
  const member = swap(
    catalogue,
    FACTS,
    `"facts": ["coverage.status"]`,
    `"facts": ["coverage.status", "wage"]`,
  );
  const reading = swap(member, FIRST, `"fact": "household.income"`, `"fact": "perPerson"`);
  const adopted = adopt(
    swap(
      reading,
      CASES,
      `"household.income": 2000000`,
      `"district": "3673", "drivers": [{ "coverage.status": "AKTIF", "wage": 5000000 }]`,
    ),
  );

  it.each([
    ["the computation that it reads", FACTS, `"rounding": "down"`, `"rounding": "up"`],
    ["one that this is computed from", FACTS, `"operation": "sum"`, `"operation": "maximum"`],
    ["a fact of a group's items", FACTS, `"id": "Gaji"`, `"id": "Upah"`],
    ["the group", FACTS, "Pengemudi", "Sopir"],
    ["the fact that a table is by", FACTS, `"id": "Daerah"`, `"id": "Wilayah"`],
    ["a value of a table", PARAMETERS, "4000000", "4100000"],
    ["by what a table is", PARAMETERS, `"by": "district"`, `"by": "workplace"`],
    ["the source of a table", SOURCES, "Sumber lain", "Sumber itu"],
  ])("%s", (_what, path, words, others) => {
    expect(told(adopted)).toEqual([]);
    expect(placesTold(swap(adopted, path, words, others))).toContainEqual(
      expect.stringMatching(new RegExp(`^${path}:.* error LYK509$`)),
    );
  });
});

describe("the record of adoptions", () => {
  it("knows every adopted version", () => {
    expect(placesTold(swap(WORLD, FIRST, `"pilot"`, `"adopted"`))).toEqual([
      `${FIRST}:4:13 error LYK506`,
    ]);
    expect(placesTold(without(ADOPTED, RECORD))).toEqual([`${FIRST}:4:13 error LYK506`]);
  });

  it("misses a version whose file is gone, or that is adopted no longer", () => {
    const other = { ...ADOPTED, "kota/kios/2025-01-01.json": WORLD[FIRST] ?? "" };
    expect(placesTold(without(other, FIRST))).toEqual([`${RECORD}:7:18 error LYK507`]);
    expect(placesTold(swap(ADOPTED, FIRST, `"adopted"`, `"pilot"`))).toEqual([
      `${FIRST}:4:13 error LYK508`,
    ]);
    expect(placesTold(swap(ADOPTED, FIRST, `"adopted"`, `"draft"`))).toContain(
      `${FIRST}:4:13 error LYK508`,
    );
  });

  it.each([
    ["who", `"by": "Wali Kota"`, `"by": "Wakil"`],
    ["when", `"on": "2025-11-30"`, `"on": "2025-11-29"`],
    ["why", "Perwal 9/2025", "Perwal 8/2025"],
    ["a digest", /"title": "[0-9a-f]{4}/.exec(ADOPTED[RECORD] ?? "")?.[0] ?? "", `"title": "0000`],
  ])("tells that %s was altered", (_what, from, to) => {
    expect(placesTold(swap(ADOPTED, RECORD, from, to))).toEqual([`${RECORD}:4:5 error LYK512`]);
  });

  it("tells a seal that is not that of its parts, though the entry was joined anew", () => {
    const { adoptions } = JSON.parse(ADOPTED[RECORD] ?? "");
    const forged = { ...adoptions[0], parts: {} };
    const joined = { adoptions: [{ ...forged, record: recordOf(forged, undefined) }] };
    expect(placesTold({ ...ADOPTED, [RECORD]: JSON.stringify(joined) })).toEqual([
      `${RECORD}:1:15 error LYK512`,
    ]);
  });

  it("tells an entry that is wrong like any other mistake", () => {
    expect(placesTold(swap(ADOPTED, RECORD, `"kind": "adopted"`, `"kind": "signed"`))).toContain(
      `${RECORD}:5:15 error LYK303`,
    );
  });

  it("a record that is not JSON is one mistake, and no other", () => {
    expect(placesTold({ ...ADOPTED, [RECORD]: "{" })).toEqual([`${RECORD}:1:2 error LYK108`]);
  });
});
