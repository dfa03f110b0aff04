import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { CoverageAnswer } from "../../src/registry/coverage.ts";
import { beginImport } from "../../src/registry/import/begin.ts";
import {
  continueImport,
  type Imported,
  importRoster,
} from "../../src/registry/import/import-roster.ts";
import { createSnapshotRegistry } from "../../src/registry/snapshot-registry.ts";
import { removePages } from "../../src/registry/snapshots/pages.ts";
import type { RosterTarget } from "../../src/registry/target.ts";
import { ensureTables } from "../../src/store/tables.ts";
import { testDatabase } from "../store/support/database.ts";
import {
  csvOf,
  deadline,
  everything,
  freshTable,
  HEADER,
  importText,
  NOW,
  nikOf,
  OBSERVED_AT,
  sourceOf,
} from "./support/rosters.ts";

const database = testDatabase();
const target = freshTable(database);
const ACCEPTING = { request: { acceptBadRows: true, complete: true } };

/** Rows about the person of the tests, who is on none of the lines of `csvOf`. */
const NIK = nikOf(9999);
const ACTIVE = `${NIK},AKTIF,JKK+JKM,2026-12-31,BPU`;
const ACTIVE_TOO = `${NIK},AKTIF,JKM;JKK,2026-12-31,BPU`;
const LAPSED = `${NIK},NONAKTIF,,2026-03-31,BPU`;
const PAID_LONGER = `${NIK},AKTIF,JKK+JKM,2027-06-30,BPU`;
const WITHOUT_SEGMENT = `${NIK},AKTIF,JKK+JKM,2026-12-31,`;
const MISSPELT = `${NIK},AKTIFF,JKK+JKM,2026-12-31,BPU`;
const WITH_A_CELL_MORE = `${ACTIVE},`;

async function answerFor(nik: string): Promise<CoverageAnswer | undefined> {
  const clock = () => new Date(NOW);
  const registry = createSnapshotRegistry({ ...target(), clock, maximumAgeDays: 31 });
  const day = { asOf: "2026-11-22", today: "2026-11-22" };
  return (await registry.lookUp([nik], day, AbortSignal.timeout(5000))).get(nik);
}

/** A table beside the one of the test. */
async function anotherTable(): Promise<RosterTarget> {
  const coverage = `${target().table}-other`;
  const others = { decisions: "decisions", claims: "claims", applicants: "applicants" };
  await ensureTables(database.client(), { coverage, ...others });
  return { ...target(), table: coverage };
}

const NOT_FOUND = { kind: "no-answer", cause: "not-found", observedAt: OBSERVED_AT };
const FOUND = { kind: "found", facts: { "coverage.status": "AKTIF" } };

function told(imported: Imported) {
  if (imported.kind !== "in-use") throw new Error(`the roster is not in use: ${imported.kind}`);
  const { members, bad, badRows, leftOut } = imported.state;
  return { members, bad, badRows, leftOut, complete: imported.inUse.complete };
}

/** These rows from the second line on, and one of somebody else after them. */
const fileOf = (...rows: readonly string[]) =>
  [HEADER, ...rows, `${nikOf(0)},AKTIF,JKK,,`].join("\n");

