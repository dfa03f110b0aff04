import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, utimesSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { adopt } from "../../../src/cli/adopt.ts";
import { validate } from "../../../src/cli/validate.ts";
import { FIRST, RECORD, swap, WORLD } from "../../analysis/adoption/support/world.ts";
import { temporaryFolder, write } from "../../support/files.ts";
import { type RecordingTerminal, recordingTerminal } from "../../support/terminal.ts";

let rules: string;
let terminal: RecordingTerminal;

beforeEach(() => {
  vi.useFakeTimers({ now: new Date("2025-11-30T18:00:00Z"), toFake: ["Date"] });
  rules = temporaryFolder();
  for (const [path, text] of Object.entries(WORLD)) write(rules, path, text);
  terminal = recordingTerminal();
});

afterEach(() => {
  vi.useRealTimers();
});

const run = () =>
  adopt(terminal, "kota/kios", {
    from: "2026-01-01",
    by: "Wali Kota",
    why: "Perwal",
    rules,
    lang: "en",
  });

/** Leaves the lock of an adopt in the directory. */
function leaveLock(holder: object | string): string {
  const path = join(rules, ".adoptions.json.lock");
  writeFileSync(path, typeof holder === "string" ? holder : JSON.stringify(holder));
  return path;
}

/** The number of a process that has ended. */
function endedProcess(): number {
  return spawnSync(process.execPath, ["--version"]).pid;
}

const BROKE_OFF = "An adopt before this one broke off; what it left is replaced.";
const RUNNING = expect.stringContaining(
  '.adoptions.json.lock" is there: another adopt is running.',
);

describe("an adopt that was killed", () => {
  it("does not stand in the way of the next, which says so", async () => {
    leaveLock({ host: hostname(), pid: endedProcess(), started: 1 });
    for (const path of [".adoptions.json.new", "kota/kios/.2026-01-01.json.new"]) {
      write(rules, path, "{");
    }
    expect(await run()).toBe(0);
    expect(terminal.err[0]).toBe(BROKE_OFF);
    const hidden = readdirSync(rules, { recursive: true, encoding: "utf8" }).filter(
      (path) => path.includes(".adoptions") || path.includes(".new"),
    );
    expect(hidden).toEqual([]);
    expect(await validate(terminal, rules, { lang: "en" })).toBe(0);
  });

  it("between the two files that it writes leaves what the next one finishes", async () => {
    write(rules, FIRST, swap(WORLD, FIRST, `"pilot"`, `"adopted"`)[FIRST] ?? "");
    leaveLock({ host: hostname(), pid: endedProcess(), started: 1 });
    expect(await validate(terminal, rules, { lang: "en" })).toBe(1);
    expect(await run()).toBe(0);
    expect(await validate(terminal, rules, { lang: "en" })).toBe(0);
  });

  it("in another container, as the process of the same number", async () => {
    leaveLock({ host: hostname(), pid: process.pid, started: 1 });
    expect([await run(), terminal.err[0]]).toEqual([0, BROKE_OFF]);
  });

  it("before it could say who it was", async () => {
    const path = leaveLock("");
    const old = new Date("2025-11-30T17:00:00Z");
    utimesSync(path, old, old);
    expect([await run(), terminal.err[0]]).toEqual([0, BROKE_OFF]);
  });
});

describe("an adopt that may still be running", () => {
  it.each<[string, () => object | string]>([
    ["on this machine", () => ({ host: hostname(), pid: process.ppid, started: 1 })],
    ["on another machine", () => ({ host: "lain", pid: endedProcess(), started: 1 })],
    ["and has only begun", () => ""],
  ])("%s is not disturbed", async (_what, holder) => {
    const path = leaveLock(holder());
    const before = readFileSync(path, "utf8");
    expect(await run()).toBe(1);
    expect(terminal.err[0]).toEqual(RUNNING);
    expect(readFileSync(path, "utf8")).toBe(before);
    expect(readdirSync(rules)).not.toContain(RECORD);
  });
});
