import { spawn } from "node:child_process";
import { once } from "node:events";
import { createWriteStream, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { finished } from "node:stream/promises";
import { setTimeout as pause } from "node:timers/promises";
import { describe, expect, onTestFinished, test } from "vitest";
import { withRoster } from "../../src/cli/roster/database.ts";
import { rosterImport, rosterPrune } from "../../src/cli/roster.ts";
import { close, listen } from "../../src/cli/serve/listen.ts";
import { createSnapshotRegistry } from "../../src/registry/snapshot-registry.ts";
import { readPointer } from "../../src/registry/snapshots/pointer.ts";
import { listSnapshots, readRecords } from "../../src/registry/snapshots/record.ts";
import { csvOf, HEADER, nikOf, rowOf } from "../registry/support/rosters.ts";
import { testDatabase } from "../store/support/database.ts";
import { checkedText } from "../support/checked-log.ts";
import { temporaryFolder, write } from "../support/files.ts";
import { recordingTerminal } from "../support/terminal.ts";

const database = testDatabase();
const OBSERVED_AT = "2026-11-20T02:00:00Z";
const LATER = "2026-11-21T02:00:00Z";
const LANGUAGE = { lang: "en" };

async function lookUp(data: string, nik: string, endpoint?: string) {
  const where = { data, ...(endpoint !== undefined && { endpoint }) };
  return await withRoster(where, async (target) => {
    const clock = () => new Date("2026-11-22T05:00:00Z");
    const registry = createSnapshotRegistry({ ...target, clock, maximumAgeDays: 31 });
    const day = { asOf: "2026-11-22", today: "2026-11-22" };
    return (await registry.lookUp([nik], day, AbortSignal.timeout(5000))).get(nik);
  });
}

function import_(file: string, options: Omit<Parameters<typeof rosterImport>[2], "lang">) {
  const terminal = recordingTerminal();
  return rosterImport(terminal, file, { ...LANGUAGE, ...options }).then((code) => ({
    code,
    out: terminal.out,
    err: terminal.err,
  }));
}

describe("layak roster import", () => {
  test("takes a file into use in the data directory that the service reads", async () => {
    const data = temporaryFolder();
    const file = write(data, "roster.csv", csvOf(3));
    expect(await import_(file, { data, observedAt: OBSERVED_AT, complete: true })).toEqual({
      code: 0,
      out: [
        "3 members, observed at 2026-11-20T02:00:00Z, are in use now. Whoever is not in it is no member.",
      ],
      err: [],
    });
    expect(await lookUp(data, nikOf(1))).toMatchObject({ kind: "found", observedAt: OBSERVED_AT });
    expect(await import_(file, { data, observedAt: OBSERVED_AT, complete: true })).toEqual({
      code: 0,
      out: ["This roster is in use already; nothing changed."],
      err: [],
    });
    expect(await import_(file, { data, observedAt: "2026-11-19T02:00:00Z" })).toEqual({
      code: 1,
      out: [],
      err: [
        "This roster was observed at 2026-11-19T02:00:00Z, before the one in use (2026-11-20T02:00:00Z). Get a newer export.",
        "The old roster stays in use.",
      ],
    });
  });

  test("tells every bad row by its line, and keeps the old roster", async () => {
    const data = temporaryFolder();
    await import_(write(data, "old.csv", csvOf(1)), { data, observedAt: OBSERVED_AT });
    const rows = [HEADER, rowOf(1), "1,AKTIF,JKK,,", rowOf(1), `${nikOf(2)},AKTIF,JKK,2026-02-30,`];
    const file = write(data, "new.csv", rows.join("\r\n"));
    const refused = await import_(file, { data, observedAt: LATER });
    expect(refused).toEqual({
      code: 1,
      out: [],
      err: [
        "line 3: the NIK must be 16 digits with a possible date of birth; a spreadsheet may have turned it into something like 3.67E+15",
        "line 4: this person is there already on line 2, which says the same; one of them counts",
        "line 5: paid_through must be a date that exists, such as 2026-12-31, or empty",
        "3 rows are wrong. Mend them and run this again; or leave them out with --accept-bad-rows.",
        "The old roster stays in use.",
      ],
    });
    expect(await lookUp(data, nikOf(0))).toMatchObject({ kind: "found" });
    const accepted = await import_(file, {
      data,
      observedAt: LATER,
      acceptBadRows: true,
      complete: true,
    });
    expect([accepted.code, accepted.out]).toEqual([
      0,
      [
        "1 member, observed at 2026-11-21T02:00:00Z, is in use now. 3 rows were left out. --complete does not hold any more because of that: whoever is not in it is not known.",
      ],
    ]);
  });

  const DIFFERING = [HEADER, rowOf(0), `${nikOf(0)},NONAKTIF,,2026-03-31,BPU`, rowOf(1)];

  test.each([
    [
      "id",
      "baris 3: orang ini sudah ada di baris 2, dan baris-baris tentang dia tidak sama isinya; tidak satu pun dihitung",
      "1 peserta, diamati 2026-11-21T02:00:00Z, kini dipakai. 1 baris dilewati. Karena baris tentang mereka tidak sama isinya, 1 orang tidak dihitung sama sekali. --complete tidak berlaku lagi karena itu: siapa yang tidak ada di dalamnya belum diketahui.",
    ],
    [
      "en",
      "line 3: this person is there already on line 2, and the lines about them differ; none of them counts",
      "1 member, observed at 2026-11-21T02:00:00Z, is in use now. 1 row was left out. 1 person does not count at all, as rows about them differ. --complete does not hold any more because of that: whoever is not in it is not known.",
    ],
  ])("tells in %s that a person whose rows differ is left out", async (lang, row, done) => {
    const data = temporaryFolder();
    const file = write(data, "roster.csv", DIFFERING.join("\n"));
    const terminal = recordingTerminal();
    const options = { data, observedAt: LATER, complete: true, acceptBadRows: true, lang };
    expect(await rosterImport(terminal, file, options)).toBe(0);
    expect([terminal.err, terminal.out]).toEqual([[row], [done]]);
    expect(await lookUp(data, nikOf(0))).toMatchObject({ cause: "not-found" });
    expect(await lookUp(data, nikOf(1))).toMatchObject({ kind: "found" });
  });

  test("tells programs that --complete does not hold, and how many people are left out", async () => {
    const data = temporaryFolder();
    const file = write(data, "roster.csv", DIFFERING.join("\n"));
    const asked = { data, observedAt: LATER, complete: true, acceptBadRows: true, json: true };
    const { code, out } = await import_(file, asked);
    const report: Readonly<Record<string, unknown>> = JSON.parse(out.join(""));
    expect([code, report]).toEqual([
      0,
      {
        result: "in-use",
        observedAt: LATER,
        complete: false,
        completeDropped: true,
        snapshot: expect.any(String),
        members: 1,
        bad: 1,
        leftOut: 1,
        badRows: [
          {
            line: 3,
            reason: "contradiction",
            firstLine: 2,
            message: { id: expect.any(String), en: expect.any(String) },
          },
        ],
      },
    ]);
  });

  test("prints JSON for programs, without a NIK", async () => {
    const data = temporaryFolder();
    const file = write(data, "roster.csv", [HEADER, rowOf(0), rowOf(0)].join("\n"));
    const { code, out, err } = await import_(file, { data, observedAt: LATER, json: true });
    expect([code, err]).toEqual([1, []]);
    expect(JSON.parse(out.join(""))).toMatchObject({
      result: "refused",
      reason: "bad-rows",
      members: 1,
      bad: 1,
      badRows: [
        {
          line: 3,
          reason: "duplicate",
          firstLine: 2,
          message: {
            en: "line 3: this person is there already on line 2, which says the same; one of them counts",
          },
        },
      ],
    });
    expect(out.join("")).not.toContain(nikOf(0));
  });

  test.each([
    ["a file that is not there", { file: "nowhere.csv" }, "The file nowhere.csv cannot be read."],
    [
      "no database",
      { endpoint: "http://127.0.0.1:1" },
      "No DynamoDB answers at http://127.0.0.1:1.",
    ],
  ])(
    "says what to do about %s",
    async (_, { file, endpoint }: { file?: string; endpoint?: string }, message) => {
      const data = temporaryFolder();
      const roster = file ?? write(data, "roster.csv", csvOf(1));
      const options = { data, ...(endpoint !== undefined && { endpoint }) };
      const { code, err } = await import_(roster, options);
      expect(code).toBe(1);
      expect(err.join("\n")).toContain(message);
    },
  );
});

describe("layak roster prune", () => {
  test("removes what went out of use", async () => {
    const data = temporaryFolder();
    await import_(write(data, "1.csv", csvOf(3)), { data, observedAt: OBSERVED_AT });
    await import_(write(data, "2.csv", csvOf(4)), { data, observedAt: LATER });
    const terminal = recordingTerminal();
    expect(await rosterPrune(terminal, { ...LANGUAGE, data, keepHours: "24" })).toBe(0);
    await pause(5);
    expect(await rosterPrune(terminal, { ...LANGUAGE, data, keepHours: "0" })).toBe(0);
    expect(terminal.out).toEqual([
      "0 old snapshots were removed, 2 stay.",
      "1 old snapshots were removed, 1 stay.",
    ]);
    expect(await lookUp(data, nikOf(3))).toMatchObject({ kind: "found", observedAt: LATER });
  });

  test("refuses hours that are none", async () => {
    const terminal = recordingTerminal();
    const data = temporaryFolder();
    expect(await rosterPrune(terminal, { ...LANGUAGE, data, keepHours: "-1" })).toBe(1);
    expect(terminal.err).toEqual(['--keep-hours must be a number of hours such as 24, not "-1".']);
  });
});

/** The built command line in a process of its own, at the database of this test. */
function started(
  data: string,
  arguments_: readonly string[],
  {
    flags = [],
    endpoint = database.endpoint(),
  }: Readonly<{ flags?: string[]; endpoint?: string }> = {},
) {
  const all = [...flags, "dist/layak.js", "roster", "import", ...arguments_];
  const where = ["--data", data, "--endpoint", endpoint, "--lang", "en"];
  const child = spawn(process.execPath, [...all, ...where], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, NO_COLOR: "1" },
  });
  const told: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    const tell = checkedText((piece) => told.push(piece));
    stream.on("data", (chunk: Buffer) => tell(chunk.toString()));
  }
  const ended = new Promise<{ code: number | null; told: string }>((resolve) => {
    child.on("close", (code) => resolve({ code, told: told.join("") }));
  });
  return { child, ended };
}

