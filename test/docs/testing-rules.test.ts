import { spawnSync } from "node:child_process";
import { cpSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { temporaryFolder } from "../support/files.ts";

const page = readFileSync("docs/testing-rules.md", "utf8");
const shown = [...page.matchAll(/```console\n\$ npx layak (.*)\n([\s\S]*?)```/g)].map(
  ([, command = "", output = ""]) => [command, output] as const,
);
const inWords = [...page.matchAll(/`npx layak (test [^`]*)`/g)].map(([, command = ""]) => command);

/** A reader's folder, with the shipped rules. */
function readersFolder(): string {
  const folder = temporaryFolder();
  cpSync("rules", join(folder, "rules"), { recursive: true });
  return folder;
}

function run(command: string, folder: string) {
  const { status, stdout } = spawnSync(
    process.execPath,
    [resolve("dist/layak.js"), ...command.split(" ")],
    { cwd: folder, encoding: "utf8" },
  );
  return { status, stdout };
}

/** What is shown, with `…` for any lines. */
function matching(output: string): RegExp {
  const lines = output.trimEnd().replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return new RegExp(`^${lines.replaceAll(/^…$/gm, "[^]*?")}\\n?$`);
}

describe("the page about testing rules", () => {
  it("shows what its commands print, one after another", () => {
    const folder = readersFolder();
    for (const [command, output] of shown) {
      const { status, stdout } = run(command, folder);
      expect([command, status]).toEqual([command, 0]);
      expect(stdout).toMatch(matching(output));
    }
  });

  it.each(inWords)("names a command that runs: layak %s", (command) => {
    expect(run(command, readersFolder()).status).toBe(0);
  });

  it("shows and names some", () => {
    expect([shown.length, inWords.length]).toEqual([5, 4]);
  });
});
