import { PutItemCommand } from "@aws-sdk/client-dynamodb";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { continueImport, importRoster } from "../../src/registry/import/import-roster.ts";
import { RosterKeyUnknown } from "../../src/registry/roster-key.ts";
import { ROSTER_KEY } from "../../src/registry/snapshot-items.ts";
import { createSnapshotRegistry } from "../../src/registry/snapshot-registry.ts";
import { type IdentityKey, type Pseudonyms, pseudonymsWith } from "../../src/store/identity.ts";
import { testDatabase } from "../store/support/database.ts";
import {
  csvOf,
  deadline,
  freshTable,
  importText,
  NOW,
  nikOf,
  OBSERVED_AT,
  sourceOf,
} from "./support/rosters.ts";

const database = testDatabase();
const target = freshTable(database);
const KEYS = [1, 2, 3].map((number) => ({
  id: `k${number}`,
  secret: Buffer.alloc(32, 6 + number),
}));
const [FIRST, SECOND] = [keyAt(0), keyAt(1)];
const [MEMBER, STRANGER] = [nikOf(0), nikOf(99)];
const COMPLETE = { request: { complete: true } };

function keyAt(index: number): IdentityKey {
  const key = KEYS[index];
  if (key === undefined) throw new Error("there is no such key");
  return key;
}

/** The roster's table for whoever knows these keys, of which the first is active. */
function under(active: IdentityKey, ...former: readonly IdentityKey[]) {
  const { client, table } = target();
  return { client, table, ...pseudonymsWith({ active, former }) };
}

function registryWith(pseudonyms: Pseudonyms) {
  const { client, table } = target();
  const options = { client, table, clock: () => new Date(NOW), maximumAgeDays: 31 };
  return createSnapshotRegistry({ ...options, ...pseudonyms });
}

async function kindsIn(registry: ReturnType<typeof registryWith>) {
  const day = { asOf: "2026-11-22", today: "2026-11-22" };
  const answers = await registry.lookUp([MEMBER, STRANGER], day, AbortSignal.timeout(5000));
  return [MEMBER, STRANGER].map((nik) => answers.get(nik)?.kind);
}

const KNOWN = ["found", "not-a-member"];

describe("a roster from before the identity key was replaced", () => {
  test("still answers for its members, and for those who are none", async () => {
    await importText(under(FIRST), csvOf(3), COMPLETE);
    expect(await kindsIn(registryWith(under(SECOND, FIRST)))).toEqual(KNOWN);
  });

  test("answers nobody where its key is not known, until there is another roster", async () => {
    await importText(under(FIRST), csvOf(3), COMPLETE);
    const registry = registryWith(under(SECOND));
    await expect(kindsIn(registry)).rejects.toThrow(RosterKeyUnknown);
    await expect(kindsIn(registry)).rejects.toThrow(RosterKeyUnknown);
    await importText(under(SECOND), csvOf(3), COMPLETE);
    expect(await kindsIn(registry)).toEqual(KNOWN);
  });

  test("answers nobody where its key's id stands for another secret", async () => {
    await importText(under(FIRST), csvOf(3), COMPLETE);
    const other = { id: FIRST.id, secret: Buffer.alloc(32, 99) };
    await expect(kindsIn(registryWith(under(other)))).rejects.toThrow(RosterKeyUnknown);
  });

  test("gives way to the same file under the new key", async () => {
    await importText(under(FIRST), csvOf(3), COMPLETE);
    const registry = registryWith(under(SECOND, FIRST));
    expect(await kindsIn(registry)).toEqual(KNOWN);
    const imported = await importText(under(SECOND, FIRST), csvOf(3), COMPLETE);
    expect(imported.kind).toBe("in-use");
    expect(await kindsIn(registry)).toEqual(KNOWN);
    expect(await kindsIn(registryWith(under(SECOND)))).toEqual(KNOWN);
  });

  test("never makes a member a stranger, whichever keys are known", async () => {
    const known = fc.uniqueArray(fc.constantFrom(...KEYS), { minLength: 1 });
    const written = fc.constantFrom(...KEYS);
    const property = fc.asyncProperty(written, known, async (key, [active = FIRST, ...former]) => {
      await importText(under(key), csvOf(3), COMPLETE);
      const kinds = kindsIn(registryWith(under(active, ...former)));
      if ([active, ...former].includes(key)) expect(await kinds).toEqual(KNOWN);
      else await expect(kinds).rejects.toThrow(RosterKeyUnknown);
    });
    await fc.assert(property, { numRuns: 30 });
  });
});

describe("a roster that does not say its key", () => {
  async function forgetKey(): Promise<void> {
    const { client, table } = target();
    const imported = await importText(under(FIRST), csvOf(3), COMPLETE);
    if (imported.kind !== "in-use") throw new Error("the roster was not imported");
    const Item = {
      pk: { S: ROSTER_KEY },
      snapshot: { S: imported.inUse.snapshot },
      observedAt: { S: OBSERVED_AT },
      complete: { BOOL: true },
      imported: { BOOL: true },
    };
    await client.send(new PutItemCommand({ TableName: table, Item }));
  }

  test("answers for those whom the only key finds, and nobody where there are several", async () => {
    await forgetKey();
    expect(await kindsIn(registryWith(under(FIRST)))).toEqual(["found", "no-answer"]);
    await expect(kindsIn(registryWith(under(SECOND, FIRST)))).rejects.toThrow(RosterKeyUnknown);
  });

  test("makes no member a stranger where the only key is another than its own", async () => {
    await forgetKey();
    expect(await kindsIn(registryWith(under(SECOND)))).toEqual(["no-answer", "no-answer"]);
  });
});

describe("an import during which the key is replaced", () => {
  const source = sourceOf(csvOf(1500));
  const request = { source, observedAt: OBSERVED_AT, complete: true, acceptBadRows: false };

  async function begun() {
    const imported = await importRoster(under(FIRST), request, deadline({ outOfTime: () => true }));
    if (imported.kind !== "out-of-time") throw new Error("the import was not interrupted");
    return imported.state;
  }

  test("names all its people under the key with which it began", async () => {
    const state = await begun();
    const ended = await continueImport(under(SECOND, FIRST), source, state, deadline());
    expect(ended).toMatchObject({ kind: "in-use", state: { members: 1500 } });
    const day = { asOf: "2026-11-22", today: "2026-11-22" };
    const niks = [nikOf(0), nikOf(1499)];
    const registry = registryWith(under(SECOND, FIRST));
    const answers = await registry.lookUp(niks, day, AbortSignal.timeout(5000));
    expect(niks.map((nik) => answers.get(nik)?.kind)).toEqual(["found", "found"]);
  });

  test("ends where that key is gone, and the roster in use stays", async () => {
    await importText(under(SECOND), csvOf(3), COMPLETE);
    const state = await begun();
    const ended = await continueImport(under(SECOND), source, state, deadline());
    expect(ended).toMatchObject({ kind: "refused", refusal: { reason: "key-unknown" } });
    expect(await kindsIn(registryWith(under(SECOND)))).toEqual(KNOWN);
  });
});
