import { describe, expect, test } from "vitest";
import { CALLER } from "../support/callers.ts";
import { idNumber, NOW } from "../support/harness.ts";
import { bulkService, KIOSKS } from "./support/service.ts";

const { service, athena, bucket } = bulkService();
const SEVEN_DAYS = 7 * 86_400_000;

/** A run that was started, and how it is told by now. */
async function begun(replaced: Parameters<typeof service>[0] = {}) {
  await bucket.put("in/perizinan/kios-2026-11/part-0.parquet", "PAR1");
  const { start, send, lines } = service(replaced);
  const { body: run } = await start(KIOSKS);
  const path = `/v1/bulk/${run["id"]}`;
  const look = (language = "en") => send(path, { headers: { "accept-language": language } });
  return { run, path, look, send, lines };
}

describe("GET /v1/bulk/{id}", () => {
  test.each(["QUEUED", "RUNNING", "CANCELLED"])("tells that a run is %s", async (State) => {
    const { run, look } = await begun();
    athena.let({ State, DataScannedInBytes: 1_048_576 });
    const { status, headers, body } = await look();
    expect([status, headers.get("cache-control")]).toEqual([200, "no-store"]);
    expect(body).toEqual({ ...run, state: State.toLowerCase(), bytesScanned: 1_048_576 });
  });

  test("tells what a run that succeeded has read, and links to its results that work", async () => {
    const { run, look } = await begun();
    const id = String(run["id"]);
    const parts = ["20261122_050000_00001_abcde_0", "20261122_050000_00001_abcde_1"];
    for (const part of parts) await bucket.put(`out/perizinan/${id}/${part}`, `rows of ${part}`);
    await bucket.put(`out/perizinan/${idNumber(99)}/other`, "another run's");
    await bucket.put(`out/dinas-lain/${id}/other`, "another client's");
    const course = { DataScannedInBytes: 41_943_040, InputRows: 1_000_000 };
    athena.let({ State: "SUCCEEDED", CompletionDateTime: 1_795_323_610.5, ...course });
    const { body } = await look();
    const { results, ...told } = body;
    expect(told).toEqual({
      ...run,
      state: "succeeded",
      bytesScanned: 41_943_040,
      endedAt: "2026-11-22T05:00:10.500Z",
      rowsRead: 1_000_000,
    });
    const { files, expiresAt }: Results = JSON.parse(JSON.stringify(results));
    expect(expiresAt).toBe("2026-11-22T05:15:00.000Z");
    expect(files.map(({ bytes }) => bytes)).toEqual(parts.map((part) => 8 + part.length));
    const links = files.map(({ url }) => new URL(url));
    expect(links.map(({ pathname }) => pathname)).toEqual(
      parts.map((part) => `/bulk/out/perizinan/${id}/${part}`),
    );
    for (const { searchParams } of links) expect(searchParams.get("X-Amz-Expires")).toBe("900");
    const fetched = await Promise.all(files.map(async ({ url }) => (await fetch(url)).text()));
    expect(fetched).toEqual(parts.map((part) => `rows of ${part}`));
  });

  test("does not withhold results whose rows Athena has not counted, or does not tell", async () => {
    const { look, lines } = await begun();
    athena.let({ State: "SUCCEEDED" });
    expect((await look()).body).toMatchObject({ state: "succeeded", rowsRead: null });
    const body = { __type: "InvalidRequestException", Message: "not yet" };
    athena.answer("GetQueryRuntimeStatistics", { status: 400, body });
    const { status, body: told } = await look();
    expect([status, told["rowsRead"]]).toEqual([200, null]);
    expect(lines).toContainEqual(
      expect.objectContaining({ level: "warning", event: "bulk-rows-unknown" }),
    );
  });

  test.each([
    ["HIVE_BAD_DATA: Malformed Parquet file. Field land_hectares of row 7", "file-unfit"],
    ["HIVE_CURSOR_ERROR: Can not read value 3673991204850001", "file-unfit"],
    ["Query cancelled! : Bytes scanned limit was exceeded", "too-much-scanned"],
    ["Query timeout", "too-slow"],
    ["Query exhausted resources at this scale factor", "too-large"],
    ["Access denied when writing output to url: s3://bulk/out/x", "not-allowed"],
    ["COLUMN_NOT_FOUND: line 4:5: Column 'x' cannot be resolved", "other"],
  ])("tells of a run that failed why, and never what stands in a file: %s", async (why, reason) => {
    const { run, look, lines } = await begun();
    athena.let({ State: "FAILED", StateChangeReason: why, DataScannedInBytes: 10 });
    const [id, en] = [(await look("id")).body, (await look()).body];
    const { message, ...told } = en;
    expect(told).toEqual({ ...run, state: "failed", bytesScanned: 10, reason });
    expect(message).not.toBe(id["message"]);
    expect(`${JSON.stringify([id, en, lines])}`).not.toContain(why.slice(-8));
  });

  test("tells of a run that Athena cancels for its workgroup's limit that too much was scanned", async () => {
    const { run, look } = await begun();
    const limit = "Query cancelled! : Bytes scanned limit was exceeded";
    athena.let({ State: "CANCELLED", StateChangeReason: limit, DataScannedInBytes: 10 });
    const { message: _, ...told } = (await look()).body;
    expect(told).toEqual({
      ...run,
      state: "failed",
      bytesScanned: 10,
      reason: "too-much-scanned",
    });
    athena.let({
      State: "CANCELLED",
      StateChangeReason: "Query cancelled!",
      DataScannedInBytes: 10,
    });
    expect((await look()).body).toEqual({ ...run, state: "cancelled", bytesScanned: 10 });
  });

  test("is another client's run as little as none", async () => {
    const { path, send } = await begun();
    const other = { ...CALLER, client: "dinas-lain" };
    const foreign = await send(path, {}, other);
    const none = await send(`/v1/bulk/${idNumber(7)}`, {}, other);
    const nonsense = await send("/v1/bulk/x", {}, other);
    expect(foreign.status).toBe(404);
    expect(foreign.body["code"]).toBe("bulk-not-found");
    expect([none.body, nonsense.body]).toEqual([foreign.body, foreign.body]);
    expect(athena.calls).toEqual(["StartQueryExecution"]);
  });

  test("is found as long as its results are kept, and no longer", async () => {
    let now = NOW;
    const { look } = await begun({ clock: () => now });
    now = new Date(NOW.getTime() + SEVEN_DAYS - 1000);
    expect((await look()).status).toBe(200);
    now = new Date(NOW.getTime() + SEVEN_DAYS);
    expect((await look()).status).toBe(404);
  });

  test("needs the scope", async () => {
    const { path, send } = await begun();
    const { status } = await send(path, {}, { ...CALLER, scopes: ["decisions:read"] });
    expect(status).toBe(403);
  });

  test("answers that it is out of reach where Athena does not tell", async () => {
    const { look } = await begun();
    athena.answer("GetQueryExecution", { status: 400, body: { __type: "AccessDeniedException" } });
    const { status, body } = await look();
    expect([status, body["code"]]).toEqual([503, "bulk-unavailable"]);
  });
});

interface Results {
  readonly files: readonly { readonly url: string; readonly bytes: number }[];
  readonly expiresAt: string;
}
