import { describe, expect, it } from "vitest";
import type { RecordRequest } from "../../../src/analysis/adoption/request.ts";
import { prepareWithdrawal } from "../../../src/analysis/adoption/withdraw.ts";
import { withEntry } from "../../../src/pack/adoptions/record.ts";
import { withdrawn } from "../../../src/pack/adoptions/seal.ts";
import {
  adopt,
  CASES,
  FIRST,
  type Files,
  RECORD,
  SECOND,
  swap,
  told,
  WORLD,
  withCaseOn,
  without,
  withVersion,
} from "./support/world.ts";

const TODAY = "2026-11-22";

const ASKED: RecordRequest = {
  service: "kota/kios",
  version: "2027-01-01",
  by: "Wali Kota",
  why: "Perwal dicabut",
  on: "2026-11-20",
  today: TODAY,
};

/** Two versions on record: one in force, one to come. */
const BOTH = adopt(withCaseOn("2027-02-01", withVersion(adopt(WORLD), "2027-01-01")), {
  version: "2027-01-01",
  today: "2026-10-01",
});

function prepared(files: Files, more: Partial<RecordRequest> = {}) {
  return prepareWithdrawal(new Map(Object.entries(files)), { ...ASKED, ...more });
}

function withdraw(files: Files): Files {
  const result = prepared(files);
  if (result.kind === "refused") throw new Error(JSON.stringify(result.problems));
  return { ...files, ...Object.fromEntries(result.files) };
}

function errorsIn(files: Files): readonly string[] {
  return told(files, TODAY).filter((line) => line.includes(" error "));
}

/** The messages of a refusal, in English. */
function against(files: Files, more: Partial<RecordRequest> = {}): readonly (string | undefined)[] {
  const result = prepared(files, more);
  return result.kind === "refused" ? result.problems.map(({ message }) => message.en) : ["ready"];
}

