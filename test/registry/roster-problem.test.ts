import { describe, expect, test } from "vitest";
import { rosterProblem } from "../../src/registry/roster-problem.ts";
import { pointerItem, type SnapshotInUse } from "../../src/registry/snapshot-items.ts";
import { writeItems } from "../../src/store/batches.ts";
import {
  type IdentityKey,
  keyMark,
  pseudonymsWith,
  pseudonymWith,
} from "../../src/store/identity.ts";
import { testDatabase } from "../store/support/database.ts";
import { freshTable, NOW, OBSERVED_AT } from "./support/rosters.ts";

const database = testDatabase();
const target = freshTable(database);

const FIRST: IdentityKey = { id: "k1", secret: Buffer.alloc(32, 1) };
const SECOND: IdentityKey = { id: "k2", secret: Buffer.alloc(32, 2) };
const OTHER_SECRET: IdentityKey = { id: "k1", secret: Buffer.alloc(32, 3) };

async function problemWith(
  written: Partial<SnapshotInUse> | null,
  active: IdentityKey,
  former: readonly IdentityKey[],
) {
  const { client, table } = target();
  if (written !== null) {
    const roster = { snapshot: "one", observedAt: OBSERVED_AT, complete: true, imported: true };
    const item = pointerItem({ ...roster, ...written });
    await writeItems(client, table, [item], AbortSignal.timeout(5000));
  }
  const clock = () => new Date(NOW);
  const pseudonyms = pseudonymsWith({ active, former });
  const inUse = { client, table, clock, maximumAgeDays: 31, ...pseudonyms };
  return await rosterProblem(inUse, AbortSignal.timeout(5000));
}

const under = (key: IdentityKey) => ({ keyMark: keyMark(pseudonymWith(key)) });
const LONG_AGO = "2026-01-01T00:00:00Z";

describe("the roster in use", () => {
  test.each<
    [string, Partial<SnapshotInUse> | null, IdentityKey, readonly IdentityKey[], string | null]
  >([
    ["is not there", null, FIRST, [], "no-roster"],
    ["was imported under the key in use", under(FIRST), FIRST, [], null],
    ["was imported under a former key", under(FIRST), SECOND, [FIRST], null],
    ["was imported under a key that is gone", under(FIRST), SECOND, [], "roster-key-unknown"],
    ["has its key's id, and another secret", under(FIRST), OTHER_SECRET, [], "roster-key-unknown"],
    ["does not say its key, and there is one", {}, FIRST, [], null],
    ["does not say its key, and there are two", {}, SECOND, [FIRST], "roster-key-unknown"],
    ["is too old", { ...under(FIRST), observedAt: LONG_AGO }, FIRST, [], "stale"],
    [
      "is too old, and its key is gone",
      { ...under(FIRST), observedAt: LONG_AGO },
      SECOND,
      [],
      "roster-key-unknown",
    ],
  ])("%s", async (_, written, active, former, problem) => {
    expect(await problemWith(written, active, former)).toBe(problem);
  });
});
