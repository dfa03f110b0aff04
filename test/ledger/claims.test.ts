import { beforeAll, describe, expect, test } from "vitest";
import { type Claim, createClaims } from "../../src/ledger/claims.ts";
import { ensureTables } from "../../src/store/tables.ts";
import { testDatabase } from "../store/support/database.ts";

const database = testDatabase();
const AT = new Date("2026-11-22T05:00:00Z");

beforeAll(async () => {
  const names = {
    coverage: "coverage",
    decisions: "decisions",
    claims: "claims",
    applicants: "applicants",
  };
  await ensureTables(database.client(), names);
});

function claims() {
  return createClaims({ client: database.client(), table: "claims", seconds: 60 });
}

function claimOf(key: string, changed: Partial<Claim> = {}): Claim {
  return { client: "perizinan", key, fingerprint: "f", decision: "d", at: AT, ...changed };
}

describe("a claim", () => {
  test("is held by the request that came first", async () => {
    expect(await claims().claim(claimOf("a"))).toMatchObject({ decision: "d", fingerprint: "f" });
    const later = claimOf("a", { decision: "e", fingerprint: "g" });
    expect(await claims().claim(later)).toEqual({ decision: "d", fingerprint: "f" });
  });

  test("is one among fifty at once", async () => {
    const held = await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        claims().claim(claimOf("b", { decision: `d${index}` })),
      ),
    );
    expect(new Set(held.map(({ decision }) => decision)).size).toBe(1);
  });

  test("of another client is another", async () => {
    await claims().claim(claimOf("c"));
    const other = claimOf("c", { client: "lain", decision: "e" });
    expect(await claims().claim(other)).toMatchObject({ decision: "e" });
  });

  test("is free again once it has expired by the caller's clock", async () => {
    await claims().claim(claimOf("d"));
    const seconds = (more: number) => new Date(AT.getTime() + more * 1000);
    const within = claimOf("d", { decision: "e", at: seconds(59) });
    expect(await claims().claim(within)).toMatchObject({ decision: "d" });
    const after = claimOf("d", { decision: "e", at: seconds(60) });
    expect(await claims().claim(after)).toMatchObject({ decision: "e" });
  });
});
