import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { EXAMPLE_REQUEST } from "../../src/cli/serve/greeting.ts";
import { checkedText } from "../support/checked-log.ts";

let data = "";
const running = new Set<ChildProcess>();

beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), "layak-killed-"));
});

afterAll(async () => {
  for (const child of running) child.kill("SIGKILL");
  await rm(data, { recursive: true, force: true });
});

interface Started {
  readonly child: ChildProcess;
  readonly address: string;
  readonly token: string;
}

async function started(): Promise<Started> {
  const child = spawn(process.execPath, ["dist/layak.js", "serve", "--port", "0", "--data", data]);
  running.add(child);
  let out = "";
  child.stdout.on("data", (chunk: Buffer) => {
    out += chunk.toString();
  });
  const ignore = checkedText(() => {});
  child.stderr.on("data", (chunk: Buffer) => ignore(chunk.toString()));
  for (let waited = 0; waited < 400; waited++) {
    const [, address] = /^Layak: (\S+)/.exec(out) ?? [];
    const [, token] = /^TOKEN=(\S+)$/m.exec(out) ?? [];
    if (address !== undefined && token !== undefined) return { child, address, token };
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`it did not start: ${out}`);
}

function headersOf({ token }: Started): Record<string, string> {
  return { authorization: `Bearer ${token}`, "content-type": "application/json" };
}

test("every decision that was answered is found again after kill -9 in the middle of a thousand", async () => {
  const service = await started();
  const answered: { readonly id: string; readonly receipt: string }[] = [];
  const ended = new Promise((resolve) => service.child.on("exit", resolve));
  const requests = Array.from({ length: 1000 }).values();
  const askInTurn = async () => {
    for (const _ of requests) {
      try {
        const response = await fetch(`${service.address}/v1/decisions`, {
          method: "POST",
          headers: headersOf(service),
          body: JSON.stringify(EXAMPLE_REQUEST),
        });
        if (response.status === 201) answered.push(JSON.parse(await response.text()));
      } catch {
        return;
      }
      if (answered.length === 400) service.child.kill("SIGKILL");
    }
  };
  await Promise.all(Array.from({ length: 16 }, askInTurn));
  await ended;
  expect(answered.length).toBeGreaterThanOrEqual(400);
  expect(answered.length).toBeLessThan(1000);

  const again = await started();
  const lost: string[] = [];
  const left = answered.values();
  const findInTurn = async () => {
    for (const { id, receipt } of left) {
      const address = `${again.address}/v1/decisions/${id}`;
      const response = await fetch(address, { headers: headersOf(again) });
      const found: { readonly receipt?: string } = JSON.parse(await response.text());
      if (found.receipt !== receipt) lost.push(id);
    }
  };
  await Promise.all(Array.from({ length: 16 }, findInTurn));
  expect(lost).toEqual([]);
  again.child.kill("SIGTERM");
}, 120_000);
