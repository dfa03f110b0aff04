import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { startEmbeddedDatabase } from "../../src/cli/serve/embedded-database.ts";
import { close, listen } from "../../src/cli/serve/listen.ts";
import { checkedText } from "../support/checked-log.ts";

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
    external: ["dynalite", "@duckdb/node-api"],
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

function run(
  port: string,
  directory = data,
  endpoint: readonly string[] = [],
  environment: Readonly<Record<string, string>> = {},
): Run {
  const args = [join(BUILT, "serve.mjs"), port, directory, ...endpoint];
  const child = spawn(process.execPath, args, { env: { ...process.env, ...environment } });
  running.add(child);
  let out = "";
  let err = "";
  child.stdout.on("data", (chunk: Buffer) => {
    out += chunk.toString();
  });
  const complain = checkedText((piece) => {
    err += piece;
  });
  child.stderr.on("data", (chunk: Buffer) => complain(chunk.toString()));
  const ended = new Promise<number | null>((resolve) => {
    child.on("exit", (code) => {
      running.delete(child);
      resolve(code);
    });
  });
  return { child, out: () => out, err: () => err, ended };
}

/** The address that a run prints when it is ready, once all of its greeting has come. */
async function addressOf({ out, err, child }: Run): Promise<string> {
  for (let waited = 0; waited < 200; waited++) {
    const [, address] = /^Layak: (http:\/\/127\.0\.0\.1:\d+)\n/.exec(out()) ?? [];
    if (address !== undefined && /Ctrl-C\.\n/.test(out())) return address;
    if (child.exitCode !== null) break;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`it did not start: ${out()}${err()}`);
}

/** The curl command that was printed, without a shell; its headers and body stand in quotes. */
function pasted(out: string): Parameters<typeof fetch> {
  const lines = out.split("\n").filter((text) => text.startsWith("curl "));
  expect(lines).toHaveLength(1);
  return requestOf(lines[0] ?? "");
}

