import { readFileSync } from "node:fs";
import { PutItemCommand, QueryCommand } from "@aws-sdk/client-dynamodb";
import { compactVerify, createRemoteJWKSet } from "jose";
import { describe, expect, test } from "vitest";
import { EXAMPLE_REQUEST } from "../../src/cli/serve/greeting.ts";
import { localAthena } from "../athena/support/local-athena.ts";
import { metricsIn } from "../functions/support/output.ts";
import { queued, rosterBucket, uploaded } from "../functions/support/roster-bucket.ts";
import { csvOf, HEADER } from "../registry/support/rosters.ts";
import { testDatabase } from "../store/support/database.ts";
import { packedService } from "./support/packed-service.ts";

const SERVICES = ["kota-serang/*"];
const database = testDatabase();
const { settings, upload, nextMessage } = rosterBucket();
const athena = localAthena();
const service = packedService(database, () => ({
  ...settings(),
  LAYAK_ATHENA_ENDPOINT: athena.endpoint(),
  LAYAK_BULK_BUCKET: "rosters",
}));

/** When a stored decision expires, in seconds since 1970. */
async function expiryOf(id: string): Promise<number> {
  const { Items = [] } = await database.client().send(
    new QueryCommand({
      TableName: "layak-test-decisions",
      KeyConditionExpression: "pk = :pk",
      ExpressionAttributeValues: { ":pk": { S: id } },
    }),
  );
  return Number(Items[0]?.["expires"]?.N);
}

/** A caller of the API; without claims, one without a token. */
async function caller(claims: Readonly<Record<string, unknown>> | null) {
  const authorization =
    claims && `Bearer ${await service.issuer().token({ services: SERVICES, ...claims })}`;
  return async (path: string, body?: unknown, headers: Readonly<Record<string, string>> = {}) => {
    const response = await fetch(`${service.address()}${path}`, {
      ...(body !== undefined && { method: "POST", body: JSON.stringify(body) }),
      headers: {
        ...(authorization !== null && { authorization }),
        ...(body !== undefined && { "content-type": "application/json" }),
        ...headers,
      },
    });
    const text = await response.text();
    const isJson = response.headers.get("content-type")?.includes("json") === true;
    return {
      status: response.status,
      headers: response.headers,
      text,
      body: isJson ? JSON.parse(text) : null,
    };
  };
}

const CLERK = { sub: "dinas-pasar" };
const OFFICER = {
  sub: "banding",
  scope: "decisions:read decisions:review",
  officer: "Rahmat",
};

