import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { EXAMPLE_REQUEST } from "../../src/cli/serve/greeting.ts";
import { serving } from "./support/served.ts";

let data = "";
const serve = serving();

beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), "layak-killed-"));
});

afterAll(() => rm(data, { recursive: true, force: true }));

test("every decision that was answered is found again after kill -9 in the middle of a thousand", async () => {
  const service = await serve("--data", data);
  const answered: { readonly id: string; readonly receipt: string }[] = [];
  const requests = Array.from({ length: 1000 }).values();
  const askInTurn = async () => {
    for (const _ of requests) {
      try {
        const response = await fetch(`${service.address}/v1/decisions`, {
          method: "POST",
          headers: service.headers,
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
  await service.ended;
  expect(answered.length).toBeGreaterThanOrEqual(400);
  expect(answered.length).toBeLessThan(1000);

  const again = await serve("--data", data);
  const lost: string[] = [];
  const left = answered.values();
  const findInTurn = async () => {
    for (const { id, receipt } of left) {
      const { headers } = again;
      const response = await fetch(`${again.address}/v1/decisions/${id}`, { headers });
      const found: { readonly receipt?: string } = JSON.parse(await response.text());
      if (found.receipt !== receipt) lost.push(id);
    }
  };
  await Promise.all(Array.from({ length: 16 }, findInTurn));
  expect(lost).toEqual([]);
  again.child.kill("SIGTERM");
}, 120_000);
