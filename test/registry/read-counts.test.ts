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

  it("are there of an invented roster too", async () => {
    const facts = { status: "AKTIF", programmes: ["JKK"] };
    const members = [0, 1, 2].map((index) => ({ nik: nikOf(index), ...facts }));
    const roster = { snapshot: "invented", observedAt: OBSERVED_AT, complete: false, members };
    await loadRoster(target(), roster, AbortSignal.timeout(5000));
    expect((await counts())?.counts).toEqual([{ ...facts, people: 3 }]);
  });
});
