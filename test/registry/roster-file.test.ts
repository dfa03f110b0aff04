import { describe, expect, test } from "vitest";
import { createSnapshotRegistry } from "../../src/registry/snapshot-registry.ts";
import { readPointer } from "../../src/registry/snapshots/pointer.ts";
import { testDatabase } from "../store/support/database.ts";
import {
  csvOf,
  freshTable,
  HEADER,
  importText,
  NOW,
  nikOf,
  OBSERVED_AT,
  rowOf,
} from "./support/rosters.ts";

const database = testDatabase();
const target = freshTable(database);
const LATER = "2026-11-21T02:00:00Z";

async function lookUp(nik: string) {
  const registry = createSnapshotRegistry({
    ...target(),
    clock: () => new Date(NOW),
    maximumAgeDays: 31,
  });
  const day = { asOf: "2026-11-22", today: "2026-11-22" };
  return (await registry.lookUp([nik], day, AbortSignal.timeout(5000))).get(nik);
}

async function inUse() {
  return await readPointer(target(), AbortSignal.timeout(5000));
}

describe("a roster's file", () => {
  test("is in use once it is in, and its people are found", async () => {
    const imported = await importText(target(), csvOf(3));
    expect(imported).toMatchObject({ kind: "in-use", state: { members: 3, bad: 0 } });
    expect(await lookUp(nikOf(2))).toEqual({
      kind: "found",
      observedAt: OBSERVED_AT,
      facts: {
        "coverage.status": "AKTIF",
        "coverage.programmes": ["JKK", "JKM"],
        "coverage.paidThrough": "2026-12-31",
        "coverage.segment": "BPU",
      },
    });
    expect(await lookUp(nikOf(3))).toMatchObject({ kind: "no-answer", cause: "not-found" });
  });

  test("that is complete says who is no member", async () => {
    await importText(target(), csvOf(3), { request: { complete: true } });
    expect(await lookUp(nikOf(3))).toEqual({ kind: "not-a-member", observedAt: OBSERVED_AT });
  });

  test.each([
    ["a byte order mark", `\uFEFF${HEADER}\n${rowOf(0)}\n`],
    ["line ends of Windows", `${HEADER}\r\n${rowOf(0)}\r\n`],
    ["no line end at its end", `${HEADER}\n${rowOf(0)}`],
    ["empty lines", `${HEADER}\n\n${rowOf(0)}\n\n`],
    ["quotation marks", `"nik","status",programmes,paid_through\n"${nikOf(0)}",AKTIF,"JKK;JKM",\n`],
    [
      "columns in another order and more of them",
      `nama,programmes,NIK , paid_through,status\nX,JKK + JKM,${nikOf(0)},,AKTIF\n`,
    ],
    [
      "semicolons between columns",
      `nik;status;programmes;paid_through\n${nikOf(0)};AKTIF;JKK+JKM;\n`,
    ],
  ])("may have %s", async (_, text) => {
    const imported = await importText(target(), text);
    expect(imported).toMatchObject({ kind: "in-use", state: { members: 1, bad: 0 } });
    expect(await lookUp(nikOf(0))).toMatchObject({
      kind: "found",
      facts: { "coverage.status": "AKTIF", "coverage.programmes": ["JKK", "JKM"] },
    });
  });

  test.each([
    [
      "no header",
      `${rowOf(0)}\n`,
      { reason: "columns-missing", columns: ["nik", "status", "programmes", "paid_through"] },
    ],
    [
      "a column missing",
      "nik,status,programmes\n",
      { reason: "columns-missing", columns: ["paid_through"] },
    ],
    ["a column twice", `${HEADER},nik\n`, { reason: "column-twice", column: "nik" }],
    [
      "nothing in it",
      "",
      { reason: "columns-missing", columns: ["nik", "status", "programmes", "paid_through"] },
    ],
    ["no member", `${HEADER}\n`, { reason: "no-members" }],
    [
      "a quotation mark that stays open",
      `${HEADER}\n${rowOf(0)}\n"${rowOf(1)}\n${rowOf(2)}\n`,
      { reason: "unreadable", line: 3 },
    ],
  ])("with %s is refused", async (_, text, refusal) => {
    await importText(target(), csvOf(1));
    const before = await inUse();
    const imported = await importText(target(), text, { request: { observedAt: LATER } });
    expect(imported).toMatchObject({ kind: "refused", refusal });
    expect(JSON.stringify(imported)).not.toContain(nikOf(0));
    expect(await inUse()).toEqual(before);
  });
});

