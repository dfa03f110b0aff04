import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { localIdentityKeys } from "../../../src/cli/serve/identity-keys.ts";
import { StartTrouble } from "../../../src/cli/serve/trouble.ts";
import { temporaryFolder, write } from "../../support/files.ts";

const FILE = "identity-keys.json";

describe("the identity keys of a data directory", () => {
  test("are one key at first, the same for all who start at once and ever after", async () => {
    const data = temporaryFolder();
    const starts = Array.from({ length: 5 }, () => localIdentityKeys(data));
    const [first, ...others] = await Promise.all(starts);
    expect(first?.active.secret).toHaveLength(32);
    expect(first?.former).toEqual([]);
    for (const other of [...others, await localIdentityKeys(data)]) expect(other).toEqual(first);
    expect(statSync(join(data, FILE)).mode & 0o777).toBe(0o600);
  });

  test("keep the one key of a directory from before there could be several", async () => {
    const data = temporaryFolder();
    const secret = Buffer.alloc(32, 7);
    write(data, "identity-key", secret.toString("hex"));
    const keys = { active: { id: "local", secret }, former: [] };
    expect(await localIdentityKeys(data)).toEqual(keys);
    expect(await localIdentityKeys(data)).toEqual(keys);
    expect(readFileSync(join(data, "identity-key"), "utf8")).toBe(secret.toString("hex"));
  });

  test("are replaced in their file, and the former one stays for look-ups", async () => {
    const data = temporaryFolder();
    const { active } = await localIdentityKeys(data);
    const written: { readonly keys: readonly object[] } = JSON.parse(
      readFileSync(join(data, FILE), "utf8"),
    );
    const next = { id: "2026-2", secret: Buffer.alloc(32, 8) };
    const listed = { id: next.id, secret: next.secret.toString("base64") };
    write(data, FILE, { active: "2026-2", keys: [...written.keys, listed] });
    expect(await localIdentityKeys(data)).toEqual({ active: next, former: [active] });
  });

  test.each([
    [FILE, '{"active":"a","keys":[{"id":"a","secret":"geheim"}]}', `${FILE}: The identity key "a"`],
    ["identity-key", "geheim", "identity-key is damaged"],
  ])("that are damaged in %s are told without what stands there", async (file, text, told) => {
    const data = temporaryFolder();
    write(data, file, text);
    const trouble = await localIdentityKeys(data).catch((error: unknown) => error);
    if (!(trouble instanceof StartTrouble)) throw new Error("the damaged keys were read");
    expect(trouble.message).toContain(told);
    expect(`${trouble.text.id} ${trouble.text.en}`).not.toContain("geheim");
  });
});
