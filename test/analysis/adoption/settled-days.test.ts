import { describe, expect, it } from "vitest";
import {
  adopt,
  FIRST,
  type Files,
  placesTold,
  prepared,
  swap,
  told,
  WORLD,
  withCaseOn,
  without,
  withValue,
  withVersion,
} from "./support/world.ts";

const ADOPTED = adopt(WORLD);
const VALUE = "parameters.json:10:9";

const ending = (files: Files, until: string) =>
  swap(files, FIRST, `"status"`, `"until": "${until}",\n  "status"`);

/** What is told before anyone knows the day, and on days from adoption on. */
const OF_DAYS: readonly {
  readonly what: string;
  readonly files: Files;
  readonly told: Readonly<Record<string, readonly string[]>>;
}[] = [
  {
    what: "a value from a day to come may be added, and wants to be on record before it begins",
    files: withValue(ADOPTED, "2027-01-01"),
    told: {
      never: [`${VALUE} warning LYK805`],
      "2026-11-22": [`${VALUE} warning LYK805`],
      "2027-01-01": [`${VALUE} warning LYK805`],
      "2027-01-02": [`${VALUE} error LYK510`],
    },
  },
  {
    what: "a value from a day between the adoption and today comes too late",
    files: withValue(ADOPTED, "2026-08-01"),
    told: { never: [`${VALUE} warning LYK805`], "2026-11-22": [`${VALUE} error LYK510`] },
  },
  {
    what: "a value put in between two others is told by the same measure",
    files: swap(
      ADOPTED,
      "parameters.json",
      `        { "from": "2026-07-01"`,
      `        { "from": "2026-03-01", "value": 1, "provenance": "assumed" },\n        { "from": "2026-07-01"`,
    ),
    told: {
      "2026-02-28": ["parameters.json:9:9 warning LYK805"],
      "2026-11-22": ["parameters.json:9:9 error LYK510"],
    },
  },
  {
    what: "a value before the version that still holds on its first day counts from that day",
    files: swap(
      ADOPTED,
      "parameters.json",
      `        { "from": "2026-07-01"`,
      `        { "from": "2025-03-01", "value": 1, "provenance": "assumed" },\n        { "from": "2026-07-01"`,
    ),
    told: {
      never: ["parameters.json:9:9 warning LYK805"],
      "2026-01-01": ["parameters.json:9:9 warning LYK805"],
      "2026-01-02": ["parameters.json:9:9 error LYK510"],
    },
  },
  {
    what: "a value that ended before the version began is none of its own",
    files: swap(
      ADOPTED,
      "parameters.json",
      `        { "from": "2025-01-01"`,
      `        { "from": "2024-01-01", "value": 1, "provenance": "assumed" },\n        { "from": "2025-01-01"`,
    ),
    told: { never: [], "2028-01-01": [] },
  },
  {
    what: "an end to come may be set",
    files: ending(ADOPTED, "2026-12-31"),
    told: {
      "2026-11-22": [`${FIRST}:4:12 warning LYK805`],
      "2027-01-02": [`${FIRST}:4:12 error LYK511`],
    },
  },
  {
    what: "an end in the past comes too late",
    files: ending(ADOPTED, "2026-06-30"),
    told: {
      "2026-07-01": [`${FIRST}:4:12 warning LYK805`],
      "2026-07-02": [`${FIRST}:4:12 error LYK511`],
      "2026-11-22": [`${FIRST}:4:12 error LYK511`],
    },
  },
  {
    what: "a draft ends nothing",
    files: withVersion(ADOPTED, "2026-06-01"),
    told: { never: [], "2028-01-01": [] },
  },
  {
    what: "a pilot that follows begins on a day to come",
    files: withVersion(ADOPTED, "2027-01-01", "pilot"),
    told: {
      "2026-11-22": ["kota/kios/2027-01-01.json:4:13 warning LYK805"],
      "2027-01-02": ["kota/kios/2027-01-01.json:4:13 error LYK511"],
    },
  },
  {
    what: "a version from a day that passed takes days from the adopted one",
    files: withVersion(ADOPTED, "2026-06-01", "pilot"),
    told: { "2026-11-22": ["kota/kios/2026-06-01.json:4:13 error LYK511"] },
  },
  {
    what: "an earlier version takes nothing from it",
    files: withVersion(ADOPTED, "2025-06-01", "pilot"),
    told: { never: [], "2028-01-01": [] },
  },
];

describe("what changes an answer of a day that passed", () => {
  it.each(OF_DAYS)("$what", ({ files, told: expected }) => {
    const days = Object.keys(expected);
    const found = days.map((day) => placesTold(files, day === "never" ? undefined : day));
    expect(Object.fromEntries(days.map((day, index) => [day, found[index]]))).toEqual(expected);
  });

  it("is told with what to do instead", () => {
    expect(told(withValue(ADOPTED, "2026-08-01"), "2026-11-22")).toEqual([
      `${VALUE} error LYK510 the value of the parameter "batas" from 2026-08-01 changes answers from 2026-08-01 on, a day that has passed, by what was adopted: kota/kios 2026-01-01\n` +
        'help: write a "from" of today or later; if the days that passed have to change: layak adopt kota/kios --from 2026-01-01 --correct --by NAME --why REASON',
    ]);
    expect(told(ending(ADOPTED, "2026-06-30"), "2026-11-22")).toEqual([
      `${FIRST}:4:12 error LYK511 the last day of kota/kios 2026-01-01 becomes 2026-06-30 (on record: none): that changes answers from 2026-07-01 on, a day that has passed\n` +
        "help: begin a new version, or end this one, today or later; if the days that passed have to change: layak adopt kota/kios --from 2026-01-01 --correct --by NAME --why REASON",
    ]);
    expect(told(withValue(ADOPTED, "2027-01-01"))).toEqual([
      `${VALUE} warning LYK805 the value of the parameter "batas" from 2027-01-01 changes answers from 2027-01-01 on and is not on record yet: kota/kios 2026-01-01\n` +
        "help: record it by 2027-01-01: layak adopt kota/kios --from 2026-01-01 --by NAME --why REASON",
    ]);
  });
});