describe("a bad row", () => {
  const row = (cells: string) => `${nikOf(0)},${cells}`;
  test.each([
    ["a NIK that is too short", `367399010100000,AKTIF,JKK,,`, "nik"],
    ["a NIK with no such birth date", `3673993213000000,AKTIF,JKK,,`, "nik"],
    ["a NIK that a spreadsheet spoiled", `3.67E+15,AKTIF,JKK,,`, "nik"],
    ["an unknown status", row("aktif,JKK,,"), "status"],
    ["an unknown programme", row("AKTIF,JKK+JKX,,"), "programmes"],
    ["an empty programme", row("AKTIF,JKK+,,"), "programmes"],
    ["no programme though insured", row("MASA_TENGGANG,,,"), "no-programmes"],
    ["an impossible date", row("AKTIF,JKK,2026-02-30,"), "paid-through"],
    ["a date written otherwise", row("AKTIF,JKK,31/12/2026,"), "paid-through"],
    ["an unknown segment", row("AKTIF,JKK,,PBI"), "segment"],
    ["a column too few", row("AKTIF,JKK,"), "columns"],
    ["a column too many", row("AKTIF,JKK,,,x"), "columns"],
  ])("has %s: told with its line, and the old roster stays", async (_, bad, reason) => {
    await importText(target(), csvOf(1));
    const before = await inUse();
    const text = [HEADER, rowOf(1), bad, rowOf(2)].join("\n");
    const imported = await importText(target(), text, { request: { observedAt: LATER } });
    const badRows = [{ line: 3, reason }];
    expect(imported).toMatchObject({ refusal: { reason: "bad-rows", bad: 1, badRows } });
    expect(await inUse()).toEqual(before);
    expect(await lookUp(nikOf(0))).toMatchObject({ kind: "found" });
  });

  test("is left out where that is accepted, and the roster is then not complete", async () => {
    const text = [HEADER, rowOf(1), "x,AKTIF,JKK,,", rowOf(2)].join("\n");
    const request = { acceptBadRows: true, complete: true };
    const imported = await importText(target(), text, { request });
    expect(imported).toMatchObject({
      kind: "in-use",
      inUse: { complete: false },
      state: { members: 2, bad: 1, badRows: [{ line: 3, reason: "nik" }] },
    });
  });

  test("tells of a person again, and otherwise: told with both lines, across pages, and neither counts", async () => {
    const lines = csvOf(1500).trimEnd().split("\n");
    lines[1101] = `${nikOf(4)},NONAKTIF,JKK,,`;
    lines[6] = `${nikOf(4)},NONAKTIF,JKK,,`;
    const text = lines.join("\n");
    const badRows = [
      { line: 7, reason: "contradiction", firstLine: 6 },
      { line: 1102, reason: "contradiction", firstLine: 6 },
    ];
    const refused = await importText(target(), text);
    expect(refused).toMatchObject({ refusal: { reason: "bad-rows", bad: 2, badRows } });
    const imported = await importText(target(), text, { request: { acceptBadRows: true } });
    expect(imported).toMatchObject({ kind: "in-use", state: { members: 1497, bad: 2, badRows } });
    expect(await lookUp(nikOf(4))).toMatchObject({ kind: "no-answer", cause: "not-found" });
  });

  test("is told up to a hundred times", async () => {
    const text = [HEADER, ...Array.from({ length: 150 }, () => "x,AKTIF,JKK,,")].join("\n");
    const imported = await importText(target(), text);
    if (imported.kind !== "refused" || imported.refusal.reason !== "bad-rows") throw new Error();
    expect([imported.refusal.bad, imported.refusal.badRows.length]).toEqual([150, 100]);
  });
});