describe("the packed functions behind the HTTP API and its authorizer", () => {
  test("show what is open to everybody", async () => {
    const ask = await caller(null);
    const paths = ["/healthz", "/readyz", "/v1/services", "/v1/keys", "/openapi.json", "/docs"];
    const answers = await Promise.all(paths.map((path) => ask(path)));
    expect(answers.map(({ status }) => status)).toEqual(paths.map(() => 200));
    const { headers, text } = await ask("/docs/swagger-ui.css");
    expect(headers.get("content-type")).toContain("text/css");
    expect(text).toBe(readFileSync("node_modules/swagger-ui-dist/swagger-ui.css", "utf8"));
    const icon = await fetch(`${service.address()}/docs/favicon-32x32.png`);
    expect(Buffer.from(await icon.arrayBuffer())).toEqual(
      readFileSync("node_modules/swagger-ui-dist/favicon-32x32.png"),
    );
  });

  test("decide for nobody without a token, with another's, or with one that lacks the scope", async () => {
    const claims = [null, { aud: "https://other.test" }, { exp: 1 }, { scope: "decisions:read" }];
    const answers = await Promise.all(
      claims.map(async (claim) => (await caller(claim))("/v1/decisions", EXAMPLE_REQUEST)),
    );
    expect(answers.map(({ status }) => status)).toEqual([401, 403, 403, 403]);
    const foreign = await (await caller({ services: ["kota-cilegon/*"] }))(
      "/v1/decisions",
      EXAMPLE_REQUEST,
    );
    expect([foreign.status, foreign.body.code]).toEqual([403, "service-foreign"]);
  });

  test("decide, sign, record, and give the decision back to its caller alone", async () => {
    const ask = await caller(CLERK);
    const made = await ask("/v1/decisions", { ...EXAMPLE_REQUEST, language: "en" });
    expect([made.status, made.body.outcome]).toEqual([201, "ineligible"]);
    const location = `/v1/decisions/${made.body.id}`;
    expect(made.headers.get("location")).toBe(location);

    const keys = createRemoteJWKSet(new URL(`${service.address()}/v1/keys`));
    const { payload } = await compactVerify(made.body.receipt, keys);
    expect(JSON.parse(new TextDecoder().decode(payload))).toMatchObject({
      id: made.body.id,
      outcome: "ineligible",
    });

    const [stored, record] = [await ask(location), await ask(`${location}/record`)];
    expect([stored.status, record.status]).toEqual([200, 200]);
    expect(stored.body.receipt).toBe(made.body.receipt);
    const other = await (await caller({ sub: "dinas-lain" }))(location);
    expect(other.status).toBe(404);
  });

  test("give the same decision again for the same idempotency key", async () => {
    const ask = await caller(CLERK);
    const headers = { "idempotency-key": "kios-17" };
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => ask("/v1/decisions", EXAMPLE_REQUEST, headers)),
    );
    expect(new Set(answers.map(({ status, body }) => `${status} ${body.id}`)).size).toBe(1);
    const { status } = await ask("/v1/decisions", { ...EXAMPLE_REQUEST, facts: {} }, headers);
    expect(status).toBe(422);
  });

  test("decide a batch, and preview without a record", async () => {
    const ask = await caller(CLERK);
    const items = [EXAMPLE_REQUEST, { ...EXAMPLE_REQUEST, service: "kota-serang/none" }];
    const batch = await ask("/v1/decisions/batch", { items });
    expect(batch.status).toBe(200);
    const asked = { service: EXAMPLE_REQUEST.service, facts: {} };
    const preview = await ask("/v1/previews", asked);
    expect([preview.status, preview.body.preview]).toEqual([200, true]);
  });

  test("let an officer find a decision and overturn it", async () => {
    const made = await (await caller(CLERK))("/v1/decisions", EXAMPLE_REQUEST);
    const officer = await caller(OFFICER);
    const found = await officer("/v1/decisions/search", { applicant: EXAMPLE_REQUEST.applicant });
    expect(found.status).toBe(200);
    expect(found.text).toContain(made.body.id);
    const path = `/v1/decisions/${made.body.id}/reviews`;
    const review = await officer(path, { verdict: "overturned", reason: "Bukti iuran diterima." });
    expect(review.status).toBe(201);
    const { text } = await officer(path);
    expect(text).toContain("Bukti iuran diterima.");
  });

  test("keep a decision longer when the ledger's stream tells of its review", async () => {
    const made = await (await caller(CLERK))("/v1/decisions", EXAMPLE_REQUEST);
    const before = await expiryOf(made.body.id);
    const review = { pk: { S: made.body.id }, sk: { S: "review#1" } };
    const Item = { ...review, expires: { N: String(before + 86_400) } };
    const put = new PutItemCommand({ TableName: "layak-test-decisions", Item });
    await database.client().send(put);
    const dynamodb = { SequenceNumber: "1", Keys: review };
    const answer = await service.deployment().invoke("retention", {
      Records: [{ eventName: "INSERT", dynamodb }],
    });
    expect(answer).toEqual({ batchItemFailures: [] });
    expect(await expiryOf(made.body.id)).toBe(before + 86_400);
  });

  test("import a roster that was put into the bucket, in two runs, and answer from it", async () => {
    const people = csvOf(1500).slice(HEADER.length);
    const lapsed = `${EXAMPLE_REQUEST.applicant.nik},NONAKTIF,,2026-03-31,BPU`;
    const observedAt = new Date(Date.now() - 60_000).toISOString();
    await upload("november.csv", `${HEADER}${people}${lapsed}\n`, { "observed-at": observedAt });
    const { invoke, logs } = service.deployment();
    expect(await invoke("import-roster", uploaded("november.csv"), 59_000)).toBeNull();
    const before = await (await caller(CLERK))("/v1/decisions", EXAMPLE_REQUEST);
    expect(before.body.facts["coverage.status"].at).not.toBe(observedAt);
    expect(await invoke("import-roster", queued(await nextMessage()))).toBeNull();
    const after = await (await caller(CLERK))("/v1/decisions", EXAMPLE_REQUEST);
    expect(after.body.facts["coverage.status"]).toEqual({
      source: "registry:coverage",
      state: "answered",
      at: observedAt,
    });
    const imports = logs()
      .split("\n")
      .filter((line) => line.includes('"message":"roster-'))
      .map((line) => JSON.parse(line));
    expect(imports).toMatchObject([
      { level: "INFO", message: "roster-import-goes-on", members: 1000, lines: 1001 },
      { level: "INFO", message: "roster-in-use", members: 1501, bad: 0, complete: false },
    ]);
    await expect(invoke("import-roster", queued("{}"))).rejects.toThrow();
  });

  test("prune rosters, and leave the one in use", async () => {
    expect(await service.deployment().invoke("prune-roster", {})).toBeNull();
    const made = await (await caller(CLERK))("/v1/decisions", EXAMPLE_REQUEST);
    expect(made.body.outcome).toBe("ineligible");
  });

  test("start a bulk run over what a client uploaded, and tell that client alone how far it is", async () => {
    const claims = { sub: "dinas-pasar", scope: "bulk:run" };
    const ask = await caller(claims);
    await upload("in/dinas-pasar/kios/part-0.parquet", "PAR1");
    const asked = { service: EXAMPLE_REQUEST.service, upload: "kios" };
    const headers = { "idempotency-key": "malam-ini" };
    const started = await ask("/v1/bulk", asked, headers);
    expect([started.status, (await ask("/v1/bulk", asked, headers)).body]).toEqual([
      201,
      started.body,
    ]);
    expect(athena.queries.size).toBe(1);
    const path = `/v1/bulk/${started.body.id}`;
    await upload(`out/dinas-pasar/${started.body.id}/part-0`, "rows");
    athena.let({ State: "SUCCEEDED", DataScannedInBytes: 4, InputRows: 1 });
    const { body } = await ask(path);
    expect(body).toMatchObject({ ...started.body, state: "succeeded", rowsRead: 1 });
    expect(await (await fetch(body.results.files[0].url)).text()).toBe("rows");
    const other = await (await caller({ ...claims, sub: "dinas-lain" }))(path);
    expect([other.status, other.body.code]).toEqual([404, "bulk-not-found"]);
  });

  test("answer what is no route as the HTTP API does", async () => {
    const ask = await caller(CLERK);
    const answers = [await ask("/v1/nothing"), await ask("/v1/decisions")];
    expect(answers.map(({ status }) => status)).toEqual([404, 404]);
  });

  test("log every request by its id, and nobody's number", async () => {
    const { headers } = await (await caller(CLERK))("/v1/decisions", EXAMPLE_REQUEST);
    const logs = service.deployment().logs();
    expect(logs).toContain(headers.get("x-request-id"));
    expect(metricsIn(logs)).toContainEqual({
      namespace: "Layak/test",
      name: "Decisions",
      dimensions: {
        service: "layak",
        cityService: EXAMPLE_REQUEST.service,
        outcome: "ineligible",
      },
      value: 1,
    });
    expect(logs).not.toContain(EXAMPLE_REQUEST.applicant.nik);
    expect(logs).not.toContain("Bukti iuran");
  });
});
