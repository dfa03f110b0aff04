import { describe, expect, it } from "vitest";
import { agree, readMatch } from "../../src/allocation/match.ts";
import { readPriority } from "../../src/allocation/priority.ts";
import { cityPack } from "./support/city.ts";

const PACK = cityPack();

describe("a match", () => {
  it.each([
    ["worker.place=sponsor.places", { worker: "worker.place", sponsor: "sponsor.places" }],
    ["worker.place", { worker: "worker.place", sponsor: "worker.place" }],
  ])("%s is read", (text, match) => {
    expect(readMatch(PACK, text)).toEqual({ ok: true, match });
  });

  it.each([
    [
      "worker.plac=sponsor.places",
      '--match: there is no fact "worker.plac". Did you mean "worker.place"?',
    ],
    ["worker.place=xyzzy", '--match: there is no fact "xyzzy".'],
    ["a=b=c", "--match is worker's-fact=sponsor's-fact, not \"a=b=c\""],
    [
      "worker.born=sponsor.places",
      '--match: "worker.born" and "sponsor.places" are of different types, so they never agree.',
    ],
    [
      "worker.income=worker.yearlyIncome",
      '--match: "worker.yearlyIncome" is computed by Layak and does not stand in the lists. Choose a fact that they state.',
    ],
  ])("%s is refused", (text, problem) => {
    const read = readMatch(PACK, text);
    expect(read.ok ? null : read.problem.en).toBe(problem);
  });

  it.each([
    ["UTARA", "UTARA", true],
    ["UTARA", "SELATAN", false],
    ["UTARA", ["SELATAN", "UTARA"], true],
    [["SELATAN", "UTARA"], "UTARA", true],
    [["SELATAN"], ["UTARA"], false],
    [["SELATAN", "UTARA"], ["TENGAH", "UTARA"], true],
    ["UTARA", [], false],
    ["UTARA", [null, "SELATAN"], false],
    [[null], [null], false],
    [null, null, false],
    [1, "1", false],
  ])("of %j with %j is %s", (worker, sponsor, expected) => {
    expect(agree(worker, sponsor)).toBe(expected);
  });
});

describe("a priority", () => {
  it.each([
    ["worker.born", { fact: "worker.born", order: "ascending" }],
    ["worker.income:descending", { fact: "worker.income", order: "descending" }],
    [
      "worker.need",
      { fact: "worker.need", order: "ascending", codes: ["TINGGI", "SEDANG", "RENDAH"] },
    ],
  ])("%s is read", (text, priority) => {
    expect(readPriority(PACK, text)).toEqual({ ok: true, priority });
  });

  it.each([
    ["worker.ned", '--priority: there is no fact "worker.ned". Did you mean "worker.need"?'],
    [
      "worker.need:down",
      '--priority is a fact, with ":descending" behind it if need be, not "worker.need:down"',
    ],
    [
      "sponsor.places",
      '--priority: "sponsor.places" holds a list, which has no order. Choose a code, a number, a date, or true/false.',
    ],
    [
      "worker.name",
      '--priority: "worker.name" holds free text, which has no order. Choose a code, a number, a date, or true/false.',
    ],
    [
      "worker.yearlyIncome",
      '--priority: "worker.yearlyIncome" is computed by Layak and does not stand in the lists. Choose a fact that they state.',
    ],
  ])("%s is refused", (text, problem) => {
    const read = readPriority(PACK, text);
    expect(read.ok ? null : read.problem.en).toBe(problem);
  });
});
