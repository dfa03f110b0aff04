import { readdirSync } from "node:fs";
import { join } from "node:path";
import { createAdaptorServer } from "@hono/node-server";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createBase } from "../../../src/api/base.ts";
import type { BaseDependencies } from "../../../src/api/dependencies.ts";
import { addKeysRoute } from "../../../src/api/keys.ts";
import { contractFilesIn } from "../../../src/api/openapi/contract-files.ts";
import { addContractRoutes } from "../../../src/api/openapi/routes.ts";
import { isObject } from "../../../src/api/openapi/schema.ts";
import { newSigningKey, publicKeySet, readSigningKeys } from "../../../src/ledger/receipt/keys.ts";
import { checkedLog } from "../../support/checked-log.ts";
import { NOW } from "../support/harness.ts";
import { testPack } from "../support/rules.ts";
import { conformanceTo } from "./support/conformance.ts";
import { documentOf } from "./support/document.ts";

/** Where the build puts them. */
const BUILT = "dist/functions/contract";

const base: BaseDependencies = { clock: () => NOW, log: checkedLog(), language: "id" };
const app = createBase(base);
const signing = readSigningKeys(JSON.stringify(newSigningKey("uji-1")));
addContractRoutes(app, { ...base, contract: contractFilesIn(BUILT) });
addKeysRoute(app, { ...base, publicKeys: publicKeySet(signing) });

const server = createAdaptorServer({ fetch: app.fetch, overrideGlobalObjects: false });
let address = "";

beforeAll(
  () =>
    new Promise<void>((resolve) => {
      server.listen(0, "127.0.0.1", () => {
        const bound = server.address();
        if (bound !== null && typeof bound === "object") address = `http://127.0.0.1:${bound.port}`;
        resolve();
      });
    }),
);

afterAll(() => {
  server.close();
});

async function get(path: string, headers: Record<string, string> = {}) {
  const response = await fetch(`${address}${path}`, { headers });
  const text = await response.text();
  const isJson = response.headers.get("content-type")?.includes("json") ?? false;
  const body: unknown = isJson ? JSON.parse(text) : null;
  return { status: response.status, headers: response.headers, text, body };
}

describe("the contract is served", () => {
  const conformance = conformanceTo(documentOf(testPack()));

  test.each([
    ["/openapi.json", "/openapi.json", 200, {}],
    ["/openapi.json", "/openapi.json", 304, { "if-none-match": "*" }],
    ["/docs", "/docs", 200, {}],
    ["/docs", "/docs", 304, { "if-none-match": "*" }],
    ["/docs/start.js", "/docs/:asset", 200, {}],
    ["/docs/swagger-ui.css", "/docs/:asset", 304, { "if-none-match": "*" }],
    ["/docs/tidak-ada.js", "/docs/:asset", 404, {}],
    ["/v1/keys", "/v1/keys", 200, {}],
  ] as const)("%s as %s tells it: %i", async (path, route, status, headers) => {
    const got = await get(path, headers);
    expect(got.status).toBe(status);
    expect(conformance("GET", route, got)).toEqual([]);
  });

  test("the document, as it was built, and 304 to whoever has it", async () => {
    const { headers, body } = await get("/openapi.json");
    expect(headers.get("content-type")).toBe("application/json; charset=UTF-8");
    expect(isObject(body) && body["openapi"]).toBe("3.1.1");
    const etag = headers.get("etag") ?? "";
    expect(etag).toMatch(/^"[\w-]{43}-gzip"$/);
    const statuses = await Promise.all(
      [etag, `"other", W/${etag}`, '"other"'].map(
        async (known) => (await get("/openapi.json", { "if-none-match": known })).status,
      ),
    );
    expect(statuses).toEqual([304, 304, 200]);
  });

  test.each([
    [{ "accept-encoding": "br, gzip" }, "gzip"],
    [{ "accept-encoding": "gzip;q=0.5" }, "gzip"],
    [{ "accept-encoding": "gzip;q=0" }, null],
    [{ "accept-encoding": "identity" }, null],
  ])("compressed for whoever reads that: %o", async (headers, encoding) => {
    const first = await fetch(`${address}/openapi.json`, { headers });
    expect([first.headers.get("content-encoding"), first.headers.get("vary")]).toEqual([
      encoding,
      "Accept-Encoding",
    ]);
    expect(first.headers.get("etag")?.endsWith('-gzip"')).toBe(encoding === "gzip");
    expect(await first.json()).toHaveProperty("openapi");
  });

  test("a page that runs its own files alone", async () => {
    const { headers, text } = await get("/docs");
    expect(headers.get("content-security-policy")).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    );
    expect(text).not.toMatch(/https?:|<script(?![^>]* src=)[^>]*>|<style|\son\w+=|style=/);
    const links = [...text.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, link = ""]) => link);
    expect(links.length).toBeGreaterThan(4);
    for (const link of links) expect((await get(`/${link}`)).status).toBe(200);
  });

  test.each([
    ["swagger-ui-bundle.js", "text/javascript; charset=UTF-8"],
    ["start.js", "text/javascript; charset=UTF-8"],
    ["swagger-ui.css", "text/css; charset=UTF-8"],
    ["page.css", "text/css; charset=UTF-8"],
    ["favicon-32x32.png", "image/png"],
  ])("%s as %s, kept for an hour", async (name, type) => {
    const { status, headers } = await get(`/docs/${name}`);
    expect([status, headers.get("content-type"), headers.get("cache-control")]).toEqual([
      200,
      type,
      "public, max-age=3600",
    ]);
  });

  test.each([
    "/docs/openapi.json",
    "/docs/index.html",
    "/docs/..%2Frules.json",
    "/docs/%2e%2e%2fcontract.mjs",
    "/docs/__proto__",
    "/docs/toString",
  ])("and nothing else: %s", async (path) => {
    const { status, body } = await get(path);
    expect([status, isObject(body) && body["code"]]).toEqual([404, "route-unknown"]);
  });

  test("from files that the build wrote, the viewer's licences among them", () => {
    expect(readdirSync(BUILT).sort()).toEqual([
      "favicon-32x32.png",
      "index.html",
      "openapi.json",
      "page.css",
      "start.js",
      "swagger-ui-bundle.js",
      "swagger-ui-bundle.js.LICENSE.txt",
      "swagger-ui.LICENSE.txt",
      "swagger-ui.NOTICE.txt",
      "swagger-ui.css",
    ]);
  });

  test("or a fault of ours where the build wrote nothing", async () => {
    const empty = createBase(base);
    addContractRoutes(empty, { ...base, contract: contractFilesIn(join(BUILT, "none")) });
    const statuses = ["/openapi.json", "/docs", "/docs/start.js"].map(async (path) => {
      const response = await empty.request(path);
      const [, first = ""] = path.split("/");
      const route = path.endsWith(".js") ? "/docs/:asset" : `/${first}`;
      const { status, headers } = response;
      expect(conformance("GET", route, { status, headers, body: await response.json() })).toEqual(
        [],
      );
      return status;
    });
    expect(await Promise.all(statuses)).toEqual([500, 500, 500]);
  });
});
