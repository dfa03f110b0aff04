import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { EXAMPLE_REQUEST } from "../../../src/cli/serve/greeting.ts";
import { startService } from "../../../src/cli/serve/start.ts";
import { readPack } from "../../../src/pack/read-pack.ts";
import { checkedLog } from "../../support/checked-log.ts";
import { temporaryFolder, write } from "../../support/files.ts";

type Post = (path: string, body: unknown, key?: string) => Promise<Response>;
type Work<Value> = (post: Post) => Promise<Value>;

/** Starts the service of a data directory, asks it, and stops it. */
async function whileRunning<Value>(data: string, work: Work<Value>): Promise<Value> {
  const result = await readPack("rules");
  if (!result.ok) throw new Error("the shipped rules are not valid");
  const { address, token, stop } = await startService({
    pack: result.pack,
    port: 0,
    data,
    contract: "dist/functions/contract",
    language: "en",
    clock: () => new Date(),
    log: checkedLog(),
    environment: {},
  });
  const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
  try {
    return await work((path, body, key) =>
      fetch(`${address}${path}`, {
        method: "POST",
        body: JSON.stringify(body),
        headers: { ...headers, ...(key !== undefined && { "idempotency-key": key }) },
      }),
    );
  } finally {
    await stop();
  }
}

test("a data directory of one key opens, and its key may be replaced", async () => {
  const data = temporaryFolder();
  write(data, "identity-key", Buffer.alloc(32, 7).toString("hex"));
  const decide: Work<Readonly<Record<string, unknown>>> = async (post) =>
    JSON.parse(await (await post("/v1/decisions", EXAMPLE_REQUEST, "kios-17")).text());
  const before = await whileRunning(data, decide);
  expect(before).toMatchObject({ id: expect.any(String), outcome: "ineligible" });
  const file = join(data, "identity-keys.json");
  const { keys }: { readonly keys: readonly object[] } = JSON.parse(readFileSync(file, "utf8"));
  const next = { id: "2026-2", secret: Buffer.alloc(32, 8).toString("base64") };
  write(data, "identity-keys.json", { active: next.id, keys: [...keys, next] });
  await whileRunning(data, async (post) => {
    expect(await decide(post)).toEqual(before);
    const { applicant } = EXAMPLE_REQUEST;
    const found = await post("/v1/decisions/search", { applicant });
    expect(await found.json()).toMatchObject({ decisions: [{ id: before["id"] }] });
  });
});
