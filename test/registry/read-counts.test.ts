import { describe, expect, it } from "vitest";
import { loadRoster } from "../../src/registry/load-roster.ts";
import { readRosterCounts } from "../../src/registry/read-counts.ts";
import { testDatabase } from "../store/support/database.ts";
import {
  csvOf,
  freshTable,
  HEADER,
  importText,
  nikOf,
  OBSERVED_AT,
  rowOf,
} from "./support/rosters.ts";

const target = freshTable(testDatabase());

async function counts() {
  return await readRosterCounts(target(), AbortSignal.timeout(5000));
}

describe("the counts of the roster in use", () => {
  it("are none where there is no roster", async () => {
    expect(await counts()).toBe(null);
  });

  it("are those of all its people, over all its pages, however often its import stopped", async () => {
    await importText(target(), csvOf(2500), { until: { outOfTime: () => true } });
    expect(await counts()).toEqual({
      observedAt: OBSERVED_AT,
      complete: false,
      counts: [{ status: "AKTIF", segment: "BPU", programmes: ["JKK", "JKM"], people: 2500 }],
      places: [],
      earlier: [],
    });
  });

  it("leave out whoever is told of twice, differently, pages apart", async () => {
    const rows = Array.from({ length: 1500 }, (_, index) => rowOf(index));
    const lapsed = `${nikOf(3)},NONAKTIF,,,`;
    const same = rowOf(4);
    const alone = `${nikOf(1600)},NONAKTIF,,,`;
    const file = [HEADER, ...rows, lapsed, same, alone].join("\n");
    await importText(target(), file, { request: { acceptBadRows: true } });
    expect((await counts())?.counts).toEqual([
      { status: "AKTIF", segment: "BPU", programmes: ["JKK", "JKM"], people: 1499 },
      { status: "NONAKTIF", programmes: [], people: 1 },
    ]);
  });

  describe("by office and district", () => {
    const columns = "nik,status,programmes,paid_through,segment,opd,district";
    const placed = (index: number, places: string) => `${rowOf(index)},${places}`;
    const rows = Array.from({ length: 1200 }, (_, index) =>
      placed(index, `${index < 900 ? "Dinas Kesehatan" : ""},Cipocok Jaya`),
    );
    const file = [columns, ...rows, `${nikOf(1300)},NONAKTIF,,,,Dishub,Serang`];

    it("are those that the file tells, over all its pages", async () => {
      await importText(target(), file.join("\n"), { until: { outOfTime: () => true } });
      expect((await counts())?.places).toEqual([
        { place: "opd", value: "Dinas Kesehatan", status: "AKTIF", people: 900 },
        { place: "district", value: "Cipocok Jaya", status: "AKTIF", people: 1200 },
        { place: "opd", value: "", status: "AKTIF", people: 300 },
        { place: "opd", value: "Dishub", status: "NONAKTIF", people: 1 },
        { place: "district", value: "Serang", status: "NONAKTIF", people: 1 },
      ]);
    });

    it("are not told where somebody counts no more, of whom nobody knows where they were", async () => {
      const contradicted = `${nikOf(3)},NONAKTIF,,,,Dishub,Serang`;
      const request = { acceptBadRows: true };
      await importText(target(), [...file, contradicted].join("\n"), { request });
      const found = await counts();
      expect([found?.places, found?.counts.length]).toEqual([[], 2]);
    });

    it("are not told of a column that holds no offices: too many of them, or numbers", async () => {
      const odd = Array.from({ length: 300 }, (_, index) =>
        placed(index, `Kantor ${index},${nikOf(index)}`),
      );
      await importText(target(), [columns, ...odd].join("\n"));
      expect((await counts())?.places).toEqual([
        { place: "district", value: "", status: "AKTIF", people: 300 },
      ]);
    });
  });

  it("are kept of the last roster of each month before", async () => {
    const observed = ["2026-09-10", "2026-10-05", "2026-10-28", "2026-11-20"];
    for (const [index, day] of observed.entries()) {
      const request = { observedAt: `${day}T02:00:00Z` };
      await importText(target(), csvOf(10 + index), { request });
    }
    const found = await counts();
    const told = [...(found?.earlier ?? []), ...(found === null ? [] : [found])];
    expect(told.map(({ observedAt, counts: [first] }) => [observedAt, first?.people])).toEqual([
      ["2026-09-10T02:00:00Z", 10],
      ["2026-10-28T02:00:00Z", 12],
      ["2026-11-20T02:00:00Z", 13],
    ]);
  });

  it("are there of an invented roster too", async () => {
    const facts = { status: "AKTIF", programmes: ["JKK"] };
    const members = [0, 1, 2].map((index) => ({ nik: nikOf(index), ...facts }));
    const roster = { snapshot: "invented", observedAt: OBSERVED_AT, complete: false, members };
    await loadRoster(target(), roster, AbortSignal.timeout(5000));
    expect((await counts())?.counts).toEqual([{ ...facts, people: 3 }]);
  });
});
