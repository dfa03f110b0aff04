import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { layak } from "../cli/support/layak.ts";
import { temporaryFolder } from "../support/files.ts";

const PAGE = readFileSync("docs/simulating.md", "utf8");

/** Commands, each with what they print. */
const examples = [...PAGE.matchAll(/```sh\n([\s\S]*?)```\s+```text\n([\s\S]*?)```/g)].map(
  ([, commands = "", shown = ""]) => ({ commands: commands.trimEnd().split("\n"), shown }),
);

/** Runs a command in a folder; gives what it prints, as the page writes it. */
async function run(command: string, folder: string): Promise<readonly string[]> {
  if (!command.startsWith("npx layak ")) {
    execFileSync("sh", ["-c", command], { cwd: folder });
    return [];
  }
  const words = command.split(" ").slice(2);
  const { out, err } = await layak(
    words.map((word) => (/^\w+\.(?:csv|html)$/.test(word) ? join(folder, word) : word)),
  );
  return [...err, ...out];
}

it("docs/simulating.md shows what its commands print", async () => {
  const folder = temporaryFolder();
  expect(examples.length).toBe(2);
  for (const { commands, shown } of examples) {
    const lines: string[] = [];
    for (const command of commands) lines.push(...(await run(command, folder)));
    expect(`${lines.join("\n")}\n`.replaceAll(`${folder}/`, "")).toBe(shown);
  }
  expect(existsSync(join(folder, "laporan.html"))).toBe(true);
});
