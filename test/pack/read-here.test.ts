import { execFileSync } from "node:child_process";
import { resolve } from "node:path";
import { expect, it } from "vitest";

it.each([".", "./", "../rules", "../rules/"])("a rules directory is read as %s", (directory) => {
  const layak = resolve("dist/layak.js");
  const options = { cwd: "rules", encoding: "utf8" } as const;
  const printed = execFileSync(process.execPath, [layak, "validate", directory], options);
  expect(printed).toMatch(/^Aturan sah: \d+ layanan, \d+ contoh kasus, 0 peringatan\.\n$/);
});
