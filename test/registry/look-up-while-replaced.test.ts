import { describe, expect, onTestFinished, test } from "vitest";
import { loadRoster } from "../../src/registry/load-roster.ts";
import type { Member } from "../../src/registry/roster.ts";
import { createSnapshotRegistry } from "../../src/registry/snapshot-registry.ts";
import { clientOf, testDatabase } from "../store/support/database.ts";
import { freshTable, NOW, nikOf, OBSERVED_AT } from "./support/rosters.ts";

const database = testDatabase();
const target = freshTable(database);
const MEMBER: Member = { nik: nikOf(0), status: "AKTIF", programmes: ["JKK", "JKM"] };
const DAY = { asOf: "2026-11-22", today: "2026-11-22" };

async function load(snapshot: string, members: readonly Member[]): Promise<void> {
  const roster = { snapshot, observedAt: OBSERVED_AT, complete: true, members };
  await loadRoster(target(), roster, AbortSignal.timeout(5000));
}

/** A registry whose database lets something happen after each reading, by its number from 1 on. */
function registryWith(afterReading: (reading: number) => Promise<void>) {
  const client = clientOf(database.endpoint(), 1, 10_000);
  onTestFinished(() => client.destroy());
  let readings = 0;
  client.middlewareStack.add((next) => async (given) => {
    const answer = await next(given);
    readings += 1;
    await afterReading(readings);
    return answer;
  });
  const registry = createSnapshotRegistry({
    ...target(),
    client,
    clock: () => new Date(NOW),
    maximumAgeDays: 31,
  });
  return {
    readings: () => readings,
    lookUp: async (nik: string) =>
      (await registry.lookUp([nik], DAY, AbortSignal.timeout(5000))).get(nik),
  };
}

describe("a look-up that misses somebody", () => {
  test("counts where the roster is still in use afterwards", async () => {
    await load("one", [MEMBER]);
    const { lookUp, readings } = registryWith(async () => undefined);
    expect(await lookUp(nikOf(1))).toEqual({ kind: "not-a-member", observedAt: OBSERVED_AT });
    expect(readings()).toBe(3);
  });

  test("looks once more where another roster came into use meanwhile", async () => {
    await load("one", []);
    const { lookUp } = registryWith(async (reading) => {
      if (reading === 2) await load("two", [MEMBER]);
    });
    expect(await lookUp(nikOf(0))).toMatchObject({ kind: "found" });
  });

  test("is no answer where the roster changed then too", async () => {
    await load("one", []);
    const { lookUp } = registryWith(async (reading) => {
      if (reading === 2 || reading === 4) await load(`after-${reading}`, []);
    });
    expect(await lookUp(nikOf(0))).toEqual({ kind: "no-answer", cause: "unavailable" });
  });

  test("still answers for whom it found", async () => {
    await load("one", [MEMBER]);
    const { lookUp, readings } = registryWith(async () => undefined);
    expect(await lookUp(nikOf(0))).toMatchObject({ kind: "found" });
    expect(readings()).toBe(2);
  });
});

describe("a roster observed in the future", () => {
  test.each([
    ["five minutes ahead", "2026-11-22T05:05:00Z", { kind: "found" }],
    ["more than five minutes ahead", "2026-11-22T05:05:01Z", { kind: "no-answer", cause: "stale" }],
  ])("%s", async (_, observedAt, expected) => {
    const roster = { snapshot: "one", observedAt, complete: true, members: [MEMBER] };
    await loadRoster(target(), roster, AbortSignal.timeout(5000));
    const { lookUp } = registryWith(async () => undefined);
    expect(await lookUp(nikOf(0))).toMatchObject(expected);
  });
});
