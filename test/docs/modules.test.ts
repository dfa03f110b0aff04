import { spawnSync } from "node:child_process";
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, it } from "vitest";
import { temporaryFolder, write } from "../support/files.ts";

const page = readFileSync("docs/modules.md", "utf8");

/** A folder as a reader has it: the rules, Layak, and TypeScript. */
function readersFolder(): string {
  const folder = temporaryFolder();
  cpSync("rules", join(folder, "rules"), { recursive: true });
  write(folder, "tsconfig.json", {
    compilerOptions: {
      target: "es2023",
      lib: ["es2024", "dom"],
      module: "nodenext",
      types: ["node"],
      typeRoots: [resolve("node_modules/@types")],
      strict: true,
      skipLibCheck: true,
      allowImportingTsExtensions: true,
      paths: { layak: [resolve("src/index.ts")], "layak/node": [resolve("src/node.ts")] },
    },
    include: ["*.ts"],
  });
  write(folder, "package.json", { type: "module" });
  return folder;
}

function run(command: string, folder: string): string {
  const words = command
    .replace("npx layak", `${process.execPath} ${resolve("dist/layak.js")}`)
    .replace("npx tsc", `${process.execPath} ${resolve("node_modules/typescript/bin/tsc")}`);
  const { stdout, stderr } = spawnSync("sh", ["-c", words], { cwd: folder, encoding: "utf8" });
  return stdout + stderr;
}

/** A module grows by every word of its policy. */
function withoutSizes(text: string): string {
  return text.replaceAll(/ +\d+,\d kB/g, " … kB");
}

it("docs/modules.md shows what its commands and programs print", () => {
  const folder = readersFolder();
  let printed = "";
  let compared = 0;
  for (const [, language, block = ""] of page.matchAll(/^```(\w+)\n(.*?)^```$/gms)) {
    const [, name] = /^\/\/ (\S+)\n/.exec(block) ?? [];
    if (name !== undefined) writeFileSync(join(folder, name), block);
    else if (language === "sh") printed = run(block.trim(), folder);
    else {
      expect(withoutSizes(printed)).toBe(withoutSizes(block));
      compared += 1;
    }
  }
  expect(compared).toBe(3);
});
