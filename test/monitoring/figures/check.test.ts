import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { found } from "./support.ts";

const sum = { kind: "sum", of: ["a", "b"], total: "t" };
const share = { kind: "share", part: "a", whole: "b", percentage: "p" };

describe("a sum", () => {
  it.each([
    ["fits exactly", { a: "1.200", b: "34", t: "1.234" }, []],
    ["fits where its total was rounded", { a: "1.200", b: "34", t: "1,2 ribu" }, []],
    ["fits half a unit away", { a: "1.200", b: "50", t: "1,3 ribu" }, []],
    [
      "does not fit one further",
      { a: "1.200", b: "49", t: "1,3 ribu" },
      ["misfit not-borne-out 1249 off -51:"],
    ],
    [
      "does not fit where people are off by one",
      { a: "1.200", b: "34", t: "1.235" },
      ["misfit not-borne-out 1234 off -1:"],
    ],
    [
      "is noted where only the rounding of its parts explains it",
      { a: "1,2 juta", b: "0,8 juta", t: "2,1 juta" },
      ["note rounded 2000000 off -100000:"],
    ],
    [
      "names the figure that was meant as its total, and as its part",
      { a: "10", b: "20", t: "31", meant: "30", other: "21" },
      ["misfit not-borne-out 30 off -1: meant as total for t, other as part for b"],
    ],
  ])("%s", (_, values, findings) => {
    expect(found(values, sum)).toEqual(findings);
  });

  it("that no report prints is noted with what it comes to", () => {
    expect(found({ a: "160", b: "621" }, { kind: "sum", of: ["a", "b"] })).toEqual([
      "note unstated 781 off none:",
    ]);
  });

  it("of any whole numbers fits only its own total", () => {
    const count = fc.integer({ min: 0, max: 999_999_999 });
    fc.assert(
      fc.property(count, count, fc.integer({ min: -3, max: 3 }), (a, b, off) => {
        const values = { a: printed(a), b: printed(b), t: printed(Math.max(0, a + b + off)) };
        expect(found(values, sum).length === 0).toBe(Math.max(0, a + b + off) === a + b);
      }),
    );
  });
});

describe("a share", () => {
  it.each([
    ["fits as rounded", { a: "23.806", b: "292.668", p: "8,13%" }, []],
    ["fits cut to one digit", { a: "23.806", b: "292.668", p: "8,1%" }, []],
    ["fits exactly between two", { a: "1", b: "8", p: "12,5%" }, []],
    ["fits rounded up at the half", { a: "1", b: "8", p: "13%" }, []],
    ["fits rounded down at the half", { a: "1", b: "8", p: "12%" }, []],
    [
      "does not fit of another whole, and names it",
      { a: "23.806", b: "322.404", p: "8,13%", employed: "292.668" },
      ["misfit not-borne-out 7.38 off -0.75: employed as whole for b"],
    ],
    [
      "of nothing cannot be computed",
      { a: "0", b: "0", p: "0%" },
      ["misfit not-borne-out none off none:"],
    ],
  ])("%s", (_, values, findings) => {
    expect(found(values, share)).toEqual(findings);
  });

  it("fits, as any paper rounds it, and no other of as many digits", () => {
    const whole = fc.integer({ min: 1, max: 1_000_000 });
    fc.assert(
      fc.property(whole, whole, fc.integer({ min: 0, max: 3 }), (a, b, digits) => {
        const [part, all] = [Math.min(a, b), Math.max(a, b)];
        const exact = (part * 100) / all;
        const rounded = Math.round(exact * 10 ** digits);
        const write = (units: number) =>
          `${(units / 10 ** digits).toFixed(digits).replace(".", ",")}%`;
        const values = { a: printed(part), b: printed(all) };
        expect(found({ ...values, p: write(rounded) }, share)).toEqual([]);
        expect(found({ ...values, p: write(rounded + 2) }, share)).toHaveLength(1);
      }),
    );
  });
});

describe("a subset, a difference and a product", () => {
  it.each([
    [
      "a part within its whole fits",
      { a: "5", b: "5" },
      { kind: "subset", part: "a", whole: "b" },
      [],
    ],
    [
      "a part beyond its whole does not, and the nearest greater figure is named first",
      { a: "2.403", b: "1.342", more: "20.652", near: "3.112" },
      { kind: "subset", part: "a", whole: "b" },
      ["misfit not-borne-out 2403 off 1061: near as whole for b, more as whole for b"],
    ],
    [
      "a part beyond its whole by no more than rounding is noted",
      { a: "2.510", b: "2,5 ribu" },
      { kind: "subset", part: "a", whole: "b" },
      ["note rounded 2510 off 10:"],
    ],
    [
      "a difference is taken from the first",
      { a: "100", b: "30", d: "80" },
      { kind: "difference", from: "a", less: "b", difference: "d" },
      ["misfit not-borne-out 70 off -10:"],
    ],
    [
      "a product may be rupiah",
      { a: "5.500", b: "Rp16.800", t: "Rp92,4 juta" },
      { kind: "product", of: ["a", "b"], product: "t" },
      [],
    ],
    [
      "a product that is not printed is noted",
      { a: "5.500", b: "Rp16.800" },
      { kind: "product", of: ["a", "b"] },
      ["note unstated 92400000 off none:"],
    ],
  ])("%s", (_, values, claim, findings) => {
    expect(found(values, claim)).toEqual(findings);
  });
});

function printed(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ".");
}
