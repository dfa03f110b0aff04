import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { keptSecret } from "../../../src/cli/serve/kept-secret.ts";
import { temporaryFolder } from "../../support/files.ts";

/** Long, so that writing it takes a while. */
const secretOf = (number: number) => `${number}`.repeat(8_000_000);

test("a secret that several make at once is the first one's, whole for each of them", async () => {
  const folder = temporaryFolder();
  for (let round = 0; round < 5; round++) {
    const file = join(folder, `secret-${round}`);
    const all = await Promise.all([1, 2, 3, 4, 5].map((n) => keptSecret(file, () => secretOf(n))));
    expect(new Set(all).size).toBe(1);
    expect(all[0]).toHaveLength(8_000_000);
    expect(await keptSecret(file, () => "another")).toBe(all[0]);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  }
  expect(readdirSync(folder)).toHaveLength(5);
});

test("a secret that cannot be made leaves nothing", async () => {
  const folder = temporaryFolder();
  const refuse = () => Promise.reject(new Error("no secret"));
  await expect(keptSecret(join(folder, "secret"), refuse)).rejects.toThrow("no secret");
  expect(readdirSync(folder)).toEqual([]);
});
