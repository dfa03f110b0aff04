import { beforeAll, vi } from "vitest";
import type { Caller } from "../../../../src/api/access/caller.ts";
import { createBase } from "../../../../src/api/base.ts";
import type {
  BulkStartDependencies,
  BulkStatusDependencies,
} from "../../../../src/api/bulk/dependencies.ts";
import { addBulkStartRoute } from "../../../../src/api/bulk/start.ts";
import { addBulkStatusRoute } from "../../../../src/api/bulk/status.ts";
import type { LogEntry } from "../../../../src/api/log.ts";
import { createAthenaClient } from "../../../../src/athena/client.ts";
import { holdsFiles, linksTo } from "../../../../src/athena/files.ts";
import { lookAtQuery, rowsReadBy, startQuery } from "../../../../src/athena/queries.ts";
import { createBulkRuns } from "../../../../src/athena/runs.ts";
import { createClaims } from "../../../../src/ledger/claims.ts";
import { ensureTables } from "../../../../src/store/tables.ts";
import { localBucket } from "../../../athena/support/bulk-bucket.ts";
import { localAthena } from "../../../athena/support/local-athena.ts";
import { testDatabase } from "../../../store/support/database.ts";
import { checkedLog } from "../../../support/checked-log.ts";
import { CALLER } from "../../support/callers.ts";
import { NOW, postOf } from "../../support/harness.ts";
import { testPack } from "../../support/rules.ts";

export const BUCKET = "bulk";
export const DATABASE = "layak_test_bulk";
export const WORKGROUP = "layak-test-bulk";
export const KIOSKS = { service: "kota-uji/kios", asOf: "2026-11-22", upload: "kios-2026-11" };

const TABLES = {
  coverage: "coverage",
  decisions: "decisions",
  claims: "claims",
  applicants: "applicants",
};

type Replaced = Partial<BulkStartDependencies & BulkStatusDependencies>;

/** The routes of bulk runs, with the real clients of AWS and servers of this machine behind them. */
export function bulkService() {
  const database = testDatabase();
  const athena = localAthena();
  const bucket = localBucket(BUCKET);
  beforeAll(async () => {
    vi.stubEnv("AWS_ACCESS_KEY_ID", "local");
    vi.stubEnv("AWS_SECRET_ACCESS_KEY", "local");
    await ensureTables(database.client(), TABLES);
  });

  function service(replaced: Replaced = {}) {
    const lines: LogEntry[] = [];
    const clock = replaced.clock ?? (() => NOW);
    const base = {
      clock,
      log: checkedLog((entry) => lines.push(entry)),
      language: "id" as const,
    };
    const client = createAthenaClient({ region: "ap-southeast-3", endpoint: athena.endpoint() });
    const workgroup = { client, workgroup: WORKGROUP, database: DATABASE };
    const place = { s3: bucket.s3(), bucket: BUCKET };
    const tables = { client: database.client(), table: TABLES.claims };
    const runs = createBulkRuns({ ...tables, days: 7, clock });
    const app = createBase(base);
    addBulkStartRoute(app, {
      ...base,
      pack: testPack(),
      claims: createClaims(tables),
      fingerprint: (text) => text,
      runs,
      bucket: BUCKET,
      database: DATABASE,
      holdsFiles: (prefix, signal) => holdsFiles(prefix, place, signal),
      startQuery: (query, signal) => startQuery(query, workgroup, signal),
      ...replaced,
    });
    addBulkStatusRoute(app, {
      ...base,
      runs,
      lookAtQuery: (query, signal) => lookAtQuery(query, client, signal),
      rowsReadBy: (query, signal) => rowsReadBy(query, client, signal),
      linksTo: (prefix, seconds, signal) => linksTo(prefix, seconds, place, signal),
      ...replaced,
    });
    const send = async (path: string, init?: RequestInit, caller: Caller = CALLER) => {
      const response = await app.request(path, init, { caller });
      const body: Readonly<Record<string, unknown>> = JSON.parse(await response.text());
      return { status: response.status, headers: response.headers, body };
    };
    const start = (body: unknown, headers: Record<string, string> = {}, caller = CALLER) =>
      send("/v1/bulk", postOf(body, headers), caller);
    return { lines, send, start };
  }

  return { service, athena, bucket };
}