describe("what was recorded in time", () => {
  it("is right on every later day: a value", () => {
    const recorded = adopt(withValue(ADOPTED, "2027-01-01"), { today: "2026-11-22" });
    expect([told(recorded), told(recorded, "2028-01-01")]).toEqual([[], []]);
    const raised = swap(recorded, "parameters.json", "4000000", "5000000");
    expect(placesTold(raised, "2028-01-01")).toEqual([`${VALUE} error LYK509`]);
  });

  it("is right on every later day: an end, which may not be taken away again", () => {
    const recorded = adopt(ending(ADOPTED, "2026-12-31"), { today: "2026-11-22" });
    expect(told(recorded, "2028-01-01")).toEqual([]);
    const open = swap(recorded, FIRST, `"until": "2026-12-31",\n  `, "");
    expect(placesTold(open, "2026-12-01")).toEqual([`${FIRST}:4:13 warning LYK805`]);
    expect(placesTold(open, "2028-01-01")).toEqual([`${FIRST}:4:13 error LYK511`]);
  });

  it("is right on every later day: a pilot that follows, which may not be taken away again", () => {
    const recorded = adopt(withVersion(ADOPTED, "2027-01-01", "pilot"), { today: "2026-11-22" });
    expect(told(recorded, "2028-01-01")).toEqual([]);
    const alone = without(recorded, "kota/kios/2027-01-01.json");
    expect(placesTold(alone, "2028-01-01")).toEqual([`${FIRST}:4:13 error LYK511`]);
  });

  it("needs no entry of its own where the version that follows is adopted", () => {
    const cases = withCaseOn("2027-02-01", withVersion(ADOPTED, "2027-01-01"));
    const both = adopt(cases, { version: "2027-01-01", today: "2026-11-22" });
    expect(told(both, "2028-01-01")).toEqual([]);
  });

  it("leaves values that begin after the version to the versions after it", () => {
    const announced = adopt(withValue(ADOPTED, "2027-07-01"), { today: "2026-11-01" });
    const followed = withCaseOn("2027-02-01", withVersion(announced, "2027-01-01"));
    const both = adopt(followed, { version: "2027-01-01", today: "2026-11-22" });
    const changed = swap(both, "parameters.json", "4000000", "5000000");
    expect(told(changed).map((line) => line.split("\n")[0])).toEqual([
      `${VALUE} error LYK509 the value of the parameter "batas" from 2027-07-01 was changed, though it was adopted: kota/kios 2027-01-01`,
    ]);
  });
});

describe("to adopt or record too late", () => {
  it("is refused, with what to do instead", () => {
    const late = prepared(WORLD, { today: "2026-11-22" });
    expect(late).toEqual({
      kind: "refused",
      problems: [
        {
          file: FIRST,
          line: 1,
          column: 1,
          message: {
            id: "versi 2026-01-01 dimulai sebelum hari ini (2026-11-22); menetapkannya sekarang mengubah jawaban untuk hari-hari yang sudah lewat",
            en: "the version of 2026-01-01 begins before today (2026-11-22); to adopt it now changes the answers of days that have passed",
          },
          help: {
            id: "buat versi baru mulai hari ini atau sesudahnya (layak new kota/kios); bila memang harus berlaku surut: layak adopt kota/kios --from 2026-01-01 --correct --by NAMA --why ALASAN",
            en: "make a new version from today or later (layak new kota/kios); if it has to hold for the past: layak adopt kota/kios --from 2026-01-01 --correct --by NAME --why REASON",
          },
        },
      ],
    });
  });

  it("is possible on the version's first day", () => {
    expect(prepared(WORLD, { today: "2026-01-01" }).kind).toBe("ready");
    expect(prepared(WORLD, { today: "2026-01-02" }).kind).toBe("refused");
  });

  it.each([
    ["a value", withValue(ADOPTED, "2026-08-01"), "LYK510"],
    ["an end", ending(ADOPTED, "2026-06-30"), "LYK511"],
    ["a changed text", swap(ADOPTED, FIRST, "Sewa kios", "Sewa lapak"), "LYK509"],
    ["a status taken back", swap(ADOPTED, FIRST, `"adopted"`, `"pilot"`), "LYK508"],
  ])("takes --correct: %s", (_what, files, code) => {
    const today = "2026-11-22";
    const refused = prepared(files, { today });
    expect(refused.kind === "refused" && refused.problems.map((one) => one.code)).toEqual([code]);
    const corrected = adopt(files, { today, correct: true, why: "Salah ketik" });
    expect(told(corrected, today)).toEqual([]);
    const { adoptions } = JSON.parse(corrected["adoptions.json"] ?? "");
    expect(adoptions.map(({ kind, why }: { kind: string; why: string }) => [kind, why])).toEqual([
      ["adopted", "Perwal 9/2025"],
      ["corrected", "Salah ketik"],
    ]);
  });
});
