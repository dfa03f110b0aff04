import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { rosterImport } from "../../../src/cli/roster.ts";
import { EXAMPLE_REQUEST } from "../../../src/cli/serve/greeting.ts";
import { startService } from "../../../src/cli/serve/start.ts";
import { StartTrouble } from "../../../src/cli/serve/trouble.ts";
import { readPack } from "../../../src/pack/read-pack.ts";
import { identityKeySetOf } from "../../../src/store/identity-keys.ts";
import { csvOf } from "../../registry/support/rosters.ts";
import { testDatabase } from "../../store/support/database.ts";
import { checkedLog } from "../../support/checked-log.ts";
import { temporaryFolder, write } from "../../support/files.ts";
import { recordingTerminal } from "../../support/terminal.ts";

const KEYS = "identity-keys.json";
const other = testDatabase();

interface Running {
  readonly ready: () => Promise<unknown>;
  /** Gives the decision's id. */
  readonly decide: () => Promise<string>;
  /** Gives the answer's status. */
  readonly find: (id: string) => Promise<number>;
}

/** Starts the service of a data directory, asks it, and stops it. */
async function whileRunning<Value>(
  data: string,
  work: (running: Running) => Promise<Value>,
  endpoint?: string,
): Promise<Value> {
  const result = await readPack("rules");
  if (!result.ok) throw new Error("the shipped rules are not valid");
  const { address, token, stop } = await startService({
    pack: result.pack,
    port: 0,
    data,
    contract: "dist/functions/contract",
    ...(endpoint !== undefined && { endpoint }),
    language: "en",
    clock: () => new Date(),
    log: checkedLog(),
    environment: {},
  });
  const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
  try {
    return await work({
      ready: async () => JSON.parse(await (await fetch(`${address}/readyz`)).text()),
      decide: async () => {
        const body = JSON.stringify(EXAMPLE_REQUEST);
        const made = await fetch(`${address}/v1/decisions`, { method: "POST", headers, body });
        const { id }: { readonly id: string } = JSON.parse(await made.text());
        return id;
      },
      find: async (id) => (await fetch(`${address}/v1/decisions/${id}`, { headers })).status,
    });
  } finally {
    await stop();
  }
}

const decide = (running: Running) => running.decide();

async function importInto(data: string) {
  const terminal = recordingTerminal();
  const file = write(data, "roster.csv", csvOf(3));
  const observedAt = new Date().toISOString();
  const code = await rosterImport(terminal, file, { data, observedAt, lang: "en" });
  return { code, err: terminal.err };
}

async function troubleOf(start: Promise<unknown>): Promise<StartTrouble["text"]> {
  const trouble = await start.catch((error: unknown) => error);
  if (trouble instanceof StartTrouble) return trouble.text;
  throw new Error("it started", { cause: trouble });
}

/** What whoever starts Layak reads. */
function lost(file: string, place: string) {
  return {
    id: `Kunci identitas di ${file} tidak ada, padahal basis data di ${place} sudah berisi keputusan atau daftar peserta: tanpa kunci itu tidak seorang pun ditemukan lagi di dalamnya. Kembalikan berkas itu dari cadangan. Tanpa cadangan, hapus basis data itu untuk mulai dari awal; atau tulis kunci baru ke berkas itu, seperti pada docs/deploy.md#the-identity-keys: keputusan lama lalu hanya ditemukan dengan id-nya, dan daftar peserta perlu diimpor lagi.`,
    en: `The identity keys in ${file} are not there, but the database at ${place} holds decisions or a roster: without them, nobody is found in it again. Put the file back from a backup. Without one, delete that database to start anew; or write a new key into the file, as in docs/deploy.md#the-identity-keys: old decisions are then found by their id alone, and the roster has to be imported again.`,
  };
}

describe("a data directory whose identity keys are lost", () => {
  test("does not start where decisions were made, and makes no new key", async () => {
    const data = temporaryFolder();
    await whileRunning(data, decide);
    rmSync(join(data, KEYS));
    expect(await troubleOf(whileRunning(data, decide))).toEqual(
      lost(join(data, KEYS), join(data, "database")),
    );
    expect(existsSync(join(data, KEYS))).toBe(false);
  });

  test("takes no roster beside the one that was imported with them", async () => {
    const data = temporaryFolder();
    expect(await importInto(data)).toMatchObject({ code: 0 });
    rmSync(join(data, KEYS));
    expect(await importInto(data)).toEqual({
      code: 1,
      err: [lost(join(data, KEYS), join(data, "database")).en],
    });
    await troubleOf(whileRunning(data, decide));
  });

  test("does not start beside another database that holds decisions", async () => {
    const endpoint = other.endpoint();
    await whileRunning(temporaryFolder(), decide, endpoint);
    const data = temporaryFolder();
    expect(await troubleOf(whileRunning(data, decide, endpoint))).toEqual(
      lost(join(data, KEYS), endpoint),
    );
  });

  test("starts where nobody was stored yet but invented people", async () => {
    const data = temporaryFolder();
    await whileRunning(data, async ({ ready }) => {
      expect(await ready()).toMatchObject({ status: "ready" });
    });
    rmSync(join(data, KEYS));
    await whileRunning(data, async ({ ready }) => {
      expect(await ready()).toMatchObject({ status: "ready" });
    });
  });

  test("goes on with a key that somebody wrote, and tells that the roster has another", async () => {
    const data = temporaryFolder();
    await importInto(data);
    const before = await whileRunning(data, decide);
    write(data, KEYS, identityKeySetOf({ id: "new-1", secret: Buffer.alloc(32, 8) }));
    await whileRunning(data, async ({ ready, find }) => {
      expect(await find(before)).toBe(200);
      expect(await ready()).toMatchObject({
        status: "not-ready",
        checks: [{}, {}, { name: "coverage", problem: "roster-key-unknown" }],
      });
    });
    expect(await importInto(data)).toMatchObject({ code: 0 });
    await whileRunning(data, async ({ ready }) => {
      expect(await ready()).toMatchObject({ status: "ready" });
    });
  });
});
