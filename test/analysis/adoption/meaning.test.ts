import { describe, expect, it } from "vitest";
import type { AdoptionRequest } from "../../../src/analysis/adoption/request.ts";
import {
  adopt,
  CASES,
  CONDITIONS_FILE,
  FIRST,
  type Files,
  prepared,
  RECORD,
  swap,
  told,
  WORLD,
} from "./support/world.ts";

const LIMIT = `"operator": "lessThanInclusive", "value": { "fact": "parameter.batas" }`;

/** Codes and lines of what refuses, and of what is only told. */
function meaningOf(files: Files, more: Partial<AdoptionRequest> = {}) {
  const result = prepared(files, more);
  if (result.kind === "nothing") throw new Error("nothing to record");
  const problems = result.kind === "refused" ? result.problems : [];
  return {
    refused: problems.map(({ code, file, line }) => `${code} ${file}:${line}`),
    told: (result.meaning?.doubts ?? []).map(({ code, file, line }) => `${code} ${file}:${line}`),
  };
}

/** The rules with a limit that nobody is below, and no case that somebody is eligible. */
function withLimit(words: string): Files {
  const limited = swap(WORLD, FIRST, LIMIT, words);
  return swap(limited, CASES, `"outcome": "eligible"`, `"outcome": "ineligible"`);
}

const IMPOSSIBLE = withLimit(`"operator": "lessThan", "value": -9007199254740991`);

describe("what a version means is told before it is adopted", () => {
  it.each<[string, Files, string]>([
    ["a requirement that nobody can meet", IMPOSSIBLE, `LYK901 ${FIRST}:22`],
    [
      "a requirement that everybody meets",
      swap(WORLD, FIRST, LIMIT, `"operator": "greaterThanInclusive", "value": -9007199254740991`),
      `LYK902 ${FIRST}:22`,
    ],
    [
      "a requirement that never applies",
      swap(
        WORLD,
        FIRST,
        `"id": "penghasilan",`,
        `"id": "penghasilan", "when": { "fact": "household.income", "operator": "lessThan", "value": -9007199254740991 },`,
      ),
      `LYK903 ${FIRST}:15`,
    ],
    [
      "a clause of a shared condition that never matters",
      swap(
        WORLD,
        CONDITIONS_FILE,
        `"any": [`,
        `"any": [\n        { "all": [{ "fact": "coverage.status", "operator": "equal", "value": "AKTIF" }, { "fact": "household.income", "operator": "lessThan", "value": 5 }] },`,
      ),
      `LYK905 ${CONDITIONS_FILE}:5`,
    ],
    [
      "a value that is compared with nothing",
      swap(
        WORLD,
        CONDITIONS_FILE,
        `{ "fact": "coverage.status", "operator": "equal", "value": "AKTIF" }`,
        `{ "fact": "coverage.status", "operator": "in", "value": [] }, { "fact": "coverage.status", "operator": "equal", "value": "AKTIF" }`,
      ),
      `LYK803 ${CONDITIONS_FILE}:5`,
    ],
  ])("and refused is %s", (_what, files, told) => {
    expect(meaningOf(files).refused).toEqual([told]);
  });

  it("and refused is a policy that makes nobody eligible", () => {
    const contradiction = `"conditions": { "fact": "household.income", "operator": "greaterThan", "value": { "fact": "parameter.batas" } }`;
    const second = `,\n    {\n      "id": "kaya", "title": { "id": "Kaya" }, "enforcement": "required", "sources": [{ "source": "perda" }], "provenance": "reported",\n      ${contradiction}\n    }\n  ]\n}`;
    const files = swap(WORLD, FIRST, "\n  ]\n}", second);
    const cases = swap(files, CASES, `"outcome": "eligible"`, `"outcome": "ineligible"`);
    expect(meaningOf(cases).refused.map((one) => one.slice(0, 6))).toEqual(["LYK904"]);
  });

  it("and what is not confirmed, before it can only be corrected", () => {
    const { refused, told: doubts } = meaningOf(WORLD);
    expect(refused).toEqual([]);
    expect(doubts.filter((one) => one.startsWith("LYK916"))).toEqual([
      `LYK916 ${FIRST}:11`,
      `LYK916 ${FIRST}:19`,
      "LYK916 parameters.json:13",
    ]);
  });

  it("but not what is odd about other versions and what they alone rest on", () => {
    const other = IMPOSSIBLE[FIRST] ?? "";
    const { refused, told: doubts } = meaningOf({
      ...WORLD,
      "kota/trayek/2026-01-01.json": other,
      "kota/trayek/cases.json": IMPOSSIBLE[CASES] ?? "",
    });
    expect(refused).toEqual([]);
    expect(doubts.filter((one) => one.includes("trayek") || one.includes("LYK909"))).toEqual([]);
  });

  it("of a version that has ended, by the days that it had", () => {
    const ended = swap(
      IMPOSSIBLE,
      FIRST,
      `"status": "pilot",`,
      `"status": "pilot", "until": "2026-06-30",`,
    );
    const late = { today: "2026-11-22", correct: true };
    expect(meaningOf(ended, late).refused).toEqual([`LYK901 ${FIRST}:22`]);
  });

  it("with how much of it the cases test", () => {
    const result = prepared(WORLD);
    expect(result.kind === "ready" && result.meaning.coverage).toMatchObject({
      outcome: { exercised: 1, possible: 3 },
      leaf: { exercised: 3, possible: 9 },
      "sole-reason": { exercised: 0, possible: 2 },
    });
  });
});

describe("a version with a finding that is meant", () => {
  const despite = { codes: ["LYK901"], because: "Layanan ditutup sementara." };

  it("is adopted with the reason on record", () => {
    const adopted = adopt(IMPOSSIBLE, { despite });
    expect(JSON.parse(adopted[RECORD] ?? "").adoptions[0].despite).toEqual(despite);
    expect(told(adopted)).toEqual([]);
  });

  it("is told how", () => {
    const result = prepared(IMPOSSIBLE);
    const [problem] = result.kind === "refused" ? result.problems : [];
    expect(problem?.help?.en).toMatch(/; if it is meant: --despite LYK901 --because REASON$/);
    expect(problem?.help?.id).toMatch(/; bila memang dimaksud: --despite LYK901 --because ALASAN$/);
  });

  it("is refused while another finding stands, or none of the code", () => {
    const other = { codes: ["LYK902"], because: "Tidak ada." };
    const result = prepared(IMPOSSIBLE, { despite: other });
    expect(
      result.kind === "refused" && result.problems.map(({ code, message }) => code ?? message.en),
    ).toEqual(["LYK901", "--despite LYK902: there is no such finding about this version."]);
  });

  it("cannot have its reason rewritten", () => {
    const forged = swap(adopt(IMPOSSIBLE, { despite }), RECORD, "ditutup", "dibuka");
    expect(told(forged)).toEqual([expect.stringMatching(/^adoptions\.json:4:5 error LYK512 /)]);
  });
});
