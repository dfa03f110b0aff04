import { describe, expect, it } from "vitest";
import { figuresOf, fileOf, told } from "./support.ts";

const VALUES = { a: "10", b: "20", t: "30", p: "50%" };

describe("a figures file", () => {
  it("holds quantities about the day of their report, unless they say another", () => {
    const { quantities } = figuresOf(
      JSON.stringify({
        reports: { r: { title: { id: "Laporan" }, publisher: "Koran", date: "2026-11-22" } },
        quantities: [
          { id: "a", label: { id: "A" }, value: "1", unit: "people", report: "r" },
          {
            ...{ id: "b", label: { id: "B" }, value: "2", unit: "people", report: "r" },
            ...{ date: "2025-01-01", quote: "dua orang" },
          },
        ],
        claims: [],
      }),
    );
    expect(quantities.map(({ id, date, quote }) => [id, date, quote])).toEqual([
      ["a", "2026-11-22", undefined],
      ["b", "2025-01-01", "dua orang"],
    ]);
  });

  it.each([
    [
      "an id that is no quantity",
      fileOf(VALUES, [{ id: "c", kind: "sum", of: ["a", "b"], total: "totl" }]),
      [
        'figures.json:57:16 error LYK001 unknown figure "totl"\nhelp: there are: "a", "b", "t", "p"',
      ],
    ],
    [
      "people added to a percentage",
      fileOf(VALUES, [{ id: "c", kind: "sum", of: ["a", "p"], total: "t" }]),
      [
        'figures.json:55:9 error LYK002 "p" is counted in "percent", but here it must be "people"\nhelp: mend its "unit", or choose another figure',
      ],
    ],
    [
      "a percentage in people",
      fileOf(VALUES, [{ id: "c", kind: "share", part: "a", whole: "b", percentage: "t" }]),
      [
        'figures.json:55:21 error LYK002 "t" is counted in "people", but here it must be "percent"\nhelp: mend its "unit", or choose another figure',
      ],
    ],
    [
      "a sign of another unit, at the unit",
      fileOf({ ...VALUES, p: "50%" }, []).replace('"percent"', '"persen"'),
      [
        'figures.json:45:15 error LYK002 "50%" is counted in "percent", but its "unit" is "persen"\nhelp: write "unit": "percent"',
      ],
    ],
    [
      "a misspelt unit, where the claim names its figure",
      fileOf(VALUES, [{ id: "c", kind: "sum", of: ["a", "b"], total: "t" }]).replace(
        '"people"',
        '"peopel"',
      ),
      [
        'figures.json:54:9 error LYK002 "a" is counted in "peopel", but here it must be "people"\nhelp: did you mean "people"?',
      ],
    ],
    [
      "a share without its whole",
      fileOf(VALUES, [{ id: "c", kind: "share", part: "a", percentage: "p" }]),
      [
        'figures.json:50:5 error LYK301 the key "whole" is missing\nhelp: add it, such as "whole": "labour-force"',
      ],
    ],
    [
      "a claim without a kind",
      fileOf(VALUES, [{ id: "c", of: ["a", "b"] }]),
      [
        'figures.json:50:5 error LYK301 the key "kind" is missing\nhelp: add it, such as "kind": "sum"',
      ],
    ],
    [
      "a misspelt key of the kind",
      fileOf(VALUES, [{ id: "c", knd: "sum", of: ["a", "b"] }]),
      ['figures.json:52:7 error LYK201 unknown key "knd"\nhelp: did you mean "kind"?'],
    ],
    [
      "a figure that stands twice in a claim",
      fileOf(VALUES, [{ id: "c", kind: "sum", of: ["a", "a"], total: "t" }]),
      ['figures.json:55:9 error LYK318 "a" is listed twice\nhelp: delete one of them'],
    ],
    [
      "a total among its own parts",
      fileOf(VALUES, [{ id: "c", kind: "sum", of: ["a", "t"], total: "t" }]),
      ['figures.json:57:16 error LYK318 "t" is listed twice\nhelp: delete one of them'],
    ],
    [
      "misspelt quantities alone, not each use of one",
      fileOf(VALUES, [{ id: "c", kind: "sum", of: ["a", "b"] }]).replace("quantities", "quantitys"),
      ['figures.json:11:3 error LYK201 unknown key "quantitys"\nhelp: did you mean "quantities"?'],
    ],
    [
      "people that are no whole number",
      fileOf({ a: "1.3420" }, []),
      [
        'figures.json:17:16 error LYK308 the value of "a" must be a number as printed, not text "1.3420"\nhelp: write the number alone: "20.652", "8,13%" (unit percent) or "Rp16.800" (unit rupiah)',
      ],
    ],
    [
      "a value that is no number, and a report that is none",
      fileOf({ a: "sekitar 10" }, []).replace('"report": "r"', '"report": "s"'),
      [
        'figures.json:17:16 error LYK308 the value of "a" must be a number as printed, not text "sekitar 10"\nhelp: write the number alone: "20.652", "8,13%" (unit percent) or "Rp16.800" (unit rupiah)',
        'figures.json:19:17 error LYK001 unknown report "s"\nhelp: did you mean "r"?',
      ],
    ],
  ])("tells %s at its line", (_, text, diagnostics) => {
    expect(told(text)).toEqual(diagnostics);
  });

  it.each([
    ["an id twice", fileOf(VALUES, []).replace('"id": "b"', '"id": "a"'), "LYK318"],
    ["a key that is none", fileOf(VALUES, []).replace('"unit"', '"units"'), "LYK201"],
    ["a kind of claim that is none", fileOf(VALUES, [{ id: "c", kind: "mean" }]), "LYK303"],
    ["what is no JSON", "{ reports }", "LYK112"],
    ["no quantities", '{ "reports": {}, "quantities": [], "claims": [] }', "LYK306"],
    ["no operand", fileOf(VALUES, [{ id: "c", kind: "sum", of: [] }]), "LYK306"],
  ])("tells %s", (_, text, code) => {
    expect(told(text).join("\n")).toContain(code);
  });
});
