import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { EXAMPLE_REQUEST } from "../../../src/cli/serve/greeting.ts";
import { type Service, startService } from "../../../src/cli/serve/start.ts";
import { syntheticPeople } from "../../../src/registry/synthetic-roster.ts";
import { checkedLog } from "../../support/checked-log.ts";
import { shippedPack } from "./support/document.ts";
import {
  type ClientAnswer,
  clientSource,
  type GeneratedClient,
  loadedClient,
} from "./support/generated-client.ts";

const CONTRACT = "dist/functions/contract";

/** Within the project, so that the compiler finds what the client imports. */
const DIRECTORY = join(".layak", `client-test-${process.pid}`);

let source = "";
let client: GeneratedClient;
let service: Service;
let data = "";

beforeAll(async () => {
  source = await clientSource(join(CONTRACT, "openapi.json"));
  client = await loadedClient(source);
  data = await mkdtemp(join(tmpdir(), "layak-client-"));
  service = await startService({
    pack: await shippedPack(),
    port: 0,
    data,
    contract: CONTRACT,
    language: "id",
    clock: () => new Date(),
    log: checkedLog(),
    environment: {},
  });
  client.use(service.address, { Authorization: `Bearer ${service.token}` });
});

afterAll(async () => {
  await service?.stop();
  await rm(data, { recursive: true, force: true });
  await rm(DIRECTORY, { recursive: true, force: true });
});

async function call(operation: string, ...given: readonly unknown[]): Promise<ClientAnswer> {
  const made = client.calls[operation];
  if (made === undefined) throw new Error(`the client has no ${operation}`);
  return await made(...given);
}

const { nik } = EXAMPLE_REQUEST.applicant;

describe("a client that was generated from the document", () => {
  test("finds out what a service wants to know", async () => {
    const listed = await call("listServices");
    expect(listed).toMatchObject({
      status: 200,
      data: { services: expect.arrayContaining([{ id: EXAMPLE_REQUEST.service }].map(containing)) },
    });
    const described = await call("describeService", "kota-serang", "sewa-kios", {
      acceptLanguage: "en",
    });
    expect(described).toMatchObject({
      status: 200,
      data: { title: "Market kiosk lease", applicant: { nik: "required" } },
    });
    const { facts } = EXAMPLE_REQUEST;
    const preview = await call("preview", { service: EXAMPLE_REQUEST.service, facts });
    expect(preview).toMatchObject({
      status: 200,
      data: {
        preview: true,
        missing: [
          { fact: "coverage.status", lookedUpLater: true },
          { fact: "coverage.paidThrough", lookedUpLater: true },
          { fact: "coverage.programmes", lookedUpLater: true },
        ],
      },
    });
  });

  test("gets one decision for one key, and reads it again with all that it rests on", async () => {
    const header = { idempotencyKey: "permohonan-1", acceptLanguage: "en" };
    const first = await call("decide", EXAMPLE_REQUEST, header);
    const second = await call("decide", EXAMPLE_REQUEST, header);
    expect(first).toMatchObject({ status: 201, data: { outcome: "ineligible" } });
    expect(second.data).toEqual(first.data);
    const id = String(first.data["id"]);
    expect(first.headers.get("location")).toBe(`/v1/decisions/${id}`);

    const read = await call("readDecision", id, { acceptLanguage: "en" });
    expect(read).toMatchObject({ status: 200, data: first.data });
    const kept = await call("readDecisionRecord", id);
    expect(kept).toMatchObject({
      status: 200,
      data: { receipt: first.data["receipt"], facts: EXAMPLE_REQUEST.facts },
    });
    expect(await call("searchDecisions", { applicant: { nik } })).toMatchObject({
      status: 200,
      data: { decisions: [{ id, outcome: "ineligible" }] },
    });
    expect(await call("readReviews", id)).toMatchObject({ status: 200, data: { reviews: [] } });
    expect((await call("readKeys")).status).toBe(200);
    expect(await call("readContract")).toMatchObject({ status: 200, data: { openapi: "3.1.1" } });
    expect(await call("readReadiness")).toMatchObject({ status: 200, data: { status: "ready" } });
  });

  test("asks about many at once", async () => {
    const active = { ...EXAMPLE_REQUEST, applicant: { nik: syntheticPeople.activeTrader.nik } };
    const answer = await call("decideBatch", { items: [active, EXAMPLE_REQUEST, {}] });
    expect(answer).toMatchObject({
      status: 200,
      data: {
        results: [
          { outcome: "eligible", missing: [] },
          { outcome: "ineligible" },
          { problem: { code: "request-invalid" } },
        ],
      },
    });
  });

  test("gets problems as they are told", async () => {
    const facts = { ...EXAMPLE_REQUEST.facts, "coverage.status": "AKTIF" };
    expect(await call("decide", { ...EXAMPLE_REQUEST, facts })).toMatchObject({
      status: 422,
      data: { code: "request-invalid", errors: [{ code: "fact-not-for-caller" }] },
    });
    expect(await call("readDecision", "tidak-ada")).toMatchObject({
      status: 404,
      data: { code: "decision-not-found" },
    });
  });

  test("has types that tell right requests from wrong ones", async () => {
    await mkdir(DIRECTORY, { recursive: true });
    await writeFile(join(DIRECTORY, "client.ts"), source);
    await writeFile(join(DIRECTORY, "use.ts"), CONSUMER);
    const compiled = promisify(execFile)(process.execPath, [
      "node_modules/typescript/bin/tsc",
      ...["--noEmit", "--strict", "--skipLibCheck", "--ignoreConfig"],
      ...["--target", "es2022", "--module", "nodenext", "--allowImportingTsExtensions"],
      join(DIRECTORY, "use.ts"),
    ]).then(
      () => "",
      (error: { readonly stdout: string }) => error.stdout,
    );
    expect(await compiled).toBe("");
  });
});

function containing(part: object): unknown {
  return expect.objectContaining(part);
}

/** Each `@ts-expect-error` is itself an error where the client's types let the line pass. */
const CONSUMER = `
import { decide } from "./client.ts";

const service = "kota-serang/sewa-kios";
const applicant = { nik: "3673995708790002" };

export async function good(): Promise<string> {
  const answer = await decide({
    service,
    applicant,
    facts: { "kiosk.owner": "PEMKOT", "lease.kind": null, "document.ktp": true },
  });
  return answer.status === 201 ? answer.data.outcome : answer.data.code;
}

export const wrong = [
  // @ts-expect-error -- no such service
  () => decide({ service: "kota-serang/tidak-ada", applicant }),
  // @ts-expect-error -- this service needs a NIK
  () => decide({ service, applicant: { nib: "1234567890123" } }),
  // @ts-expect-error -- no such code
  () => decide({ service, applicant, facts: { "kiosk.owner": "SAYA" } }),
  // @ts-expect-error -- looked up in a registry
  () => decide({ service, applicant, facts: { "coverage.status": "AKTIF" } }),
];
`;
