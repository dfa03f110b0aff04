import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { writeFiles } from "../../../src/cli/new/write-files.ts";
import { temporaryFolder, write } from "../../support/files.ts";

test("a new file is never written over one that appeared meanwhile, and nothing else is left", async () => {
  const folder = temporaryFolder();
  write(folder, "kota/layanan/2027-01-01.json", "milik orang lain");
  const planned = [
    { path: "kota/layanan/cases.json", text: "[]", isNew: true },
    { path: "kota/layanan/2027-01-01.json", text: "{}", isNew: true },
  ];
  await expect(writeFiles(folder, planned)).rejects.toMatchObject({ code: "EEXIST" });
  expect(readFileSync(join(folder, "kota/layanan/2027-01-01.json"), "utf8")).toBe(
    "milik orang lain",
  );
  expect(readdirSync(join(folder, "kota/layanan"))).toEqual(["2027-01-01.json"]);
});

test("a file that gets longer is replaced in one step, and none is left beside it", async () => {
  const folder = temporaryFolder();
  write(folder, "cases.json", "[ ]");
  await writeFiles(folder, [{ path: "cases.json", text: "[1]", isNew: false }]);
  expect(readFileSync(join(folder, "cases.json"), "utf8")).toBe("[1]");
  expect(existsSync(join(folder, "cases.json.new"))).toBe(false);
});