describe("withdrawing a version that is still to come", () => {
  it("makes it a draft and adds an entry; what stood in the record stays", () => {
    const after = withdraw(BOTH);
    expect(after[SECOND]).toBe((BOTH[SECOND] ?? "").replace('"adopted"', '"draft"'));
    const [before, now] = [BOTH, after].map((files) => JSON.parse(files[RECORD] ?? "").adoptions);
    expect(now.slice(0, -1)).toEqual(before);
    expect(now.at(-1)).toEqual({
      kind: "withdrawn",
      service: "kota/kios",
      version: "2027-01-01",
      on: "2026-11-20",
      recorded: TODAY,
      by: "Wali Kota",
      why: "Perwal dicabut",
      record: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(told(after, TODAY)).toEqual([]);
  });

  it.each<[string, (files: Files) => Files]>([
    ["be changed", (files) => swap(files, SECOND, "Sewa kios", "Sewa lapak")],
    ["become a pilot", (files) => swap(files, SECOND, '"draft"', '"pilot"')],
    ["be removed", (files) => without(files, SECOND)],
  ])("lets it %s", (_what, change) => {
    expect(errorsIn(change(withdraw(BOTH)))).toEqual([]);
  });

  it.each<[string, Files, string]>([
    ["removed", without(BOTH, SECOND), "LYK507"],
    ["a pilot", swap(BOTH, SECOND, '"adopted"', '"pilot"'), "LYK508"],
  ])("is what a version that is simply %s needs, while it is to come", (_what, files, code) => {
    const command = "layak adopt kota/kios --from 2027-01-01 --withdraw --by NAME --why REASON";
    const [line = ""] = told(files, TODAY).filter((one) => one.includes(code));
    expect(line).toContain(`what is not in force yet is withdrawn by: ${command}`);
    expect(told(files, "2027-01-01").join("\n")).not.toContain("--withdraw");
  });

  it("lets what it alone had sealed change, and keeps the seal of the version in force", () => {
    const after = withdraw(BOTH);
    expect(told(swap(after, FIRST, "Sewa kios", "Sewa lapak"), TODAY)).toEqual([
      expect.stringContaining("LYK509"),
    ]);
  });

  it("gives the version before it its days back", () => {
    const adopted = JSON.parse(BOTH[RECORD] ?? "").adoptions;
    expect(adopted.map(({ until }: { until?: string }) => until)).toEqual([undefined, undefined]);
    expect(told(withdraw(BOTH), "2027-06-01")).toEqual([]);
  });

  it("lets it be adopted again, as new", () => {
    const again = adopt(swap(withdraw(BOTH), SECOND, "Sewa kios", "Sewa lapak"), {
      version: "2027-01-01",
      today: TODAY,
    });
    const kinds = JSON.parse(again[RECORD] ?? "").adoptions.map(
      ({ kind }: { kind: string }) => kind,
    );
    expect(kinds).toEqual(["adopted", "adopted", "withdrawn", "adopted"]);
    expect(told(again, TODAY)).toEqual([]);
    expect(told(swap(again, SECOND, "Sewa lapak", "Sewa kios"), TODAY)).not.toEqual([]);
  });

  it("works where the file is gone, or was changed, already", () => {
    const gone = prepared(without(BOTH, SECOND));
    expect(gone.kind === "ready" && [...gone.files.keys()]).toEqual([RECORD]);
    const changed = withdraw(swap(BOTH, SECOND, "Sewa kios", "Sewa lapak"));
    expect(told(changed, TODAY)).toEqual([]);
  });

  it("does not let the file call itself adopted again", () => {
    expect(errorsIn(swap(withdraw(BOTH), SECOND, '"draft"', '"adopted"'))).toEqual([
      expect.stringContaining("LYK506"),
    ]);
  });

  it("tells the cases that come out otherwise from then on", () => {
    const limit = `"value": { "fact": "parameter.batas" }`;
    const stricter = swap(withVersion(adopt(WORLD), "2027-01-01"), SECOND, limit, `"value": 1`);
    const [first, later] = JSON.parse(withCaseOn("2027-02-01", stricter)[CASES] ?? "");
    const cases = [first, { ...later, expect: { outcome: "ineligible" } }];
    const adopted = adopt(
      { ...stricter, [CASES]: JSON.stringify(cases) },
      { version: "2027-01-01", today: "2026-10-01" },
    );
    const result = prepared(adopted);
    expect(result.kind === "ready" && result.left.map(({ message }) => message.en)).toEqual([
      'the case "Lunas pada 2027-02-01" does not come out as expected: decided "eligible", expected "not eligible yet"',
    ]);
  });
});

describe("nothing is withdrawn", () => {
  it("once the version is in force, with what to do instead", () => {
    const result = prepared(BOTH, { today: "2027-01-01", on: "2027-01-01", directory: "salinan" });
    expect(result.kind === "refused" && result.problems).toEqual([
      {
        file: SECOND,
        line: 1,
        column: 1,
        message: {
          id: "versi 2027-01-01 sudah berlaku (hari ini 2027-01-01); penetapannya tidak dapat ditarik",
          en: "the version of 2027-01-01 is in force already (today is 2027-01-01); its adoption cannot be withdrawn",
        },
        help: {
          id: 'akhiri dengan "until" atau buat versi baru (layak new kota/kios --rules salinan); bila yang ditetapkan itu keliru sejak awal: layak adopt kota/kios --from 2027-01-01 --correct --rules salinan --by NAMA --why ALASAN',
          en: 'end it with "until" or make a new version (layak new kota/kios --rules salinan); if what was adopted was a mistake from the first: layak adopt kota/kios --from 2027-01-01 --correct --rules salinan --by NAME --why REASON',
        },
      },
    ]);
  });

  it("that was not adopted, or is withdrawn already", () => {
    const words = "There is no adoption of kota/kios 2027-01-01 to withdraw. Adopted: 2026-01-01.";
    expect(against(adopt(WORLD))).toEqual([words]);
    expect(against(withdraw(BOTH))).toEqual([words]);
    expect(against(WORLD)).toEqual([
      "There is no adoption of kota/kios 2027-01-01 to withdraw. Adopted: none.",
    ]);
  });

  it("while the record is altered, or the rules are wrong", () => {
    expect(against(swap(BOTH, RECORD, "Perwal 9/2025", "Perwal 8/2025"))).toEqual([
      "this entry, or one before it, was changed or taken away",
    ]);
    expect(against(swap(BOTH, "sources.json", `"kind": "report"`, `"kind": "rapport"`))).toEqual([
      '"kind" cannot be "rapport"',
    ]);
  });

  it("by an entry of a day on which the version was in force, however well it is forged", () => {
    const { record: _record, ...entry } = JSON.parse(withdraw(BOTH)[RECORD] ?? "").adoptions.at(-1);
    const before = JSON.parse(BOTH[RECORD] ?? "").adoptions.at(-1);
    const withForged = (recorded: string): Files => ({
      ...swap(BOTH, SECOND, '"adopted"', '"draft"'),
      [RECORD]: withEntry(BOTH[RECORD], withdrawn({ ...entry, recorded }, before)),
    });
    expect(told(withForged("2026-12-31"), "2026-12-31")).toEqual([]);
    expect(told(withForged("2027-01-01"), "2027-02-01")[0]).toMatch(
      /^adoptions\.json:\d+:5 error LYK512 /,
    );
  });
});
