import { mkdirSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { expect, test, vi } from "vitest";
import { keptSecret } from "../../../src/cli/serve/kept-secret.ts";
import { temporaryFolder } from "../../support/files.ts";

// What cannot run here: a file system without hard links, as many memory sticks and shares are.
vi.mock("node:fs/promises", async (actual) => ({
  ...(await actual<typeof import("node:fs/promises")>()),
  link: () => Promise.reject(Object.assign(new Error("no hard links"), { code: "EPERM" })),
}));

/** Long, so that writing it takes a while. */
const secretOf = (number: number) => `${number}`.repeat(3_000_000);

test("a secret that several make at once is the first one's, whole for each of them", async () => {
  const folder = temporaryFolder();
  for (let round = 0; round < 3; round++) {
    const file = join(folder, `secret-${round}`);
    const all = await Promise.all([1, 2, 3, 4, 5].map((n) => keptSecret(file, () => secretOf(n))));
    expect(new Set(all).size).toBe(1);
    expect(all[0]).toHaveLength(3_000_000);
    expect(await keptSecret(file, () => "another")).toBe(all[0]);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  }
  expect(readdirSync(folder)).toHaveLength(3);
});

test("a secret that cannot be made leaves nothing", async () => {
  const folder = temporaryFolder();
  const refuse = () => Promise.reject(new Error("no secret"));
  await expect(keptSecret(join(folder, "secret"), refuse)).rejects.toThrow("no secret");
  expect(readdirSync(folder)).toEqual([]);
});

test("a secret that another made meanwhile stands", async () => {
  const file = join(temporaryFolder(), "secret");
  const kept: string[] = [];
  const slow = async () => {
    kept.push(await keptSecret(file, () => "quick"));
    return "slow";
  };
  kept.push(await keptSecret(file, slow), await keptSecret(file, () => "late"));
  expect(kept).toEqual(["quick", "quick", "quick"]);
});

test("those who come while others are done have the same secret", async () => {
  const folder = temporaryFolder();
  for (let round = 0; round < 15; round++) {
    const file = join(folder, `secret-${round}`);
    const late = async (number: number) => {
      const secret = async () => {
        await wait(number % 4);
        return `${number}`;
      };
      await wait((number * 7) % 5);
      return keptSecret(file, secret);
    };
    const all = await Promise.all([1, 2, 3, 4, 5, 6, 7, 8].map(late));
    expect(new Set(all).size).toBe(1);
  }
  expect(readdirSync(folder)).toHaveLength(15);
});

test("a choice that stands beside its secret, as its process was killed, is taken away", async () => {
  const folder = temporaryFolder();
  const file = join(folder, "secret");
  writeFileSync(file, "kept");
  mkdirSync(`${file}.first`);
  writeFileSync(join(`${file}.first`, "secret"), "too late");
  expect(await keptSecret(file, () => "another")).toBe("kept");
  expect(readdirSync(folder)).toEqual(["secret"]);
});

test("a secret that was chosen when its process was killed is the one of the next", async () => {
  const folder = temporaryFolder();
  const file = join(folder, "secret");
  mkdirSync(`${file}.first`);
  writeFileSync(join(`${file}.first`, "secret"), "chosen");
  expect(await keptSecret(file, () => "another")).toBe("chosen");
  expect(readdirSync(folder)).toEqual(["secret"]);
});
