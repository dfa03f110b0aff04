import { execFileSync } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type DiffOptions, diff } from "../../../src/cli/diff.ts";
import {
  adopt,
  FIRST,
  type Files,
  RECORD,
  swap,
  WORLD,
} from "../../analysis/adoption/support/world.ts";
import { temporaryFolder, write } from "../../support/files.ts";
import { recordingTerminal } from "../../support/terminal.ts";

const ADOPTED = adopt(WORLD);

function folderOf(files: Files): string {
  const folder = temporaryFolder();
  for (const [path, text] of Object.entries(files)) write(folder, path, text);
  return folder;
}

async function run(rules: string, options: Partial<DiffOptions>) {
  const terminal = recordingTerminal();
  const code = await diff(terminal, undefined, { rules, lang: "en", ...options });
  const told = terminal.err.map((line) => line.replaceAll(rules, "rules"));
  return { code, out: terminal.out, told };
}

const LOST = (where: string, number = 1) =>
  `rules/adoptions.json:1:1 error LYK513 the record of adoptions does not begin with that of ${where}: entry ${number} of 1 (kota/kios 2026-01-01) was taken away or changed\nhelp: take adoptions.json from ${where}, then run layak adopt again for what was added; what is not in force yet is withdrawn by: layak adopt kota/kios --from 2026-01-01 --withdraw --rules rules --by NAME --why REASON`;

describe("layak diff", () => {
  it("fails where a record was removed together with what it had sealed", async () => {
    const rules = folderOf(ADOPTED);
    const git = (...args: readonly string[]) =>
      execFileSync("git", ["-c", "user.name=uji", "-c", "user.email=uji@contoh.id", ...args], {
        cwd: rules,
      });
    git("init", "--quiet");
    git("add", ".");
    git("commit", "--quiet", "--message", "awal");
    expect((await run(rules, { fromRevision: "HEAD" })).code).toBe(0);
    rmSync(join(rules, RECORD));
    write(rules, FIRST, WORLD[FIRST] ?? "");
    const { code, told } = await run(rules, { fromRevision: "HEAD" });
    expect([code, told]).toEqual([1, [LOST("HEAD:rules")]]);
  });

  it("fails between two directories too, and tells the comparison all the same", async () => {
    const rules = folderOf(
      swap(WORLD, FIRST, `"value": { "fact": "parameter.batas" }`, `"value": 1`),
    );
    const before = folderOf(ADOPTED);
    const { code, out, told } = await run(rules, { fromRules: before });
    expect([code, told]).toEqual([1, [LOST(before)]]);
    expect(out).toContain("Applicants who are decided otherwise");
    const asJson = await run(rules, { fromRules: before, json: true });
    expect([asJson.code, JSON.parse(asJson.out.join("\n")).record.code]).toEqual([1, "LYK513"]);
  });

  it("has nothing against an entry that was added", async () => {
    const rules = folderOf(ADOPTED);
    const { told } = await run(rules, { fromRules: folderOf(WORLD) });
    expect(told).toEqual([]);
  });
});
