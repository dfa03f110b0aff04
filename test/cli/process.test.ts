import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { accessSync, constants } from "node:fs";
import { describe, expect, it } from "vitest";
import { temporaryFolder, write } from "../support/files.ts";

function layak(arguments_: readonly string[], input = "") {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["dist/layak.js", ...arguments_], {
    input,
    encoding: "utf8",
    env: { ...process.env, NO_COLOR: "1" },
  });
  return { status, stdout, stderr };
}

describe("the built command line", () => {
  it("reads facts from standard input, answers on standard output and exits by the outcome", () => {
    const result = layak(
      ["check", "kota-serang/sewa-kios", "--facts", "-", "--as-of", "2026-11-22", "--lang", "en"],
      '{ "kiosk.owner": "LAINNYA" }',
    );
    expect([result.status, result.stderr]).toEqual([4, ""]);
    expect(result.stdout.split("\n")[0]).toBe("OUTSIDE THE SCOPE");
  });

  it("tells trouble on standard error", () => {
    const facts = write(temporaryFolder(), "facts.json", '{ "kiosk.owner": 1 }');
    const result = layak(["check", "kota-serang/sewa-kios", "--facts", facts, "--lang", "en"]);
    expect([result.status, result.stdout]).toEqual([1, ""]);
    expect(result.stderr).toBe(
      `1 of the facts cannot be used; no decision was made.\n${facts}:1:18 "kiosk.owner" (1) must be text.\n`,
    );
  });

  it("exits 1 where it does not understand, and says what is wrong", () => {
    const result = layak(["chek"]);
    expect([result.status, result.stdout, result.stderr.split("\n")[0]]).toEqual([
      1,
      "",
      'layak tidak mengenal perintah "chek". Mungkin maksudnya "check"?',
    ]);
  });

  it("ends as ever where nobody reads the rest of its output", async () => {
    const child = spawn(process.execPath, [
      ...["dist/layak.js", "check", "kota-serang/sewa-kios", "--facts", "-"],
      ...["--as-of", "2026-11-22", "--lang", "en"],
    ]);
    const complaints: Buffer[] = [];
    child.stderr.on("data", (chunk: Buffer) => complaints.push(chunk));
    child.stdout.destroy();
    child.stdin.end('{ "kiosk.owner": "LAINNYA" }');
    const [status] = await once(child, "close");
    expect([status, Buffer.concat(complaints).toString()]).toEqual([4, ""]);
  });

  it("may be run by its own name after every build", () => {
    accessSync("dist/layak.js", constants.X_OK);
    const { stdout } = spawnSync("dist/layak.js", ["--version"], { encoding: "utf8" });
    expect(stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  it("prints help and its version", () => {
    expect(layak(["--help"]).status).toBe(0);
    expect(layak(["--version"]).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});