describe("rows about one person", () => {
  test("that say the same count as one", async () => {
    const imported = await importText(target(), fileOf(ACTIVE, ACTIVE_TOO, ACTIVE), ACCEPTING);
    expect(told(imported)).toEqual({
      members: 2,
      bad: 2,
      badRows: [
        { line: 3, reason: "duplicate", firstLine: 2 },
        { line: 4, reason: "duplicate", firstLine: 2 },
      ],
      leftOut: 0,
      complete: false,
    });
    expect(await answerFor(NIK)).toMatchObject(FOUND);
  });

  test.each([
    ["a status", ACTIVE, LAPSED],
    ["a status, the better one last", LAPSED, ACTIVE],
    ["a day", ACTIVE, PAID_LONGER],
    ["a segment that one of them lacks", WITHOUT_SEGMENT, ACTIVE],
  ])("that differ in %s leave that person out, and nobody else", async (_, first, second) => {
    const imported = await importText(target(), fileOf(first, second), ACCEPTING);
    expect(told(imported)).toEqual({
      members: 1,
      bad: 1,
      badRows: [{ line: 3, reason: "contradiction", firstLine: 2 }],
      leftOut: 1,
      complete: false,
    });
    expect(await answerFor(NIK)).toEqual(NOT_FOUND);
    expect(await answerFor(nikOf(0))).toMatchObject(FOUND);
  });

  test("that differ once differ for good, whatever comes after", async () => {
    const rows = [ACTIVE, ACTIVE, LAPSED, ACTIVE, LAPSED];
    const imported = await importText(target(), fileOf(...rows), ACCEPTING);
    expect(told(imported)).toMatchObject({
      members: 1,
      leftOut: 1,
      badRows: [
        { line: 3, reason: "duplicate", firstLine: 2 },
        { line: 4, reason: "contradiction", firstLine: 2 },
        { line: 5, reason: "contradiction", firstLine: 2 },
        { line: 6, reason: "contradiction", firstLine: 2 },
      ],
    });
    expect(await answerFor(NIK)).toEqual(NOT_FOUND);
  });

  test.each([
    [
      "last",
      [ACTIVE, MISSPELT],
      [{ line: 3, reason: "status", firstLine: 2 }],
      { members: 1, leftOut: 1 },
    ],
    [
      "first",
      [MISSPELT, ACTIVE],
      [
        { line: 2, reason: "status" },
        { line: 3, reason: "contradiction", firstLine: 2 },
      ],
      { members: 1, leftOut: 0 },
    ],
  ])("of which one cannot be read, the %s, leave that person out", async (_, rows, bad, counts) => {
    const imported = await importText(target(), fileOf(...rows), ACCEPTING);
    expect(told(imported)).toMatchObject({ badRows: bad, ...counts });
    expect(await answerFor(NIK)).toEqual(NOT_FOUND);
  });

  test("of which one has too many cells say nothing of whom that one is about", async () => {
    const imported = await importText(target(), fileOf(ACTIVE, WITH_A_CELL_MORE), ACCEPTING);
    expect(told(imported)).toMatchObject({
      members: 2,
      badRows: [{ line: 3, reason: "columns" }],
      leftOut: 0,
    });
    expect(await answerFor(NIK)).toMatchObject(FOUND);
  });

  describe("far apart", () => {
    const lines = csvOf(3500).trimEnd().split("\n");
    lines[10] = ACTIVE;
    lines[700] = ACTIVE_TOO;
    lines[1500] = ACTIVE;
    lines[1600] = LAPSED;
    lines[2300] = ACTIVE;
    const text = lines.join("\n");
    const request = { source: sourceOf(text), observedAt: OBSERVED_AT, ...ACCEPTING.request };
    const atOnce = deadline({ outOfTime: () => true });

    test("are told by their lines", async () => {
      expect(told(await importText(target(), text, ACCEPTING))).toEqual({
        members: 3495,
        bad: 4,
        badRows: [
          { line: 701, reason: "duplicate", firstLine: 11 },
          { line: 1501, reason: "duplicate", firstLine: 11 },
          { line: 1601, reason: "contradiction", firstLine: 11 },
          { line: 2301, reason: "contradiction", firstLine: 11 },
        ],
        leftOut: 1,
        complete: false,
      });
      expect(await answerFor(NIK)).toEqual(NOT_FOUND);
    });

    test("give the same where each piece of the import is run twice", async () => {
      const whole = await importText(target(), text, ACCEPTING);
      const items = await everything(target());
      const other = await anotherTable();
      let imported = await importRoster(other, request, atOnce);
      while (imported.kind === "out-of-time") {
        const { state } = imported;
        imported = await continueImport(other, request.source, state, atOnce);
        await continueImport(other, request.source, state, atOnce);
      }
      expect(imported).toEqual(whole);
      expect(await everything(other)).toEqual(items);
    });

    test("leave that person out also while a second import of the file lags behind", async () => {
      const begun = await beginImport(target(), request, new Date(NOW), atOnce.signal);
      if (begun.kind !== "begun") throw new Error("it did not begin");
      await importText(target(), text, ACCEPTING);
      expect(await answerFor(NIK)).toEqual(NOT_FOUND);
      const lagging = await continueImport(target(), request.source, begun.state, atOnce);
      expect(lagging).toMatchObject({ kind: "out-of-time", state: { pages: 1, members: 999 } });
      expect(await answerFor(NIK)).toEqual(NOT_FOUND);
    });

    test("give the same where an import that stopped is begun again", async () => {
      const whole = await importText(target(), text, ACCEPTING);
      const items = await everything(target());
      const other = await anotherTable();
      let stopped = await importRoster(other, request, atOnce);
      for (const _ of [1, 2]) {
        if (stopped.kind !== "out-of-time") throw new Error("it did not stop");
        stopped = await continueImport(other, request.source, stopped.state, atOnce);
      }
      expect(await importText(other, text, ACCEPTING)).toEqual(whole);
      expect(await everything(other)).toEqual(items);
    });
  });

  test("never make somebody else's rows, or the time at which it stops, matter", async () => {
    const rows = fc.array(fc.constantFrom(ACTIVE, ACTIVE_TOO, LAPSED, PAID_LONGER, MISSPELT), {
      minLength: 1,
      maxLength: 5,
    });
    let second = 0;
    const property = fc.asyncProperty(rows, fc.nat(1100), async (asked, between) => {
      const others = csvOf(between).trimEnd().split("\n").slice(1);
      const [first = "", ...more] = asked;
      const text = [HEADER, first, ...others, ...more, `${nikOf(5000)},AKTIF,JKK,,`].join("\n");
      const until = { outOfTime: () => true };
      // The same rows a second later are another roster.
      second += 1;
      const observedAt = new Date(Date.parse(OBSERVED_AT) + second * 1000).toISOString();
      const request = { ...ACCEPTING.request, observedAt };
      const imported = await importText(target(), text, { request, until });
      expect(imported.kind).toBe("in-use");
      const isOne = new Set(asked.map((row) => (row === ACTIVE_TOO ? ACTIVE : row))).size === 1;
      const isKnown = isOne && first !== MISSPELT;
      expect((await answerFor(NIK))?.kind).toBe(isKnown ? "found" : "no-answer");
      if (imported.kind !== "in-use") return;
      // All that was written is found again to be removed.
      const { snapshot, pages } = imported.state;
      const where = { snapshot, pages };
      await removePages(target(), where, () => false, AbortSignal.timeout(20_000));
      const left = [...(await everything(target())).keys()];
      expect(left.filter((key) => key.startsWith(`${snapshot}#`))).toEqual([]);
    });
    await fc.assert(property, { numRuns: 12 });
  });
});
