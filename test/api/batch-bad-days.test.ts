import { setImmediate as nextTurn } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import type { Ledger, RecordedChunk } from "../../src/ledger/entry.ts";
import {
  type Answered,
  harness,
  kioskRequest,
  NIKS,
  NOW,
  postOf,
  testLedger,
} from "./support/harness.ts";

const ROUTE = "/v1/decisions/batch";
const KEY = { "idempotency-key": "satu" };

/** Three chunks: fifty, fifty, thirty. */
const MANY = postOf({ items: Array.from({ length: 130 }, () => kioskRequest()) }, KEY);

/** A ledger whose storing of chunks can be meddled with; it counts them. */
function meddledLedger(meddle: (chunk: number) => Promise<RecordedChunk | null>) {
  const kept = testLedger();
  const begun: number[] = [];
  const ledger: Ledger = {
    ...kept,
    recordChunk: async (chunk, signal) => {
      begun.push(chunk.chunk);
      return (await meddle(chunk.chunk)) ?? kept.recordChunk(chunk, signal);
    },
  };
  return { ledger, begun, entries: kept.entries };
}

const DOWN: RecordedChunk = { kind: "unavailable", cause: new Error(NIKS.active) };

/** Keeps the processor to itself. */
function busy(milliseconds: number): void {
  const end = performance.now() + milliseconds;
  while (performance.now() < end);
}

interface Result {
  readonly outcome?: string;
  readonly problem?: { readonly code: string };
}

function resultsOf({ body }: Answered): readonly Result[] {
  return JSON.parse(JSON.stringify(body["results"]));
}

/** How many results of each kind, in runs: `[["eligible", 50], ["ledger-unavailable", 80]]`. */
function runsOf(answered: Answered): readonly (readonly [string, number])[] {
  const runs: [string, number][] = [];
  for (const { outcome, problem } of resultsOf(answered)) {
    const kind = outcome ?? problem?.code ?? "";
    const last = runs.at(-1);
    if (last?.[0] === kind) last[1] += 1;
    else runs.push([kind, 1]);
  }
  return runs;
}

const alarmsOf = ({ lines }: ReturnType<typeof harness>) =>
  lines.filter(({ level }) => level === "alarm").map(({ event }) => event);

describe("a batch whose ledger fails on the way", () => {
  test("gives what was stored, refuses the rest at once, and decides it under the same key", async () => {
    let down = true;
    const { ledger, begun, entries } = meddledLedger(async (chunk) =>
      down && chunk === 1 ? DOWN : null,
    );
    const api = harness({ ledger });
    const first = await api.send(ROUTE, MANY);
    expect(first.status).toBe(200);
    expect(runsOf(first)).toEqual([
      ["eligible", 50],
      ["ledger-unavailable", 80],
    ]);
    expect([begun, entries.length]).toEqual([[0, 1], 50]);
    expect(alarmsOf(api)).toEqual(["ledger-unavailable"]);
    down = false;
    const second = await api.send(ROUTE, MANY);
    expect(runsOf(second)).toEqual([["eligible", 130]]);
    expect(resultsOf(second).slice(0, 50)).toEqual(resultsOf(first).slice(0, 50));
    expect(new Set(entries.map(({ record }) => record.id)).size).toBe(130);
    expect((await api.send(ROUTE, MANY)).body).toEqual(second.body);
  });

  test("refuses an item for its own fault all the same", async () => {
    const { ledger } = meddledLedger(async (chunk) => (chunk === 1 ? DOWN : null));
    const items = Array.from({ length: 60 }, (_, index) => (index % 2 ? {} : kioskRequest()));
    const answered = await harness({ ledger }).send(ROUTE, postOf({ items }));
    const results = resultsOf(answered).slice(49, 53);
    expect(results.map(({ problem }) => problem?.code)).toEqual([
      "request-invalid",
      "ledger-unavailable",
      "request-invalid",
      "ledger-unavailable",
    ]);
  });

  test.each<readonly [string, () => Promise<RecordedChunk>]>([
    ["says so", async () => DOWN],
    ["throws", () => Promise.reject(new Error(NIKS.active))],
    ["hangs", () => new Promise(() => {})],
  ])("from the beginning is 503 as a whole, and no decision: it %s", async (_, meddle) => {
    const { ledger, begun } = meddledLedger(meddle);
    const api = harness({ ledger, timeLimits: { ledger: 50 } });
    const { status, headers, body } = await api.send(ROUTE, MANY);
    expect([status, headers.get("retry-after"), body["code"]]).toEqual([
      503,
      "5",
      "ledger-unavailable",
    ]);
    expect(body).not.toHaveProperty("results");
    expect([begun, alarmsOf(api)]).toEqual([[0], ["ledger-unavailable"]]);
  });

  test("so that a repeated one cannot be read is 503 as a whole", async () => {
    const recallChunk = () => Promise.reject(new Error("down"));
    const api = harness({ ledger: { ...testLedger(), recallChunk } });
    await api.send(ROUTE, MANY);
    const { status, headers } = await api.send(ROUTE, MANY);
    expect([status, headers.get("retry-after")]).toEqual([503, "5"]);
  });
});

