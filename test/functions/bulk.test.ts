import { expect, onTestFinished, test, vi } from "vitest";
import { todayInJakarta } from "../../src/api/today.ts";
import { localBucket } from "../athena/support/bulk-bucket.ts";
import { localAthena } from "../athena/support/local-athena.ts";
import { testDatabase } from "../store/support/database.ts";
import { deployedSettings, requestEvent, type Settings } from "./support/deployed.ts";
import { entriesIn, keepOutput } from "./support/output.ts";

const database = testDatabase();
const settings = deployedSettings(database);
const athena = localAthena();
const bucket = localBucket("bulk");

/** What a function answers and logs, built anew under these settings. */
async function called(name: string, event: unknown, changed: Settings = {}) {
  vi.resetModules();
  vi.unstubAllEnvs();
  const bulk = {
    LAYAK_BULK_BUCKET: "bulk",
    LAYAK_BULK_DATABASE: "layak_test_bulk",
    LAYAK_BULK_WORKGROUP: "layak-test-bulk",
    LAYAK_ATHENA_ENDPOINT: athena.endpoint(),
    LAYAK_S3_ENDPOINT: bucket.endpoint(),
  };
  for (const [setting, value] of Object.entries({ ...settings(), ...bulk, ...changed })) {
    vi.stubEnv(setting, value);
  }
  const output = keepOutput();
  onTestFinished(() => {
    output.stop();
  });
  const { handler } = await import(`../../functions/${name}.ts`);
  const { statusCode, body } = await handler(event);
  return { status: statusCode, body: JSON.parse(body), log: entriesIn(output.stop()) };
}

const ASKED = { service: "kota-serang/sewa-kios", upload: "kios-2026-11" };

test("the two functions start a run and tell how far it is", async () => {
  await bucket.put("in/perizinan/kios-2026-11/part-0.parquet", "PAR1");
  const started = await called("bulk-start", requestEvent("POST", "/v1/bulk", ASKED));
  expect(started).toMatchObject({
    status: 201,
    body: { ...ASKED, asOf: todayInJakarta(new Date()) },
    log: [{ message: "request", route: "POST /v1/bulk", cityService: ASKED.service, status: 201 }],
  });
  const { id } = started.body;
  await bucket.put(`out/perizinan/${id}/part-0`, "rows");
  athena.let({ State: "SUCCEEDED", DataScannedInBytes: 4, InputRows: 1 });
  const looked = await called("bulk-status", requestEvent("GET", `/v1/bulk/${id}`));
  expect(looked).toMatchObject({
    status: 200,
    body: { id, state: "succeeded", bytesScanned: 4, rowsRead: 1 },
  });
  const [file] = looked.body.results.files;
  expect(await (await fetch(file.url)).text()).toBe("rows");
});

test.each([
  ["bulk-start", "LAYAK_BULK_WORKGROUP", ""],
  ["bulk-start", "LAYAK_BULK_DAYS", "nol"],
  ["bulk-status", "LAYAK_BULK_BUCKET", ""],
])("%s is not ready where %s is %j, and says which", async (name, setting, value) => {
  const event = requestEvent("GET", "/v1/bulk/x");
  const { status, log } = await called(name, event, { [setting]: value });
  expect([status, log[0]?.["message"]]).toEqual([500, "function-not-ready"]);
  expect(log[0]?.["reason"]).toContain(setting);
});
