import { beforeEach, describe, expect, test } from "vitest";
import type { CoverageAnswer } from "../../src/registry/coverage.ts";
import { loadRoster } from "../../src/registry/load-roster.ts";
import type { Member, Roster } from "../../src/registry/roster.ts";
import { createSnapshotRegistry } from "../../src/registry/snapshot-registry.ts";
import { writeItems } from "../../src/store/batches.ts";
import { pseudonymWith } from "../../src/store/identity.ts";
import { ensureTables } from "../../src/store/tables.ts";
import { testDatabase } from "../store/support/database.ts";

const database = testDatabase();
const pseudonym = pseudonymWith({ id: "k1", secret: Buffer.alloc(32, 7) });
const OBSERVED_AT = "2026-11-20T02:00:00Z";
const TODAY = { asOf: "2026-11-22", today: "2026-11-22" };
const [ACTIVE, LISTED, STRANGER] = ["3673991204850001", "3673995708790002", "3673996111880004"];

const MEMBERS: readonly Member[] = [
  {
    nik: "3673991204850001",
    status: "AKTIF",
    programmes: ["JKK", "JKM"],
    paidThrough: "2026-12-12",
    segment: "BPU",
  },
  { nik: "3673995708790002", status: "TIDAK_TERDAFTAR", programmes: [] },
];

let tables = 0;
let table = "";

beforeEach(async () => {
  tables += 1;
  table = `coverage-${tables}`;
  await ensureTables(database.client(), {
    coverage: table,
    decisions: "decisions",
    claims: "claims",
    applicants: "applicants",
  });
});

function roster(changed: Partial<Roster> = {}): Roster {
  return {
    snapshot: "one",
    observedAt: OBSERVED_AT,
    complete: false,
    members: MEMBERS,
    ...changed,
  };
}

async function load(changed: Partial<Roster> = {}): Promise<void> {
  const target = { client: database.client(), table, pseudonym };
  await loadRoster(target, roster(changed), AbortSignal.timeout(5000));
}

function registry(now = "2026-11-22T05:00:00Z") {
  return createSnapshotRegistry({
    client: database.client(),
    table,
    pseudonym,
    clock: () => new Date(now),
    maximumAgeDays: 31,
  });
}

async function lookUp(
  niks: readonly string[],
  day = TODAY,
  asked = registry(),
): Promise<readonly (CoverageAnswer | undefined)[]> {
  const answers = await asked.lookUp(niks, day, AbortSignal.timeout(5000));
  return niks.map((nik) => answers.get(nik));
}

const FOUND: CoverageAnswer = {
  kind: "found",
  observedAt: OBSERVED_AT,
  facts: {
    "coverage.status": "AKTIF",
    "coverage.programmes": ["JKK", "JKM"],
    "coverage.paidThrough": "2026-12-12",
    "coverage.segment": "BPU",
  },
};

describe("the roster", () => {
  test("answers for members, for those listed as none, and not for anyone else", async () => {
    await load();
    expect(await lookUp([ACTIVE ?? "", LISTED ?? "", STRANGER ?? ""])).toEqual([
      FOUND,
      { kind: "not-a-member", observedAt: OBSERVED_AT },
      { kind: "no-answer", cause: "not-found", observedAt: OBSERVED_AT },
    ]);
  });

  test("that is complete says that whoever is not in it is no member", async () => {
    await load({ complete: true });
    expect(await lookUp([STRANGER ?? ""])).toEqual([
      { kind: "not-a-member", observedAt: OBSERVED_AT },
    ]);
  });

  test("answers for no other day than today", async () => {
    await load({ complete: true });
    expect(await lookUp([ACTIVE ?? ""], { asOf: "2026-11-21", today: "2026-11-22" })).toEqual([
      { kind: "no-answer", cause: "not-observed-that-day" },
    ]);
  });

  test("that was never loaded gives no answer", async () => {
    expect(await lookUp([ACTIVE ?? ""])).toEqual([{ kind: "no-answer", cause: "unavailable" }]);
  });

  test.each([
    ["after 31 days", "2026-12-21T02:00:00Z", "found"],
    ["after 31 days and a second", "2026-12-21T02:00:01Z", "no-answer"],
  ])("grows stale: %s", async (_, now, kind) => {
    await load();
    const [answer] = await lookUp([ACTIVE ?? ""], TODAY, registry(now));
    expect(answer).toMatchObject(
      kind === "found" ? FOUND : { kind, cause: "stale", observedAt: OBSERVED_AT },
    );
  });

  test("observed at no time that can be read is stale", async () => {
    await load({ observedAt: "yesterday" });
    expect(await lookUp([ACTIVE ?? ""])).toMatchObject([{ kind: "no-answer", cause: "stale" }]);
  });

  test("that is replaced answers at once, and those who left it are gone", async () => {
    await load();
    const asked = registry();
    expect(await lookUp([ACTIVE ?? ""], TODAY, asked)).toEqual([FOUND]);
    const observedAt = "2026-11-21T02:00:00Z";
    await load({ snapshot: "two", observedAt, members: [] });
    expect(await lookUp([ACTIVE ?? ""], TODAY, asked)).toEqual([
      { kind: "no-answer", cause: "not-found", observedAt },
    ]);
  });

  test("loaded twice is the same", async () => {
    await load();
    await load();
    expect(await lookUp([ACTIVE ?? ""])).toEqual([FOUND]);
  });

  test("with an item that makes no sense gives no answer for that person", async () => {
    await load();
    const pk = { S: `one#${pseudonym("nik", STRANGER ?? "")}` };
    await writeItems(
      database.client(),
      table,
      [{ pk, status: { N: "1" }, programmes: { L: [] } }],
      AbortSignal.timeout(2000),
    );
    expect(await lookUp([STRANGER ?? "", ACTIVE ?? ""])).toEqual([
      { kind: "no-answer", cause: "unavailable", observedAt: OBSERVED_AT },
      FOUND,
    ]);
  });

  test("answers for two thousand people in one look-up", async () => {
    await load({ complete: true });
    const niks = Array.from(
      { length: 2000 },
      (_, index) => `367399010190${String(index).padStart(4, "0")}`,
    );
    const answers = await lookUp(niks);
    expect(answers.filter((answer) => answer?.kind === "not-a-member")).toHaveLength(2000);
  });
});
