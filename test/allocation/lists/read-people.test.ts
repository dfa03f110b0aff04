import { describe, expect, it } from "vitest";
import { type PeopleRead, readPeople } from "../../../src/allocation/lists/read-people.ts";
import { cityPack, workerNik } from "../support/city.ts";

const PACK = cityPack();
const [FIRST, SECOND] = [workerNik(0), workerNik(1)];

const read = (text: string): PeopleRead => readPeople(PACK, new TextEncoder().encode(text));

/** `line message` of every fault, in English. */
function faultsOf(text: string): readonly string[] {
  const people = read(text);
  return people.ok ? [] : people.faults.map(({ line, message }) => `${line} ${message.en}`);
}

describe("a list of people", () => {
  const everything = {
    nik: FIRST,
    line: 2,
    facts: {
      "worker.poor": true,
      "worker.born": "1980-02-29",
      "worker.income": 1_250_000,
      "sponsor.places": ["UTARA", "TENGAH"],
    },
  };

  it.each([
    [
      "commas",
      `nik,worker.poor,worker.born,worker.income,sponsor.places\n${FIRST},true,1980-02-29,1250000,UTARA+TENGAH\n`,
    ],
    [
      "semicolons, Windows line ends, a byte order mark and a capital heading",
      `\uFEFFNIK;worker.poor;worker.born;worker.income;sponsor.places\r\n${FIRST};YA;1980-02-29; 1250000 ;"UTARA; TENGAH"\r\n`,
    ],
    [
      "a JSON object a line",
      `\n{"nik":"${FIRST}","worker.poor":true,"worker.born":"1980-02-29","worker.income":1250000,"sponsor.places":["UTARA","TENGAH"]}\n`,
    ],
  ])("is read with %s", (_, text) => {
    expect(read(text)).toEqual({ ok: true, people: [everything] });
  });

  it("leaves out what an empty cell does not tell, and empty lines", () => {
    expect(read(`nik,worker.poor,worker.need\n\n${FIRST},,TINGGI\n\n${SECOND},tidak,\n`)).toEqual({
      ok: true,
      people: [
        { nik: FIRST, line: 3, facts: { "worker.need": "TINGGI" } },
        { nik: SECOND, line: 5, facts: { "worker.poor": false } },
      ],
    });
  });

  it("leaves out rows of nothing but commas, which spreadsheets write below the last one", () => {
    const people = read(`nik,worker.poor\n${FIRST},ya\n,\n,\n`);
    expect(people).toEqual({
      ok: true,
      people: [{ nik: FIRST, line: 2, facts: { "worker.poor": true } }],
    });
  });

  it("reads a decimal number", () => {
    const people = read(`nik,worker.land\n${FIRST},1.25\n`);
    expect(people).toMatchObject({ ok: true, people: [{ facts: { "worker.land": 1.25 } }] });
  });

  it.each<[string, string, readonly string[]]>([
    [
      "one person spelled otherwise, who would not be known again",
      [
        "nik",
        FIRST,
        `${FIRST.slice(0, 6)} ${FIRST.slice(6)}`,
        `${FIRST.slice(0, 2)}.${FIRST.slice(2, 4)}.${FIRST.slice(4)}`,
        `'${FIRST}`,
        `\u200B${FIRST}`,
        FIRST.replaceAll(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit))),
        FIRST.replace("0", "O"),
      ].join("\n"),
      [
        ...[3, 4, 5, 6, 7].map(
          (line) => `${line} Write "nik" as 16 digits alone, without spaces, dots or other marks.`,
        ),
        '8 "nik" is not a NIK: 16 digits as text, the 7th to 12th a birth date.',
      ],
    ],
    [
      "a key of JSON that stands twice, so that readers may differ on who it is",
      `{"nik":"${FIRST}"}\n{"nik":"${SECOND}","worker.poor":true,"nik":"${FIRST}"}\n`,
      ["2 In this line a key stands twice, or a text is broken."],
    ],
    [
      "a column that Layak computes",
      `nik,worker.yearlyIncome\n${FIRST},12\n${SECOND},24\n`,
      ['1 The column "worker.yearlyIncome" is computed by Layak. Remove it.'],
    ],
    [
      "a single bad row among good ones with Windows line ends",
      `nik;worker.poor\r\n${FIRST};ya\r\n${SECOND};entah\r\n`,
      ['3 "worker.poor" must be true or false.'],
    ],
    [
      "the same person twice",
      `nik\n${FIRST}\n${SECOND}\n${FIRST}\n`,
      ["4 This person stands in line 2 already. One person may have one row only."],
    ],
    [
      "no heading",
      `${FIRST},true\n${SECOND},true\n`,
      ['1 The first line must name the columns, "nik" among them.'],
    ],
    ["nothing", "", ['1 The first line must name the columns, "nik" among them.']],
    [
      "columns that the rules do not know, or that stand twice",
      "nik,nama,worker.por,worker.poor,worker.poor\n",
      [
        '1 The column "nama" is no fact that the rules know. Remove it if it is not needed.',
        '1 The column "worker.por" is no fact that the rules know. Did you mean "worker.poor"? Remove it if it is not needed.',
        '1 The column "worker.poor" stands twice.',
      ],
    ],
    [
      "a NIK that is none, or was rounded",
      `nik\n3673\n3.67301E+15\n"",\n${FIRST}\n`,
      [
        '2 "nik" is not a NIK: 16 digits as text, the 7th to 12th a birth date.',
        '3 A spreadsheet has rounded "nik". Make it a column of text, fill the NIK in again, and save.',
        "4 This row has 2 columns; the first line names 1.",
      ],
    ],
    [
      "values that are none, without quoting what is personal",
      `nik,worker.poor,worker.born,worker.income\n${FIRST},mungkin,17-08-1980,1.250.000\n`,
      [
        '2 "worker.poor" must be true or false.',
        '2 "worker.born" is not in the calendar; write YYYY-MM-DD, such as 2026-11-22.',
        '2 "worker.income" must be a whole number without separators, such as 16800.',
      ],
    ],
    [
      "an open quotation mark",
      `nik,worker.name\n${FIRST},"Budi\n${SECOND},Ani\n`,
      ["2 From this line on the file is no CSV; a quotation mark may not be closed."],
    ],
    [
      "lines that are no JSON objects",
      `{"nik":"${FIRST}"}\n{"nik":\n["${SECOND}"]\n{"nik":3673010101800003}\n`,
      [
        "2 This line is not one JSON object { … }.",
        "3 This line is not one JSON object { … }.",
        '4 "nik" is not a NIK: 16 digits as text, the 7th to 12th a birth date.',
      ],
    ],
    [
      "a fact in JSON that is none",
      `{"nik":"${FIRST}","worker.por":true,"__proto__":{"worker.poor":true}}\n`,
      [
        '1 "worker.por" is not in the catalogue of facts. Did you mean "worker.poor"?',
        '1 "__proto__" is not in the catalogue of facts.',
      ],
    ],
  ])("is refused by line for %s", (_, text, faults) => {
    expect(faultsOf(text)).toEqual(faults);
  });

  it("is refused where it is not UTF-8", () => {
    const people = readPeople(PACK, new Uint8Array([0x6e, 0x69, 0x6b, 0xff, 0xfe]));
    expect(people).toMatchObject({ ok: false, faults: [{ line: 1 }] });
  });

  it("tells at most a hundred faults or so, and never a NIK", () => {
    const rows = Array.from({ length: 500 }, () => `${FIRST},${FIRST}`).join("\n");
    const faults = faultsOf(`nik,worker.born\n${rows}\n`);
    expect(faults.length).toBeLessThan(120);
    expect(faults.join("\n")).not.toContain(FIRST);
  });
});
