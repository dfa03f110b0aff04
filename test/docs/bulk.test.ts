import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { layak } from "../cli/support/layak.ts";
import { temporaryFolder } from "../support/files.ts";

const PAGE = readFileSync("docs/bulk.md", "utf8");

/** A block of the page: commands, what they print, or what a file then holds. */
interface Block {
  readonly kind: string;
  readonly name: string;
  readonly text: string;
}

const blocks = [...PAGE.matchAll(/```(sh|text|csv) ?(\S*)\n([\s\S]*?)```/g)].map(
  ([, kind = "", name = "", text = ""]): Block => ({ kind, name, text }),
);

/** Runs a command in a folder; gives what it prints, as the page writes it. */
async function run(command: string, folder: string): Promise<string> {
  if (!command.startsWith("npx layak ")) {
    execFileSync("sh", ["-c", command], { cwd: folder });
    return "";
  }
  const words = command
    .split(" ")
    .slice(2)
    .map((word) => (/^\w+\.(?:csv|ndjson)$/.test(word) ? join(folder, word) : word));
  const { out, err } = await layak(words);
  return `${[...err, ...out].join("\n").replaceAll(`${folder}/`, "")}\n`;
}

it("docs/bulk.md shows what its commands print and write", async () => {
  const folder = temporaryFolder();
  let printed = "";
  const shown: Block[] = [];
  for (const block of blocks) {
    if (block.kind === "sh") {
      printed = "";
      for (const command of block.text.trimEnd().split("\n")) {
        printed += await run(command, folder);
      }
    }
    const text = { sh: block.text, text: printed, csv: "" }[block.kind] ?? "";
    shown.push({
      ...block,
      text: block.kind === "csv" ? readFileSync(join(folder, block.name), "utf8") : text,
    });
  }
  expect(blocks.length).toBeGreaterThan(5);
  expect(blocks).toEqual(shown);
});
