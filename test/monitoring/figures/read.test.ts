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
        'figures.json:50:5 error LYK002 "p" is counted in "percent", but here it must be "people"\nhelp: mend its "unit", or choose another figure',
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
      "a value that is no number, and a report that is none",
      fileOf({ a: "sekitar 10" }, []).replace('"report": "r"', '"report": "s"'),
      [
        'figures.json:17:16 error LYK308 the value of "a" must be a number as printed, not text "sekitar 10"\nhelp: write such as "20.652", "8,13%" (unit percent) or "Rp16.800" (unit rupiah)',
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
