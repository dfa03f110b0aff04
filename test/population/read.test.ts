import { describe, expect, it } from "vitest";
import { formatDiagnostic } from "../../src/pack/diagnostics/format.ts";
import { NO_MARGINALS } from "../../src/population/marginals.ts";
import { readMarginals, readWhatFits } from "../../src/population/read.ts";
import { AS_OF, marginalsOf, pack, populationWith, shares, valuesOf } from "./support/made.ts";

/** What is told of a file, as a terminal shows it, each with its place. */
function told(text: string, language: "id" | "en" = "en"): readonly string[] {
  const read = readMarginals("p.json", text, { pack, asOf: AS_OF, before: NO_MARGINALS });
  return read.ok ? [] : read.diagnostics.map((one) => formatDiagnostic(one, language));
}

const MARK = "»";

/** Messages with the places that are marked in a text, one each, in the order of the text. */
function at(marked: string, messages: readonly string[]): readonly string[] {
  const places = marked
    .split(MARK)
    .slice(0, -1)
    .map((_, index, parts) => {
      const before = parts
        .slice(0, index + 1)
        .join("")
        .split("\n");
      return `p.json:${before.length}:${(before.at(-1) ?? "").length + 1}`;
    });
  expect(places).toHaveLength(messages.length);
  return messages.map((message, index) => `${places[index]} ${message}`);
}

/** A file with these lines for its facts. */
function facts(...lines: readonly string[]): string {
  return `{ "facts": {\n${lines.join("\n")}\n} }`;
}

const ONE = '"provenance": "assumed", "shares"';