async function inUse(data: string) {
  return await withRoster({ data, endpoint: database.endpoint() }, (target) =>
    readPointer(target, AbortSignal.timeout(5000)),
  );
}

describe("the import in a process of its own", () => {
  test("killed in the middle leaves the old roster whole, and the next one completes", async () => {
    const data = temporaryFolder();
    const old = write(data, "old.csv", csvOf(2));
    const large = write(data, "large.csv", csvOf(5000));
    expect((await started(data, [old, "--observed-at", OBSERVED_AT]).ended).code).toBe(0);
    const before = await inUse(data);
    const { child, ended } = started(data, [large, "--observed-at", LATER]);
    const { client, table, pseudonym } = await withRoster(
      { data, endpoint: database.endpoint() },
      async (target) => ({ ...target, client: database.client() }),
    );
    const where = { client, table, pseudonym };
    const written = async () => {
      const names = await listSnapshots(where, AbortSignal.timeout(5000));
      const records = await readRecords(where, names, AbortSignal.timeout(5000));
      return records.find(({ state }) => state === "writing")?.pages ?? 0;
    };
    while ((await written()) < 2) await pause(10);
    child.kill("SIGKILL");
    expect((await ended).code).toBeNull();
    expect(await inUse(data)).toEqual(before);
    for (const index of [0, 1]) {
      expect(await lookUp(data, nikOf(index), database.endpoint())).toMatchObject({
        kind: "found",
        observedAt: OBSERVED_AT,
      });
    }
    const again = await started(data, [large, "--observed-at", LATER]).ended;
    expect(again).toMatchObject({ code: 0, told: expect.stringContaining("5000 members") });
    expect(await lookUp(data, nikOf(4999), database.endpoint())).toMatchObject({ kind: "found" });
  });

  test("reads 100,000 rows of 150 MB in little memory", { timeout: 400_000 }, async () => {
    const data = temporaryFolder();
    const file = join(data, "large.csv");
    await writeLarge(file, 100_000, 1500);
    const peak = join(data, "peak");
    const watch = write(data, "watch.mjs", watching(peak));
    const endpoint = await forgetfulDatabase();
    // Whoever kept the file would not fit: neither in this heap, nor in the buffers allowed below.
    const flags = ["--max-old-space-size=64", "--import", watch];
    const { ended } = started(data, [file, "--observed-at", LATER], { flags, endpoint });
    expect(await ended).toMatchObject({ code: 0, told: expect.stringContaining("100000 members") });
    expect(Number(readFileSync(peak, "utf8"))).toBeLessThan(100_000_000);
  });
});

