import { beforeEach, describe, expect, test, vi } from "vitest";
import { handler as importHandler } from "../../functions/import-roster.ts";
import { handler as pruneHandler } from "../../functions/prune-roster.ts";
import { readPointer } from "../../src/registry/snapshots/pointer.ts";
import { identityKeySetOf } from "../../src/store/identity-keys.ts";
import { csvOf, freshTable, HEADER, nikOf, rowOf } from "../registry/support/rosters.ts";
import { testDatabase } from "../store/support/database.ts";
import { entriesIn, keepOutput, type MetricSeen, metricsIn } from "./support/output.ts";
import { queued, REGION, rosterBucket, uploaded } from "./support/roster-bucket.ts";

const database = testDatabase();
const target = freshTable(database);
const { settings, upload, nextMessage } = rosterBucket();

beforeEach(() => {
  const environment = {
    AWS_REGION: REGION,
    AWS_ACCESS_KEY_ID: "local",
    AWS_SECRET_ACCESS_KEY: "local",
    LAYAK_COVERAGE_TABLE: target().table,
    LAYAK_IDENTITY_KEYS: JSON.stringify(
      identityKeySetOf({ id: "k1", secret: Buffer.alloc(32, 7) }),
    ),
    LAYAK_DYNAMODB_ENDPOINT: database.endpoint(),
    ...settings(),
  };
  vi.unstubAllEnvs();
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
});

let measuredLast: readonly MetricSeen[] = [];

/** What a handler logged while it ran, with so much time left. */
async function run(
  handler: typeof importHandler | typeof pruneHandler,
  event: unknown,
  milliseconds = 900_000,
): Promise<readonly unknown[]> {
  const output = keepOutput();
  try {
    await handler(event, { getRemainingTimeInMillis: () => milliseconds });
  } finally {
    output.stop();
  }
  measuredLast = metricsIn(output.text());
  return entriesIn(output.text());
}

async function inUse() {
  return await readPointer(target(), AbortSignal.timeout(5000));
}

describe("the function that imports rosters", () => {
  test("takes an uploaded file into use, as its metadata say", async () => {
    const observedAt = "2026-11-20T02:00:00Z";
    await upload("daftar november+1.csv", csvOf(3), {
      "observed-at": observedAt,
      complete: "true",
    });
    const told = await run(importHandler, uploaded("daftar+november%2B1.csv"));
    expect(told).toMatchObject([
      { level: "INFO", message: "roster-in-use", observedAt, complete: true, members: 3, bad: 0 },
    ]);
    expect(await inUse()).toMatchObject({ observedAt, complete: true });
    expect(await run(importHandler, uploaded("daftar+november%2B1.csv"))).toMatchObject([
      { level: "INFO", message: "roster-unchanged" },
    ]);
  });

  test("tells of bad rows by their line, never by what they say, and wakes somebody", async () => {
    await upload("bad.csv", [HEADER, rowOf(0), rowOf(1), rowOf(0)].join("\n"));
    const told = await run(importHandler, uploaded("bad.csv"));
    expect(told).toEqual([
      { level: "WARN", message: "roster-bad-row", line: 4, reason: "duplicate", firstLine: 2 },
      { level: "CRITICAL", message: "roster-refused", reason: "bad-rows" },
    ]);
    expect(JSON.stringify(told)).not.toContain(nikOf(0));
    expect(measuredLast).toMatchObject([{ name: "RostersRefused", value: 1 }]);
    expect(await inUse()).toBeNull();
  });

  test("warns where rows that differ, or are wrong, make a roster incomplete", async () => {
    const rows = [HEADER, rowOf(0), rowOf(1), `${nikOf(0)},NONAKTIF,,,`];
    const observedAt = "2026-11-20T02:00:00Z";
    await upload("differing.csv", rows.join("\n"), {
      "observed-at": observedAt,
      complete: "true",
      "accept-bad-rows": "true",
    });
    expect(await run(importHandler, uploaded("differing.csv"))).toEqual([
      { level: "WARN", message: "roster-bad-row", line: 4, reason: "contradiction", firstLine: 2 },
      {
        level: "WARN",
        message: "roster-in-use",
        snapshot: expect.any(String),
        observedAt,
        complete: false,
        completeDropped: true,
        members: 1,
        bad: 1,
        leftOut: 1,
      },
    ]);
  });

  test("goes on by messages to itself where time runs out", async () => {
    await upload("large.csv", csvOf(2100), { "observed-at": "2026-11-20T02:00:00Z" });
    const short = 59_000;
    expect(await run(importHandler, uploaded("large.csv"), short)).toMatchObject([
      { message: "roster-import-goes-on", members: 1000, lines: 1001 },
    ]);
    const first = await nextMessage();
    expect(first).not.toContain(nikOf(0));
    const goOn = queued(first);
    expect(await run(importHandler, goOn, short)).toMatchObject([
      { message: "roster-import-goes-on", members: 2000, lines: 2001 },
    ]);
    expect(await inUse()).toBeNull();
    const second = queued(await nextMessage());
    expect(await run(importHandler, second, short)).toMatchObject([
      { message: "roster-in-use", members: 2100 },
    ]);
    // A queue may give a message again.
    expect(await run(importHandler, second)).toMatchObject([{ message: "roster-unchanged" }]);
  });

  test("refuses to go on with a file that was replaced meanwhile", async () => {
    await upload("replaced.csv", csvOf(1100), { "observed-at": "2026-11-20T02:00:00Z" });
    await run(importHandler, uploaded("replaced.csv"), 59_000);
    await upload("replaced.csv", csvOf(1200), { "observed-at": "2026-11-21T02:00:00Z" });
    const goOn = queued(await nextMessage());
    expect(await run(importHandler, goOn)).toEqual([
      { level: "CRITICAL", message: "roster-refused", reason: "source-changed" },
    ]);
    expect(await inUse()).toBeNull();
  });

  test.each([
    ["nothing", {}],
    ["a message of somebody else", { Records: [{ body: "{}" }] }],
  ])("fails on %s", async (_, event) => {
    await expect(run(importHandler, event)).rejects.toThrow();
  });
});

describe("the function that prunes rosters", () => {
  test("removes the one that was in use before, after the time it is kept", async () => {
    for (const [day, members] of [
      ["20", 3],
      ["21", 4],
    ] as const) {
      await upload(`${day}.csv`, csvOf(members), { "observed-at": `2026-11-${day}T02:00:00Z` });
      await run(importHandler, uploaded(`${day}.csv`));
    }
    const before = await inUse();
    // Members are removed by their keys: nobody has to be named.
    vi.stubEnv("LAYAK_IDENTITY_KEYS", undefined);
    expect(await run(pruneHandler, {})).toMatchObject([{ message: "roster-pruned", removed: 0 }]);
    vi.stubEnv("LAYAK_ROSTER_KEEP_HOURS", "0");
    expect(await run(pruneHandler, {})).toMatchObject([
      { message: "roster-pruned", removed: 1, kept: 1 },
    ]);
    expect(await inUse()).toEqual(before);
  });
});
