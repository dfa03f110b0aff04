import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { startEmbeddedDatabase } from "../../src/cli/serve/embedded-database.ts";
import { close, listen } from "../../src/cli/serve/listen.ts";

/** Within the project, so that the built file finds dynalite. */
const BUILT = join(".layak", `serve-test-${process.pid}`);
const ENTRY = `
  import { serve } from "./src/cli/serve.ts";
  import { processTerminal } from "./src/cli/terminal.ts";
  const [port, data, endpoint] = process.argv.slice(2);
  const options = { port, data, rules: "rules", lang: "id", ...(endpoint && { endpoint }) };
  process.exit(await serve(processTerminal(), options));
`;
const REQUIRE =
  "import { createRequire as layakRequire } from 'node:module'; const require = layakRequire(import.meta.url);";

const running = new Set<ChildProcess>();
let data = "";

beforeAll(async () => {
  await mkdir(BUILT, { recursive: true });
  data = await mkdtemp(join(tmpdir(), "layak-serve-"));
  await build({
    stdin: { contents: ENTRY, resolveDir: ".", loader: "ts" },
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node20",
    mainFields: ["module", "main"],
    external: ["dynalite"],
    banner: { js: REQUIRE },
    outfile: join(BUILT, "serve.mjs"),
    logLevel: "error",
  });
});

afterEach(() => {
  for (const child of running) child.kill("SIGKILL");
  running.clear();
});

afterAll(async () => {
  await rm(BUILT, { recursive: true, force: true });
  await rm(data, { recursive: true, force: true });
});

interface Run {
  readonly child: ChildProcess;
  readonly out: () => string;
  readonly err: () => string;
  readonly ended: Promise<number | null>;
}

function run(port: string, directory = data, endpoint: readonly string[] = []): Run {
  const args = [join(BUILT, "serve.mjs"), port, directory, ...endpoint];
  const child = spawn(process.execPath, args);
  running.add(child);
  let out = "";
  let err = "";
  child.stdout.on("data", (chunk: Buffer) => {
    out += chunk.toString();
  });
  child.stderr.on("data", (chunk: Buffer) => {
    err += chunk.toString();
  });
  const ended = new Promise<number | null>((resolve) => {
    child.on("exit", (code) => {
      running.delete(child);
      resolve(code);
    });
  });
  return { child, out: () => out, err: () => err, ended };
}

/** The address that a run prints when it is ready. */
async function addressOf({ out, err, child }: Run): Promise<string> {
  for (let waited = 0; waited < 200; waited++) {
    const [, address] = /^Layak: (http:\/\/127\.0\.0\.1:\d+)\n/.exec(out()) ?? [];
    if (address !== undefined && /\ncurl .*\n/.test(out())) return address;
    if (child.exitCode !== null) break;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`it did not start: ${out()}${err()}`);
}

/** Runs the curl command that was printed, without a shell. */
async function asPasted(out: string): Promise<Response> {
  const line = out.split("\n").find((text) => text.startsWith("curl ")) ?? "";
  const [, address, type, body] = /^curl -s (\S+) -H '([^']+)' -d '([^']+)'$/.exec(line) ?? [];
  const [name, value] = (type ?? "").split(": ");
  return fetch(address ?? "", {
    method: "POST",
    body: body ?? "",
    headers: { [name ?? ""]: value ?? "" },
  });
}

describe("serve", () => {
  test("prints its address first and then a command whose answer explains a refusal", async () => {
    const service = run("0");
    const address = await addressOf(service);
    const answer = await asPasted(service.out());
    expect(answer.status).toBe(201);
    expect(await answer.json()).toMatchObject({
      service: "kota-serang/sewa-kios",
      outcome: "ineligible",
      requirements: expect.arrayContaining([
        expect.objectContaining({ id: "bpjs-aktif", outcome: "unmet" }),
      ]),
      remedies: [[{ fact: "coverage.status", from: "NONAKTIF", to: "AKTIF" }]],
      explanation: { language: "id" },
    });
    expect((await fetch(`${address}/v1/services`)).status).toBe(200);
    expect(
      (
        await fetch(`${address}/v1/decisions`, {
          method: "POST",
          body: "x".repeat(3_000_000),
          headers: { "content-type": "application/json" },
        })
      ).status,
    ).toBe(413);

    const begun = performance.now();
    service.child.kill("SIGTERM");
    expect(await service.ended).toBe(0);
    expect(performance.now() - begun).toBeLessThan(5000);
    expect(service.err()).not.toMatch(/warning|error|\b\d{16}\b/i);
  });

  test("starts again with the data kept, also after kill -9", async () => {
    const first = run("0");
    await addressOf(first);
    await asPasted(first.out());
    first.child.kill("SIGKILL");
    await first.ended;
    const second = run("0");
    await addressOf(second);
    expect((await asPasted(second.out())).status).toBe(201);
    second.child.kill("SIGINT");
    expect(await second.ended).toBe(0);
  });

  test("never loads the invented roster into a database that it did not start", async () => {
    const directory = await mkdtemp(join(tmpdir(), "layak-other-"));
    const database = await startEmbeddedDatabase(directory);
    try {
      const service = run("0", data, [database.endpoint]);
      await addressOf(service);
      const answer = await asPasted(service.out());
      expect(await answer.json()).toMatchObject({
        outcome: "undetermined",
        facts: { "coverage.status": { source: "registry:coverage", state: "unavailable" } },
      });
      service.child.kill("SIGTERM");
      await service.ended;
    } finally {
      await database.stop();
      await rm(directory, { recursive: true, force: true });
    }
  });

  test("says so when another runs with the same data", async () => {
    const first = run("0");
    await addressOf(first);
    const second = run("0");
    expect(await second.ended).toBe(1);
    expect(second.err()).toContain(`Layak lain sedang berjalan dengan data di ${data}`);
    expect((await asPasted(first.out())).status).toBe(201);
  });

  test("says so when its port is taken or makes no sense, or its folder cannot be written", async () => {
    const other: Server = createServer();
    const port = new URL(await listen(other, 0)).port;
    const taken = run(port);
    expect(await taken.ended).toBe(1);
    expect(taken.err()).toContain(`Port ${port} sudah dipakai. Pilih port lain`);
    await close(other);
    const unwritable = run("0", "/dev/null/layak");
    expect(await unwritable.ended).toBe(1);
    expect(unwritable.err()).toContain("Tidak dapat menulis ke folder /dev/null/layak");
    const wrong = run("99999");
    expect(await wrong.ended).toBe(1);
    expect(wrong.err()).toContain("--port harus angka 0 sampai 65535");
  });

  test("stops soon even while questions are being asked", async () => {
    const service = run("0");
    await addressOf(service);
    const asking = Array.from({ length: 200 }, () => asPasted(service.out()).catch(() => null));
    await new Promise((resolve) => setTimeout(resolve, 30));
    const begun = performance.now();
    service.child.kill("SIGTERM");
    expect(await service.ended).toBe(0);
    expect(performance.now() - begun).toBeLessThan(5000);
    await Promise.all(asking);
    expect(existsSync(join(data, "database-address"))).toBe(false);
  });
});
