import { describe, expect, test } from "vitest";
import { programOf } from "../../../src/engine/decision/program.ts";
import { TRINO } from "../../../src/sql/dialects/trino.ts";
import { selectOf } from "../../../src/sql/select.ts";
import { CALLER } from "../support/callers.ts";
import { harness, idNumber, postOf } from "../support/harness.ts";
import { testPack } from "../support/rules.ts";
import { bulkService, DATABASE, KIOSKS, WORKGROUP } from "./support/service.ts";

const { service, athena, bucket } = bulkService();
const OTHER = { ...CALLER, client: "dinas-lain" };

const uploaded = (client = "perizinan", upload = KIOSKS.upload) =>
  bucket.put(`in/${client}/${upload}/part-0.parquet`, "PAR1");

function only<Value>(values: Iterable<Value>): Value {
  const [value, ...more] = values;
  if (value === undefined || more.length > 0) throw new Error("not one");
  return value;
}

describe("POST /v1/bulk", () => {
  test("starts the statement that layak sql prints, over the client's own upload alone", async () => {
    await uploaded();
    const { start } = service({ newId: () => idNumber(1) });
    const { status, headers, body } = await start(KIOSKS);
    expect([status, headers.get("location"), headers.get("cache-control")]).toEqual([
      201,
      `/v1/bulk/${idNumber(1)}`,
      "no-store",
    ]);
    expect(body).toEqual({
      id: idNumber(1),
      service: "kota-uji/kios",
      policy: {
        from: "2026-01-01",
        status: "adopted",
        digest: expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
      },
      asOf: "2026-11-22",
      upload: "kios-2026-11",
      startedAt: "2026-11-22T05:00:00.000Z",
    });
    const rows = `(SELECT * FROM "${DATABASE}"."applications" WHERE "client" = 'perizinan' AND "upload" = 'kios-2026-11')`;
    const { service: id, asOf } = KIOSKS;
    const printed = selectOf(programOf(testPack(), { service: id, asOf }), {
      dialect: TRINO,
      table: '"applications"',
      keys: ["id"],
    });
    const { QueryString, ...order } = only(athena.queries.values());
    expect(order).toEqual({
      ClientRequestToken: idNumber(1),
      WorkGroup: WORKGROUP,
      QueryExecutionContext: { Catalog: "AwsDataCatalog", Database: DATABASE },
    });
    expect(QueryString.replace(rows, '"applications"')).toBe(
      `UNLOAD (\n${printed})\nTO 's3://bulk/out/perizinan/${idNumber(1)}/'\nWITH (format = 'PARQUET', compression = 'SNAPPY')`,
    );
    expect(QueryString.split('"applications"')).toHaveLength(2);
  });

  test("decides for today in Jakarta unless a day is given", async () => {
    await uploaded();
    const { start } = service();
    const { asOf: _, ...today } = KIOSKS;
    expect((await start(today)).body["asOf"]).toBe("2026-11-22");
  });

  test("reads the folder of whoever asks, whatever a client is called", async () => {
    const { start } = service();
    const client = "https://masuk.example/../a'b";
    const folder = "https_3a_2f_2fmasuk_2eexample_2f_2e_2e_2fa_27b";
    const caller = { ...CALLER, client };
    const none = await start(KIOSKS, { "accept-language": "en" }, caller);
    expect([none.status, none.body["errors"]]).toEqual([
      422,
      [
        {
          path: "/upload",
          code: "upload-unknown",
          message: `There is no file in in/${folder}/kios-2026-11/. Put files of Parquet there, then send this request again.`,
        },
      ],
    ]);
    await uploaded(folder);
    expect((await start(KIOSKS, {}, caller)).status).toBe(201);
    const { QueryString } = only(athena.queries.values());
    expect(QueryString).toContain(`"client" = '${folder}' AND`);
    expect(QueryString).toContain(`TO 's3://bulk/out/${folder}/`);
  });

  test("starts nothing where nothing was put that Athena would read", async () => {
    const { start } = service();
    for (const name of ["", "_SUCCESS", ".hidden.parquet"]) {
      await bucket.put(`in/perizinan/kosong/${name}`, "x");
    }
    await bucket.put("in/perizinan/kosong/nol.parquet", "");
    const { status, body } = await start({ ...KIOSKS, upload: "kosong" });
    expect([status, body["code"]]).toEqual([422, "request-invalid"]);
    expect(athena.queries.size).toBe(0);
  });

  test.each([
    ["../lain", "upload-format"],
    ["a/b", "upload-format"],
    ["Kios", "upload-format"],
    ["' OR 1=1 --", "upload-format"],
    ["a".repeat(65), "upload-format"],
    ["a-", "upload-format"],
    ["a\n", "upload-format"],
    ["", "upload-format"],
    [7, "value-type"],
  ])("takes no place from the caller: the upload %j is refused", async (upload, code) => {
    const { start } = service();
    const { status, body } = await start({ ...KIOSKS, upload }, { "accept-language": "en" });
    expect([status, body["errors"]]).toMatchObject([422, [{ path: "/upload", code }]]);
    expect(athena.calls).toEqual([]);
  });

  test.each([
    [{ ...KIOSKS, version: "2026-01-01" }, 422, "request-invalid"],
    [{ ...KIOSKS, location: "s3://lain/" }, 422, "request-invalid"],
    [{ ...KIOSKS, service: "kota-uji/kio" }, 404, "service-unknown"],
    [{ ...KIOSKS, asOf: "2025-01-01" }, 422, "policy-not-in-force"],
    [{ ...KIOSKS, asOf: "2026-02-30" }, 422, "request-invalid"],
  ])("refuses %j", async (body, status, code) => {
    const { start } = service();
    const answer = await start(body);
    expect([answer.status, answer.body["code"]]).toEqual([status, code]);
    expect(athena.calls).toEqual([]);
  });

  test("is for callers whose token has the scope and the service", async () => {
    await uploaded();
    const { start } = service();
    const scopes = CALLER.scopes.filter((scope) => scope !== "bulk:run");
    const without = await start(KIOSKS, {}, { ...CALLER, scopes });
    const foreign = await start(KIOSKS, {}, { ...CALLER, services: ["kota-serang/*"] });
    expect([without.body["code"], foreign.body["code"]]).toEqual([
      "scope-missing",
      "service-foreign",
    ]);
    expect(athena.calls).toEqual([]);
  });

  test("sent again with its key, gets the same run and starts no other", async () => {
    await uploaded();
    await uploaded("dinas-lain");
    const { start } = service();
    const key = { "idempotency-key": "kios-malam-ini" };
    const answers = [await start(KIOSKS, key), await start(KIOSKS, key)];
    expect(answers.map(({ status }) => status)).toEqual([201, 201]);
    expect(answers[1]?.body).toEqual(answers[0]?.body);
    expect(athena.queries.size).toBe(1);
    const changed = await start({ ...KIOSKS, upload: "lain" }, key);
    expect([changed.status, changed.body["code"]]).toEqual([422, "idempotency-key-reused"]);
    const another = await start(KIOSKS, key, OTHER);
    expect(another.body["id"]).not.toBe(answers[0]?.body["id"]);
    await start(KIOSKS);
    expect(athena.queries.size).toBe(3);
  });

  test("whose run could not be kept starts no second query when it is sent again", async () => {
    await uploaded();
    const key = { "idempotency-key": "tersendat" };
    const failing = service({
      runs: {
        keep: async () => {
          throw new Error("ProvisionedThroughputExceeded");
        },
        find: async () => null,
      },
    });
    const first = await failing.start(KIOSKS, key);
    expect([first.status, first.body["code"], first.headers.get("retry-after")]).toEqual([
      503,
      "bulk-unavailable",
      "5",
    ]);
    const second = await service().start(KIOSKS, key);
    expect([second.status, athena.queries.size]).toEqual([201, 1]);
    expect(athena.calls).toEqual(["StartQueryExecution", "StartQueryExecution"]);
  });

  test("answers that it is out of reach, and tells the operators, where Athena starts nothing", async () => {
    await uploaded();
    const { start, lines } = service();
    const body = { __type: "TooManyRequestsException", Message: "Rate exceeded of perizinan" };
    athena.answer("StartQueryExecution", { status: 400, body });
    // The client of AWS tries again by itself.
    expect((await start(KIOSKS)).status).toBe(201);
    athena.answer("StartQueryExecution", {
      status: 400,
      body: { __type: "InvalidRequestException", Message: "WorkGroup is disabled." },
    });
    const refused = await start(KIOSKS);
    expect([refused.status, refused.body["code"]]).toEqual([503, "bulk-unavailable"]);
    expect(lines.find(({ level }) => level === "alarm")).toMatchObject({
      event: "bulk-unavailable",
      error: "InvalidRequestException",
    });
  });

  test("refuses rules that are longer than Athena takes, in both languages, before anything is asked", async () => {
    const pack = longPack();
    const { start } = service({ pack });
    const id = await start(KIOSKS);
    const en = await start(KIOSKS, { "accept-language": "en" });
    expect([id.status, id.body["code"]]).toEqual([422, "bulk-statement-too-long"]);
    expect([id.body["detail"], en.body["detail"]]).toEqual([
      'Sebagai SQL, aturan layanan ini melebihi 262144 byte, batas Athena. Putuskan berkasnya dengan "layak bulk" di satu mesin.',
      'As SQL, this service\'s rules exceed 262144 bytes, the limit of Athena. Decide the file with "layak bulk" on one machine.',
    ]);
    expect(athena.calls).toEqual([]);
  });
});

