import { describe, expect, test } from "vitest";
import { importRoster } from "../../src/registry/import/import-roster.ts";
import { SourceChanged } from "../../src/registry/roster-file/source.ts";
import { createSnapshotRegistry } from "../../src/registry/snapshot-registry.ts";
import { readPointer } from "../../src/registry/snapshots/pointer.ts";
import { readRecords } from "../../src/registry/snapshots/record.ts";
import { pseudonymWith } from "../../src/store/identity.ts";
import { ensureTables } from "../../src/store/tables.ts";
import { testDatabase } from "../store/support/database.ts";
import {
  csvOf,
  deadline,
  everything,
  freshTable,
  importText,
  NOW,
  nikOf,
  OBSERVED_AT,
  pseudonym,
  sourceOf,
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

async function stateOf(snapshot: string) {
  const [record] = await readRecords(target(), [snapshot], AbortSignal.timeout(5000));
  return record?.state ?? null;
}

describe("an import", () => {
  test("of the same file twice does nothing", async () => {
    await importText(target(), csvOf(3));
    const before = await everything(target());
    expect(await importText(target(), csvOf(3))).toMatchObject({ kind: "unchanged" });
    expect(await everything(target())).toEqual(before);
  });

  test("of the same file under a new identity key is another", async () => {
    await importText(target(), csvOf(3));
    const rotated = pseudonymWith({ id: "k2", secret: Buffer.alloc(32, 8) });
    const imported = await importText({ ...target(), pseudonym: rotated }, csvOf(3));
    expect(imported).toMatchObject({ kind: "in-use" });
  });

  test("of an older observation is refused", async () => {
    await importText(target(), csvOf(3), { request: { observedAt: LATER } });
    expect(await importText(target(), csvOf(4))).toEqual({
      kind: "refused",
      refusal: { reason: "older", observedAt: OBSERVED_AT, inUseObservedAt: LATER },
    });
  });

  test.each([
    ["the future", "2026-11-22T05:05:01Z", "observed-in-future"],
    ["no time zone", "2026-11-20T02:00:00", "observed-at-invalid"],
    ["no such day", "2026-13-20T02:00:00Z", "observed-at-invalid"],
  ])("observed in %s is refused", async (_, observedAt, reason) => {
    const imported = await importText(target(), csvOf(1), { request: { observedAt } });
    expect(imported).toMatchObject({ kind: "refused", refusal: { reason } });
  });

  test("in many short runs gives the same snapshot as one", async () => {
    const lines = csvOf(3321).trimEnd().split("\n");
    lines[3000] = `${nikOf(1)},AKTIF,JKK,,`;
    const text = lines.join("\r\n");
    const request = { acceptBadRows: true };
    const whole = await importText(target(), text, { request });
    const items = await everything(target());
    const other = { ...target(), table: `${target().table}-pieces` };
    await ensureTables(other.client, {
      coverage: other.table,
      decisions: "decisions",
      claims: "claims",
      applicants: "applicants",
    });
    let runs = 0;
    const until = {
      outOfTime: () => {
        runs += 1;
        return true;
      },
    };
    const pieces = await importText(other, text, { request, until });
    expect(runs).toBe(3);
    expect(pieces).toEqual(whole);
    expect(await everything(other)).toEqual(items);
  });

  test("that stops anywhere leaves the old roster, and the next one completes", async () => {
    await importText(target(), csvOf(1));
    const before = await inUse();
    let pages = 0;
    const until = {
      clock: () => {
        pages += 1;
        if (pages > 3) throw new Error("the process ends here");
        return new Date(NOW);
      },
    };
    const request = { observedAt: LATER };
    const text = csvOf(3000);
    await expect(importText(target(), text, { request, until })).rejects.toThrow("ends here");
    expect(await inUse()).toEqual(before);
    expect(await lookUp(nikOf(0))).toMatchObject({ kind: "found", observedAt: OBSERVED_AT });
    expect(await importText(target(), text, { request })).toMatchObject({
      kind: "in-use",
      state: { members: 3000, bad: 0 },
    });
  });

  test("beside another: one wins, the other is refused, and its snapshot is out of use", async () => {
    await importText(target(), csvOf(1));
    const ended = await Promise.all([
      importText(target(), csvOf(1200), { request: { observedAt: LATER } }),
      importText(target(), csvOf(1201), { request: { observedAt: LATER } }),
    ]);
    expect(ended.map(({ kind }) => kind).sort()).toEqual(["in-use", "refused"]);
    const [won] = ended.filter(({ kind }) => kind === "in-use");
    const [lost] = ended.filter(({ kind }) => kind === "refused");
    expect(lost).toMatchObject({ refusal: { reason: "overtaken" } });
    if (won?.kind !== "in-use" || lost === undefined || !("state" in lost)) throw new Error();
    expect((await inUse())?.snapshot).toBe(won.inUse.snapshot);
    expect(await stateOf(won.inUse.snapshot)).toBe("ready");
    expect(await stateOf(lost.state.snapshot)).toBe("retired");
  });

  test("of the same file beside itself ends well for both", async () => {
    const ended = await Promise.all([
      importText(target(), csvOf(1500)),
      importText(target(), csvOf(1500)),
    ]);
    expect(ended.map(({ kind }) => kind).sort()).toEqual(["in-use", "unchanged"]);
    expect(await lookUp(nikOf(1499))).toMatchObject({ kind: "found" });
  });

  test("of a file that changes meanwhile is refused", async () => {
    const source = sourceOf(csvOf(10));
    let opened = 0;
    const changing = {
      open: (offset: number) => {
        opened += 1;
        if (opened > 2) throw new SourceChanged();
        return source.open(offset);
      },
    };
    const asked = {
      source: changing,
      observedAt: OBSERVED_AT,
      complete: false,
      acceptBadRows: false,
    };
    const imported = await importRoster(target(), asked, deadline());
    expect(imported).toMatchObject({ kind: "refused", refusal: { reason: "source-changed" } });
    expect(await inUse()).toBeNull();
  });

  test("stores nobody by a NIK", async () => {
    await importText(target(), csvOf(3));
    const stored = JSON.stringify([...(await everything(target()))]);
    expect(stored).toContain(pseudonym("nik", nikOf(0)));
    expect(stored).not.toContain(nikOf(0));
  });
});
