import { readdirSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { build, type Metafile } from "esbuild";
import type { LambdaEvent } from "hono/aws-lambda";
import { describe, expect, test, vi } from "vitest";

async function bundled(entryPoints: readonly string[]): Promise<Metafile["outputs"]> {
  const { metafile } = await build({
    entryPoints: [...entryPoints],
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    mainFields: ["module", "main"],
    minify: true,
    external: ["dynalite", "@duckdb/node-api"],
    outdir: "unwritten",
    write: false,
    metafile: true,
    logLevel: "error",
  });
  return metafile.outputs;
}

/** What of a bundle comes from files like these. */
function partsLike(outputs: Metafile["outputs"], like: RegExp): readonly string[] {
  return Object.values(outputs).flatMap(({ inputs }) =>
    Object.entries(inputs)
      .filter(([input, { bytesInOutput }]) => like.test(input) && bytesInOutput > 0)
      .map(([input]) => input),
  );
}

/** What of the outputs is loaded before anything is asked. */
function loadedAtStart(entry: string, outputs: Metafile["outputs"]): Metafile["outputs"] {
  const loaded = new Set(
    Object.keys(outputs).filter((file) => outputs[file]?.entryPoint === entry),
  );
  for (const file of loaded) {
    for (const { kind, path } of outputs[file]?.imports ?? []) {
      if (kind === "import-statement" && outputs[path] !== undefined) loaded.add(path);
    }
  }
  return Object.fromEntries(Object.entries(outputs).filter(([file]) => loaded.has(file)));
}

const SERVING = /src\/api\/openapi\/(?!routes\.ts|contract-files\.ts)/;

function eventOf(path: string): LambdaEvent {
  return {
    version: "2.0",
    routeKey: "$default",
    rawPath: path,
    rawQueryString: "",
    headers: {},
    body: null,
    isBase64Encoded: false,
    requestContext: {
      accountId: "1",
      apiId: "1",
      authentication: null,
      authorizer: {},
      domainName: "localhost",
      domainPrefix: "localhost",
      http: { method: "GET", path, protocol: "HTTP/1.1", sourceIp: "127.0.0.1", userAgent: "test" },
      requestId: "1",
      routeKey: "$default",
      stage: "$default",
      time: "",
      timeEpoch: 0,
    },
  };
}

describe("making the document", () => {
  test("costs no function anything: none has its maker, nor zod's conversion", async () => {
    const files = readdirSync("functions").filter((file) => file.endsWith(".ts"));
    const outputs = await bundled(files.map((file) => `functions/${file}`));
    expect(
      Object.values(outputs).filter(({ entryPoint }) => entryPoint?.startsWith("functions/")),
    ).toHaveLength(files.length);
    expect(partsLike(outputs, SERVING)).toEqual([]);
    expect(partsLike(outputs, /zod\/.*json-schema/)).toEqual([]);
  });

  test("costs no command anything but the one that serves", async () => {
    const outputs = await bundled(["src/cli/main.ts"]);
    expect(partsLike(loadedAtStart("src/cli/main.ts", outputs), SERVING)).toEqual([]);
    expect(partsLike(outputs, SERVING)).not.toEqual([]);
  });

  test("would be noticed", async () => {
    const outputs = await bundled(["src/api/openapi/document.ts"]);
    expect(partsLike(outputs, SERVING)).toContain("src/api/openapi/from-zod.ts");
    expect(partsLike(outputs, /zod\/.*json-schema/)).not.toEqual([]);
  });
});

describe("the function as it is built", () => {
  test.each([
    ["/openapi.json", 200, "application/json; charset=UTF-8", false],
    ["/docs", 200, "text/html; charset=UTF-8", false],
    ["/docs/start.js", 200, "text/javascript; charset=UTF-8", false],
    ["/docs/favicon-32x32.png", 200, "image/png", true],
    ["/docs/tidak-ada.js", 404, "application/problem+json; charset=UTF-8", false],
  ])("finds its files beside itself: %s", async (path, status, type, isBinary) => {
    const built = pathToFileURL("dist/functions/contract.mjs").href;
    const { handler } = await import(built);
    const write = vi.spyOn(process.stdout, "write").mockReturnValue(true);
    const answer = await handler(eventOf(path));
    write.mockRestore();
    expect([answer.statusCode, answer.headers["content-type"], answer.isBase64Encoded]).toEqual([
      status,
      type,
      isBinary,
    ]);
  });
});