function requestOf(command: string): Parameters<typeof fetch> {
  const [, address, flags] = /^curl -s (\S+)((?: -[Hd] (?:'[^']+'|"[^"]+"))+)$/.exec(command) ?? [];
  const given = [...(flags ?? "").matchAll(/ -([Hd]) (?:'([^']+)'|"([^"]+)")/g)];
  const headers = given.flatMap(([, flag, single, double = ""]) => {
    const [name = "", value = ""] = (single ?? double).split(": ");
    return flag === "H" ? [[name, value] as const] : [];
  });
  const [, , body] = given.find(([, flag]) => flag === "d") ?? [];
  const method = body === undefined ? { method: "GET" } : { method: "POST", body };
  return [address ?? "", { ...method, headers: Object.fromEntries(headers) }];
}

/** The commands of a section of docs/api.md, of which the first keeps an id. */
function commandsOf(section: string): readonly string[] {
  const page = readFileSync("docs/api.md", "utf8");
  const [text = ""] = page.split(`\n## ${section}\n`)[1]?.split("\n## ") ?? [];
  return [...text.matchAll(/^(?:ID=\$\()?(curl .*?)(?: \| node -p .*)?$/gm)].map(
    ([, command = ""]) => command,
  );
}

const asPasted = (out: string): Promise<Response> => fetch(...pasted(out));

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
    const [, init] = pasted(service.out());
    const large = await fetch(`${address}/v1/decisions`, { ...init, body: "x".repeat(3_000_000) });
    expect(large.status).toBe(413);

    const begun = performance.now();
    service.child.kill("SIGTERM");
    expect(await service.ended).toBe(0);
    expect(performance.now() - begun).toBeLessThan(5000);
    expect(service.err()).not.toMatch(/warning|error|\b\d{16}\b/i);
  });

  test("prints a token for the commands of the manual, and serves nothing closed without it", async () => {
    const service = run("0");
    const address = await addressOf(service);
    const [, token] = /^TOKEN=(\S+)$/m.exec(service.out()) ?? [];
    const [url, init] = pasted(service.out());
    expect(new Headers(init?.headers).get("authorization")).toBe(`Bearer ${token}`);
    const bare = await fetch(url, { ...init, headers: { "content-type": "application/json" } });
    expect([bare.status, bare.headers.get("www-authenticate")]).toEqual([
      401,
      'Bearer realm="layak"',
    ]);
    const { id } = JSON.parse(await (await fetch(url, init)).text());
    const read = (authorization: string) =>
      fetch(`${address}/v1/decisions/${id}`, { headers: { authorization } });
    expect((await read(`Bearer ${token}`)).status).toBe(200);
    expect((await read(`Bearer ${token}x`)).status).toBe(401);
    expect(service.err()).not.toContain(token);
  });

  test("lets an officer review what the first token asked for, by the commands of the manual", async () => {
    const service = run("0");
    const address = await addressOf(service);
    const tokens = Object.fromEntries(
      [...service.out().matchAll(/^(\w*TOKEN)=(\S+)$/gm)].map(([, name, token]) => [name, token]),
    );
    const answers: { readonly status: number; readonly body: Record<string, unknown> }[] = [];
    for (const command of commandsOf("Read again, search, review")) {
      const [url, init] = requestOf(
        command
          .replace("http://127.0.0.1:3000", address)
          .replace(/\$(\w*TOKEN)/, (_, name: string) => tokens[name] ?? "")
          .replace("$ID", String(answers[0]?.body["id"])),
      );
      const response = await fetch(url, init);
      answers.push({ status: response.status, body: JSON.parse(await response.text()) });
    }
    const id = answers[0]?.body["id"];
    const review = {
      id: expect.any(String),
      decision: id,
      reviewedAt: expect.any(String),
      officer: "peninjau-lokal",
      client: "lokal-peninjauan",
      verdict: "overturned",
      reason: "The contribution was paid yesterday; the receipt was shown at the counter.",
    };
    expect(answers).toMatchObject([
      { status: 201, body: { outcome: "ineligible" } },
      {
        status: 200,
        body: { decisions: expect.arrayContaining([expect.objectContaining({ id })]) },
      },
      { status: 200, body: { id, outcome: "ineligible" } },
      { status: 201, body: review },
      { status: 200, body: { reviews: [review] } },
    ]);
    for (const token of Object.values(tokens)) expect(service.err()).not.toContain(token);
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
    // The token of the first run is good for the second: the key was kept.
    const [url] = pasted(second.out());
    expect((await fetch(url, pasted(first.out())[1])).status).toBe(201);
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

  test("says so when its port is taken or makes no sense, or its folder cannot be written, or it is to run in production", async () => {
    const other: Server = createServer();
    const port = new URL(await listen(other, 0)).port;
    const taken = run(port);
    expect(await taken.ended).toBe(1);
    expect(taken.err()).toContain(`Port ${port} sudah dipakai. Pilih port lain`);
    await close(other);
    const unwritable = run("0", "/dev/null/layak");
    expect(await unwritable.ended).toBe(1);
    expect(unwritable.err()).toContain("Tidak dapat menulis ke folder /dev/null/layak");
    const live = run("0", data, [], { LAYAK_STAGE: "production" });
    expect(await live.ended).toBe(1);
    expect(live.err()).toContain("LAYAK_STAGE menyebut produksi");
    expect(live.out()).toBe("");
    const wrong = run("99999");
    expect(await wrong.ended).toBe(1);
    expect(wrong.err()).toContain("--port harus angka 0 sampai 65535");
  });

  test("stops soon even while questions are being asked", async () => {
    const service = run("0");
    await addressOf(service);
    const [url, init] = pasted(service.out());
    // A cut connection can leave Node's fetch without an answer for ever.
    const signal = AbortSignal.timeout(10_000);
    const ask = () => fetch(url, { ...init, signal }).catch(() => null);
    const asking = Array.from({ length: 100 }, ask);
    await new Promise((resolve) => setTimeout(resolve, 30));
    const begun = performance.now();
    service.child.kill("SIGTERM");
    expect(await service.ended).toBe(0);
    expect(performance.now() - begun).toBeLessThan(5000);
    await Promise.all(asking);
    expect(existsSync(join(data, "database-address"))).toBe(false);
  });
});