describe("a batch's time", () => {
  test("over before the last chunk leaves that to the next try under the same key", async () => {
    let now = NOW.getTime();
    const slow = meddledLedger(async () => {
      now += 12_000;
      return null;
    });
    const api = harness({ ledger: slow.ledger, clock: () => new Date(now) });
    const first = await api.send(ROUTE, MANY);
    expect(runsOf(first)).toEqual([
      ["eligible", 100],
      ["batch-unfinished", 30],
    ]);
    expect([slow.begun, alarmsOf(api)]).toEqual([[0, 1], []]);
    const second = await api.send(ROUTE, MANY);
    expect(runsOf(second)).toEqual([["eligible", 130]]);
    expect(slow.entries).toHaveLength(130);
  });

  test("over while a chunk is decided is no fault of the ledger, and no more of it is decided", async () => {
    let now = NOW.getTime();
    let opinions = 0;
    const { ledger, begun } = meddledLedger(async () => null);
    const api = harness({
      ledger,
      clock: () => new Date(now),
      secondOpinion: async () => {
        now += 600;
        opinions += 1;
        return { engine: "slow", rules: { scope: true, terlindungi: true, luas: true } };
      },
    });
    const { status, headers, body } = await api.send(ROUTE, MANY);
    expect([status, headers.get("retry-after"), body["code"]]).toEqual([
      503,
      "1",
      "batch-unfinished",
    ]);
    expect([begun, alarmsOf(api)]).toEqual([[], []]);
    // 42 times 0.6 s is the first to be more than 25 s.
    expect(opinions).toBe(42);
  });

  test("in the ledger is its own: the deciding of fifty does not count", async () => {
    const { ledger } = meddledLedger(async () => null);
    const api = harness({
      ledger,
      timeLimits: { ledger: 60 },
      secondOpinion: async () => {
        busy(3);
        return { engine: "busy", rules: { scope: true, terlindungi: true, luas: true } };
      },
    });
    expect(runsOf(await api.send(ROUTE, MANY))).toEqual([["eligible", 130]]);
  });

  test("is shared with other requests: who takes long takes a turn of its own", async () => {
    let turns = 0;
    let done = false;
    const counting = (async () => {
      while (!done) {
        await nextTurn();
        turns += 1;
      }
    })();
    const secondOpinion = async () => {
      busy(3);
      return { engine: "busy", rules: { scope: true, terlindungi: true, luas: true } };
    };
    await harness({ secondOpinion }).send(ROUTE, MANY);
    done = true;
    await counting;
    expect(turns).toBeGreaterThanOrEqual(130);
  });
});