describe("a file of what a population is like", () => {
  it.each([
    [
      "an unknown fact",
      facts(`  »"statuss": { ${ONE}: [{ "share": 1, "value": "AKTIF" }] }`),
      ['error LYK203 unknown fact "statuss"\nhelp: did you mean "status"?'],
    ],
    [
      "a fact that Layak computes",
      facts(`  »"sum": { ${ONE}: [{ "share": 1, "value": 1 }] }`),
      ['error LYK706 "sum" is set by Layak and cannot be given\nhelp: take it out of the facts'],
    ],
    [
      "a NIK",
      facts(`  »"nik": { ${ONE}: [{ "share": 1, "value": "3673010101900001" }] }`),
      [
        'error LYK016 "nik" is a NIK, and a synthetic population has none\nhelp: take this fact out of the file',
      ],
    ],
    [
      "an unknown group",
      `{ "groups": {\n  »"driver": { "unknownItems": 0.1 } } }`,
      ['error LYK204 unknown group "driver"\nhelp: did you mean "drivers"?'],
    ],
    [
      "an unknown code",
      facts(`  "status": { ${ONE}: [{ "share": 1, "value": »"AKTIV" }] }`),
      ['error LYK209 "AKTIV" is not a code of "status"\nhelp: did you mean "AKTIF"?'],
    ],
    [
      "an unknown code within a list",
      facts(`  "programmes": { ${ONE}: [{ "share": 1, "value": ["JKK", »"JKN"] }] }`),
      ['error LYK209 "JKN" is not a code of "programmes"\nhelp: did you mean "JKK"?'],
    ],
    [
      "a number beyond the catalogue",
      facts(`  "children": { ${ONE}: [{ "share": 1, "from": 0, "to": »21 }] }`),
      [
        'error LYK313 the value of "children" must be at most 20, not 21\nhelp: put the value right, or the limit that is written for it',
      ],
    ],
    [
      "a count beyond the group's",
      `{ "groups": { "drivers": {\n  "count": { ${ONE}: [{ "share": 1, "from": »0, "to": 4 }] } } } }`,
      [
        'error LYK313 the value of "drivers.count" must be at least 1, not 0\nhelp: put the value right, or the limit that is written for it',
      ],
    ],
    [
      "a range that runs backwards",
      facts(`  "children": { ${ONE}: [{ "share": 1, "from": »5, "to": 2 }] }`),
      ['error LYK311 "from" (5) exceeds "to" (2)\nhelp: swap them, or put one right'],
    ],
    [
      "a range of what has no order",
      facts(`  "status": { ${ONE}: [{ "share": 1, "from": »"AKTIF", "to": "NONE" }] }`),
      ['error LYK201 unknown key "from"\nhelp: there are: "value", "unknown"'],
    ],
    [
      "a day that is none",
      facts(`  "born": { ${ONE}: [{ "share": 1, "value": »"31/12/2000" }] }`),
      [
        'error LYK307 "born": "31/12/2000" is not a date of the calendar\nhelp: did you mean "2000-12-31"?',
      ],
    ],
    [
      "a duration that is none",
      facts(
        `  "born": { ${ONE}: [{ "share": 1, "value":`,
        `    { "fact": "asOf", "params": { "minus": »"17 tahun" } } }] }`,
      ),
      ['error LYK310 "minus": "17 tahun" is not a duration\nhelp: did you mean "P17Y"?'],
    ],
    [
      "a day out of the calendar",
      facts(
        `  "born": { ${ONE}: [{ "share": 1, "value": { "fact": "asOf", "params": { "minus": »"P9999Y" } } }] }`,
      ),
      [
        'error LYK419 "asOf", moved by "P9999Y", leaves the years 1–9999\nhelp: write a shorter duration',
      ],
    ],
    [
      "shares that do not add up to 1",
      facts(
        `  "married": { ${ONE}: »[{ "share": 0.5, "value": true }, { "share": 0.4, "value": false }] }`,
      ),
      [
        'error LYK011 the shares of "married" add up to 0.9, not 1\nhelp: mend one of them, or write "of": 0.9 if that is what they are out of',
      ],
    ],
    [
      "shares that do not add up to what they are out of",
      facts(
        `  "married": { "of": »376162, ${ONE}: [{ "share": 122019, "value": true }, { "share": 255143, "value": false }] }`,
      ),
      [
        'error LYK011 the shares of "married" add up to 377162, not 376162\nhelp: mend one of them, or write "of": 377162 if that is what they are out of',
      ],
    ],
    [
      "a share below nothing",
      facts(
        `  "married": { ${ONE}: [{ "share": »-0.5, "value": true }, { "share": 1.5, "value": false }] }`,
      ),
      ['error LYK305 "share" must be at least 0, not -0.5\nhelp: write at least 0, or delete it'],
    ],
    [
      "no shares at all",
      facts(`  "married": { ${ONE}: »[] }`),
      ['error LYK306 "shares" must not be empty\nhelp: write at least one thing in it'],
    ],
    [
      "neither shares nor what it depends on",
      facts(`  "married": »{ "provenance": "assumed" }`),
      [
        'error LYK301 the key "shares" is missing\nhelp: add it, such as "shares": [{ "share": 1, "value": true }]',
      ],
    ],
    [
      "a share of nothing",
      facts(`  "married": { ${ONE}: [»{ "share": 1 }] }`),
      [
        'error LYK012 exactly one of "value", "from" and "to", "unknown" must stand here\nhelp: delete the others, or add one',
      ],
    ],
    [
      "a share of two things",
      facts(`  "married": { ${ONE}: [»{ "share": 1, "value": true, "unknown": true }] }`),
      [
        'error LYK012 exactly one of "value", "from" and "to", "unknown" must stand here\nhelp: delete the others, or add one',
      ],
    ],
    [
      "half a range",
      facts(`  "children": { ${ONE}: [»{ "share": 1, "from": 1 }] }`),
      [
        'error LYK012 exactly one of "value", "from" and "to", "unknown" must stand here\nhelp: delete the others, or add one',
      ],
    ],
    [
      "a misspelt key",
      facts(`  "married": { "provenance": "assumed", »"share": [{ "share": 1, "value": true }] }`),
      ['error LYK201 unknown key "share"\nhelp: did you mean "shares"?'],
    ],
    [
      "numbers that do not say what they rest on",
      facts(`  "married": { "shares": [»{ "share": 1, "value": true }] }`),
      [
        'error LYK301 the key "provenance" is missing\nhelp: add it, such as "provenance": "assumed"',
      ],
    ],
    [
      "a reported number without its report",
      facts(
        `  "married": { "provenance": "reported", "shares": [»{ "share": 1, "value": true }] }`,
      ),
      ['error LYK301 the key "report" is missing\nhelp: add it, such as "report": "000"'],
    ],
    [
      "a report that is not listed",
      `{ "reports": { "000": { "title": { "id": "Laporan" }, "publisher": "Koran", "date": "2021-05-19" } },\n  "facts": { "married": { "provenance": "reported", "report": »"001", "shares": [{ "share": 1, "value": true }] } } }`,
      ['error LYK001 unknown report "001"\nhelp: did you mean "000"?'],
    ],
    [
      "a code without a row",
      facts(
        `  "married": { "by": "status", "provenance": "assumed", "rows": »[`,
        `    { "values": ["AKTIF"], "shares": [{ "share": 1, "value": true }] }] }`,
      ),
      [
        'error LYK013 there is no row for "status" "NONAKTIF", "NONE"\nhelp: add its row, or one row with "otherwise": true',
      ],
    ],
    [
      "a code with two rows",
      facts(
        `  "married": { "by": "status", "provenance": "assumed", "rows": [`,
        `    { "values": ["AKTIF", "NONE"], "shares": [{ "share": 1, "value": true }] },`,
        `    { "values": ["NONAKTIF", »"AKTIF"], "shares": [{ "share": 1, "value": true }] }] }`,
      ),
      ['error LYK318 "AKTIF" is listed twice\nhelp: delete one of them'],
    ],
    [
      "numbers without a row for the others",
      facts(
        `  "married": { "by": "children", "provenance": "assumed", "rows": »[`,
        `    { "from": 0, "to": 2, "shares": [{ "share": 1, "value": true }] }] }`,
      ),
      [
        'error LYK013 these rows do not have all values of "children"\nhelp: add one row with "otherwise": true',
      ],
    ],
    [
      "a row that does not say when it holds",
      facts(
        `  "married": { "by": "status", "provenance": "assumed", "rows": [`,
        `    »{ "shares": [{ "share": 1, "value": true }] }] }`,
      ),
      [
        'error LYK012 exactly one of "values", "from" and "to", "unknown", "otherwise" must stand here\nhelp: delete the others, or add one',
      ],
    ],
    [
      "an unknown fact that it depends on",
      facts(`  "married": { "by": »"statsu", "provenance": "assumed", "rows": [] }`),
      ['error LYK203 unknown fact "statsu"\nhelp: did you mean "status"?'],
    ],
    [
      "a list that it depends on",
      facts(`  "married": { "by": »"programmes", "provenance": "assumed", "rows": [] }`),
      [
        'error LYK015 nothing can depend on "programmes", which is list of code\nhelp: choose a fact that is a code, yes or no, a number or a date',
      ],
    ],
    [
      "the same as a fact of another type",
      facts(`  "children": { ${ONE}: [{ "share": 1, "value": { "fact": »"income" } }] }`),
      [
        'error LYK015 "children" cannot always be the same as "income"\nhelp: choose a fact of its own type, with the same codes and limits',
      ],
    ],
    [
      "the same as a number with wider limits",
      facts(`  "children": { ${ONE}: [{ "share": 1, "value": { "fact": »"staff" } }] }`),
      [
        'error LYK015 "children" cannot always be the same as "staff"\nhelp: choose a fact of its own type, with the same codes and limits',
      ],
    ],
    [
      "the same as an unknown fact",
      facts(`  "staff": { ${ONE}: [{ "share": 1, "value": { "fact": »"driver.count" } }] }`),
      ['error LYK203 unknown fact "driver.count"\nhelp: did you mean "drivers.count"?'],
    ],
    [
      "facts that depend on each other",
      facts(
        `  »"born": { ${ONE}: [{ "share": 1, "value": { "fact": "paid" } }] },`,
        `  "paid": { ${ONE}: [{ "share": 1, "value": { "fact": "born" } }] }`,
      ),
      [
        'error LYK014 these depend on each other: "born" → "paid" → "born"\nhelp: let one of them depend on none of the others',
      ],
    ],
    [
      "more than one fault, each at its place",
      facts(
        `  »"statuss": { ${ONE}: [{ "share": 1, "value": "AKTIF" }] },`,
        `  "married": { ${ONE}: »[{ "share": 2, "value": »1 }] }`,
      ),
      [
        'error LYK203 unknown fact "statuss"\nhelp: did you mean "status"?',
        'error LYK011 the shares of "married" add up to 2, not 1\nhelp: mend one of them, or write "of": 2 if that is what they are out of',
        'error LYK308 the value of "married" must be true or false, not the number 1\nhelp: write true',
      ],
    ],
    [
      "what is no JSON",
      '{ "facts": {\n  "married": { "provenance": "assumed"» "shares": [] } } }',
      ['error LYK108 "," is expected here\nhelp: write "," here'],
    ],
  ])("is refused for %s", (_, marked, messages) => {
    expect(told(marked.replaceAll(MARK, ""))).toEqual(at(marked, messages));
  });

  it("is refused in Indonesian too", () => {
    const marked = facts(
      `  "married": { ${ONE}: »[{ "share": 0.5, "value": true }, »{ "share": 0.4, "unknown": true, "value": false }] },`,
      `  »"nik": { ${ONE}: [] },`,
      `  "born": { "by": "status", "provenance": "assumed", "rows": »[{ "unknown": true, "shares": [{ "share": 1, "value": { "fact": »"children" } }] }] }`,
    );
    const messages = [
      'kesalahan LYK011 bagian-bagian "married" berjumlah 0.9, bukan 1\nbantuan: perbaiki salah satunya, atau tulis "of": 0.9 bila itu memang jumlahnya',
      'kesalahan LYK012 di sini harus ada tepat satu dari "value", "from" dan "to", "unknown"\nbantuan: hapus yang lain, atau tambahkan satu',
      'kesalahan LYK016 "nik" adalah NIK, dan populasi buatan tidak berisi NIK\nbantuan: hapus fakta ini dari berkas',
      'kesalahan LYK013 tidak ada baris untuk "status" "AKTIF", "NONAKTIF", "NONE"\nbantuan: tambahkan barisnya, atau satu baris "otherwise": true',
      'kesalahan LYK015 "born" tidak dapat selalu sama dengan "children"\nbantuan: pilih fakta yang sejenis, dengan kode dan batas yang sama',
    ];
    expect(told(marked.replaceAll(MARK, ""), "id")).toEqual(at(marked, messages));
  });

  it("is refused where its facts and those stated before depend on each other, of items too", () => {
    const same = (other: string) => shares({ share: 1, value: { fact: other } });
    const circle = '"paid" → "born" → "paid"';
    const message = `populasi.json:3:5 error LYK014 these depend on each other: ${circle}\nhelp: let one of them depend on none of the others`;
    const later = { facts: { paid: same("born") } };
    const before = [
      { facts: { born: same("paid") } },
      { groups: { drivers: { facts: { born: same("paid") } } } },
    ];
    for (const one of before) expect(() => marginalsOf(later, marginalsOf(one))).toThrow(message);
  });

  it("replaces what was stated before of a fact, whole, and leaves the rest", () => {
    const before = marginalsOf({
      facts: {
        children: shares({ share: 1, value: 1 }),
        married: shares({ share: 1, value: true }),
      },
      groups: { drivers: { count: shares({ share: 1, value: 2 }), unknownItems: 0.5 } },
    });
    const after = marginalsOf(
      {
        facts: { children: shares({ share: 1, value: 9 }) },
        groups: { drivers: { unknownItems: 0 } },
      },
      before,
    );
    const made = populationWith({}, { marginals: after });
    expect(valuesOf(made, "children", 3)).toEqual([9, 9, 9]);
    expect(valuesOf(made, "married", 3)).toEqual([true, true, true]);
    expect(made.application(1).groups[0]?.filter((item) => item !== null)).toHaveLength(2);
  });

  it("that is not about these rules is read as far as it fits them", () => {
    const text = facts(
      `  "elsewhere": { ${ONE}: [{ "share": 1, "value": 1 }] },`,
      `  "status": { ${ONE}: [{ "share": 1, "value": "LAIN" }] },`,
      `  "children": { ${ONE}: [{ "share": 1, "value": 4 }] }`,
    );
    const read = readWhatFits("p.json", text, { pack, asOf: AS_OF, before: NO_MARGINALS });
    expect([...read.facts.keys()]).toEqual(["children"]);
  });
});
