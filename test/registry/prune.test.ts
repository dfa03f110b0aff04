import { describe, expect, test } from "vitest";
import { beginImport } from "../../src/registry/import/begin.ts";
import { continueImport } from "../../src/registry/import/import-roster.ts";
import { loadRoster } from "../../src/registry/load-roster.ts";
import { readPointer } from "../../src/registry/snapshots/pointer.ts";
import { type Pruned, pruneSnapshots } from "../../src/registry/snapshots/prune.ts";
import { testDatabase } from "../store/support/database.ts";
import {
  csvOf,
  deadline,
  everything,
  freshTable,
  importText,
  NOW,
  OBSERVED_AT,
  sourceOf,
} from "./support/rosters.ts";

const database = testDatabase();
const target = freshTable(database);
const HOUR = 3_600_000;
const signal = () => AbortSignal.timeout(30_000);

function hoursOn(hours: number): Date {
  return new Date(Date.parse(NOW) + hours * HOUR);
}

async function prune(hours: number, outOfTime = () => false): Promise<Pruned> {
  return await pruneSnapshots(target(), {
    keepMilliseconds: 24 * HOUR,
    clock: () => hoursOn(hours),
    outOfTime,
    signal: signal(),
  });
}

async function importAt(hours: number, members: number) {
  const observedAt = new Date(Date.parse(OBSERVED_AT) + hours * HOUR).toISOString();
  const until = { clock: () => hoursOn(hours) };
  const imported = await importText(target(), csvOf(members), { request: { observedAt }, until });
  if (imported.kind !== "in-use") throw new Error(`not in use: ${imported.kind}`);
  return imported.inUse.snapshot;
}

/** The snapshots that anything in the table belongs to. */
async function leftOf(snapshot: string): Promise<number> {
  return [...(await everything(target())).keys()].filter((key) => key.includes(snapshot)).length;
}

describe("the roster that was in use before", () => {
  test("is kept for a day, and then removed whole, while the one in use stays", async () => {
    const first = await importAt(0, 1300);
    const second = await importAt(1, 20);
    const before = await leftOf(second);
    expect(await prune(24.9)).toEqual({ removed: 0, retired: 0, kept: 2, finished: true });
    expect(await leftOf(first)).toBe(1300 + 2 + 1);
    expect(await prune(25.1)).toEqual({ removed: 1, retired: 0, kept: 1, finished: true });
    expect(await leftOf(first)).toBe(0);
    expect(await leftOf(second)).toBe(before);
    expect(await prune(1000)).toEqual({ removed: 0, retired: 0, kept: 1, finished: true });
    expect([...(await everything(target())).keys()].filter((key) => key.includes(first))).toEqual(
      [],
    );
  });

  test("is removed by the next run where time ran out", async () => {
    const first = await importAt(0, 1300);
    await importAt(1, 20);
    let pages = 0;
    const outOfTime = () => {
      pages += 1;
      return pages > 1;
    };
    expect(await prune(26, outOfTime)).toMatchObject({ removed: 0, finished: false });
    expect(await leftOf(first)).toBe(1000 + 1 + 1);
    expect(await prune(26)).toMatchObject({ removed: 1, finished: true });
    expect(await leftOf(first)).toBe(0);
  });
});

describe("a roster that is being written", () => {
  async function begin(hours: number) {
    const observedAt = new Date(Date.parse(OBSERVED_AT) + hours * HOUR).toISOString();
    const source = sourceOf(csvOf(1300));
    const request = { source, observedAt, complete: false, acceptBadRows: false };
    const begun = await beginImport(target(), request, hoursOn(hours), signal());
    if (begun.kind !== "begun") throw new Error("it did not begin");
    const short = deadline({ outOfTime: () => true, clock: () => hoursOn(hours) });
    const imported = await continueImport(target(), source, begun.state, short);
    if (imported.kind !== "out-of-time") throw new Error("it ended");
    return { source, state: imported.state };
  }

  test("is not touched, and goes on", async () => {
    await importAt(0, 3);
    const { source, state } = await begin(1);
    expect(await prune(6.5)).toEqual({ removed: 0, retired: 0, kept: 2, finished: true });
    const going = deadline({ clock: () => hoursOn(6.5) });
    expect(await continueImport(target(), source, state, going)).toMatchObject({
      kind: "in-use",
      state: { members: 1300 },
    });
  });

  test("and was silent for hours is out of use, then removed a day later, and goes on no more", async () => {
    const inUse = await importAt(0, 3);
    const { source, state } = await begin(1);
    expect(await prune(8)).toEqual({ removed: 0, retired: 1, kept: 1, finished: true });
    expect(await prune(31)).toMatchObject({ removed: 0 });
    expect(await prune(33)).toMatchObject({ removed: 1 });
    expect(await leftOf(state.snapshot)).toBe(0);
    expect(await continueImport(target(), source, state, deadline())).toMatchObject({
      kind: "refused",
      refusal: { reason: "interrupted" },
    });
    expect((await readPointer(target(), signal()))?.snapshot).toBe(inUse);
    expect(await leftOf(state.snapshot)).toBe(0);
  });

  test("again after it was removed is whole", async () => {
    await importAt(0, 3);
    const { state } = await begin(1);
    await prune(8);
    await prune(33);
    const again = await importAt(1, 1300);
    expect(again).toBe(state.snapshot);
    expect(await leftOf(again)).toBe(1300 + 2 + 1);
  });
});

describe("an invented roster", () => {
  const invented = (snapshot: string) => ({
    snapshot,
    observedAt: NOW,
    complete: false,
    members: [],
  });

  test("is replaced by any that is imported, and never replaces it", async () => {
    await loadRoster(target(), invented("synthetic-1"), signal());
    const imported = await importAt(0, 3);
    await loadRoster(target(), invented("synthetic-2"), signal());
    expect((await readPointer(target(), signal()))?.snapshot).toBe(imported);
  });

  test("of yesterday is removed too", async () => {
    await loadRoster(target(), invented("synthetic-1"), signal());
    await loadRoster(target(), invented("synthetic-2"), signal());
    const clock = () => new Date(Date.now() + 25 * HOUR);
    const options = { keepMilliseconds: 24 * HOUR, clock, outOfTime: () => false };
    const pruned = await pruneSnapshots(target(), { ...options, signal: signal() });
    expect(pruned).toEqual({ removed: 1, retired: 0, kept: 1, finished: true });
  });
});