/**
 * A database that takes everything and keeps nothing: with a real one, 100,000 members take
 * minutes, and it is the memory of the import that counts here.
 */
async function forgetfulDatabase(): Promise<string> {
  const server = createServer((request, response) => {
    const operation = String(request.headers["x-amz-target"]).split(".")[1];
    request.resume().on("end", () => {
      response.writeHead(200, { "content-type": "application/x-amz-json-1.0" });
      response.end(operation === "DescribeTable" ? '{"Table":{"TableStatus":"ACTIVE"}}' : "{}");
    });
  });
  onTestFinished(() => close(server));
  return await listen(server, 0);
}

/** Rows with an unused column that makes them long. */
async function writeLarge(file: string, rows: number, bytes: number): Promise<void> {
  const stream = createWriteStream(file);
  stream.write(`${HEADER},note\n`);
  const note = "x".repeat(bytes);
  for (let start = 0; start < rows; start += 1000) {
    const some = Array.from({ length: 1000 }, (_, index) => `${rowOf(start + index)},${note}\n`);
    if (!stream.write(some.join(""))) await once(stream, "drain");
  }
  stream.end();
  await finished(stream);
}

/** A module that writes the most memory that its process ever had in buffers into a file. */
function watching(file: string): string {
  return `
    import { writeFileSync } from "node:fs";
    let peak = 0;
    const look = () => { peak = Math.max(peak, process.memoryUsage().arrayBuffers); };
    setInterval(look, 20).unref();
    process.on("exit", () => { look(); writeFileSync(${JSON.stringify(file)}, String(peak)); });
  `;
}