/** The test rules, with a title that makes the statement one byte longer than Athena takes. */
function longPack() {
  const pack = testPack();
  const kiosks = pack.services.get("kota-uji/kios");
  if (kiosks === undefined) throw new Error("no kiosks");
  const versions = kiosks.versions.map((version) => ({
    ...version,
    policy: { ...version.policy, title: { id: "panjang ".repeat(33_000) } },
  }));
  return { ...pack, services: new Map([["kota-uji/kios", { ...kiosks, versions }]]) };
}

describe("where there is no Athena", () => {
  test.each(["POST", "GET"])("%s says what to use in its place", async (method) => {
    const { send } = harness();
    const path = method === "GET" ? `/v1/bulk/${idNumber(1)}` : "/v1/bulk";
    const init = method === "GET" ? {} : postOf(KIOSKS);
    const headers = { ...init.headers, "accept-language": "en" };
    const { status, body } = await send(path, { ...init, headers });
    expect([status, body]).toEqual([
      501,
      {
        type: "urn:problem-type:layak:bulk-not-configured",
        title: "Bulk runs are not set up here",
        status: 501,
        detail: 'Bulk runs need Athena, and are not set up here. On one machine, use "layak bulk".',
        code: "bulk-not-configured",
        errors: [],
      },
    ]);
  });
});
