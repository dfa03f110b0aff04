import { spawnSync } from "node:child_process";
import { chmodSync, cpSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect } from "vitest";
import { temporaryFolder } from "../../support/files.ts";

/** One thing that the page asks its reader to do. */
export type Step =
  | { readonly kind: "run"; readonly command: string; readonly shown: readonly string[] | null }
  | { readonly kind: "edit"; readonly file: string; readonly from: string; readonly to: string };

/** Commands with the output shown under them, and changes of files, in the page's order. */
export function stepsOf(text: string): readonly Step[] {
  const steps: Step[] = [];
  for (const [, language, block = ""] of text.matchAll(/^```(\w*)\n(.*?)^```$/gms)) {
    const lines = block.trimEnd().split("\n");
    const last = steps.at(-1);
    if (language === "sh") {
      steps.push(...lines.map((command) => ({ kind: "run", command, shown: null }) as const));
    } else if (language === "diff") {
      const [file = "", ...changes] = lines;
      const side = (sign: string) =>
        changes.flatMap((line) => (line[0] === " " || line[0] === sign ? [line.slice(1)] : []));
      steps.push({
        kind: "edit",
        file: file.replace(/^# /, ""),
        from: side("-").join("\n"),
        to: side("+").join("\n"),
      });
    } else if (last?.kind === "run") {
      steps[steps.length - 1] = { ...last, shown: lines };
    }
  }
  return steps;
}

/** A reader's folder: the rules, and `npx` that runs this very program at noon of a day. */
function readersFolder(day: string): string {
  const folder = temporaryFolder();
  cpSync("rules", join(folder, "rules"), { recursive: true });
  const noon = Date.parse(`${day}T12:00:00+07:00`);
  const clock = `const Day = Date; globalThis.Date = class extends Day { constructor(...given) { if (given.length === 0) super(${noon}); else super(...given); } static now() { return ${noon}; } };`;
  writeFileSync(join(folder, "clock.mjs"), clock);
  const program = `#!/bin/sh\nshift\nexec "${process.execPath}" --import "${join(folder, "clock.mjs")}" "${resolve("dist/layak.js")}" "$@"\n`;
  writeFileSync(join(folder, "npx"), program);
  chmodSync(join(folder, "npx"), 0o755);
  return folder;
}

function run(folder: string, command: string) {
  const env = { ...process.env, PATH: `${folder}:${process.env["PATH"]}` };
  return spawnSync("sh", ["-c", command], { cwd: folder, env, encoding: "utf8" });
}

/** Commands, one after another in one folder, with the exit code of each. */
export function endsOf(
  commands: readonly string[],
  day: string,
): readonly (readonly [command: string, code: number | null])[] {
  const folder = readersFolder(day);
  return commands.map((command) => [command, run(folder, command).status] as const);
}

/** What was printed, with `…` where the page leaves lines out. */
function asShown(printed: readonly string[], shown: readonly string[]): readonly string[] {
  const told: string[] = [];
  let at = 0;
  for (const [index, line] of shown.entries()) {
    if (line !== "…") {
      told.push(printed[at] ?? "(nothing more)");
      at += 1;
      continue;
    }
    told.push("…");
    const next = shown[index + 1];
    const found = next === undefined ? printed.length : printed.indexOf(next, at);
    at = found === -1 ? printed.length : found;
  }
  return at < printed.length ? [...told, `(more: ${printed[at]})`] : told;
}

function edit(folder: string, { file, from, to }: Extract<Step, { readonly kind: "edit" }>): void {
  const path = join(folder, file);
  const text = readFileSync(path, "utf8");
  expect([file, text.split(from).length - 1]).toEqual([file, 1]);
  writeFileSync(
    path,
    text.replace(from, () => to),
  );
}

/** Does what a page asks for, in its order, and holds what is printed against what it shows. */
export function follow(steps: readonly Step[], day = "2026-11-22"): void {
  const folder = readersFolder(day);
  for (const step of steps) {
    if (step.kind === "edit") {
      edit(folder, step);
      continue;
    }
    const printed = run(folder, `${step.command} 2>&1`).stdout.trimEnd().split("\n");
    const { command, shown } = step;
    if (shown !== null) expect([command, ...asShown(printed, shown)]).toEqual([command, ...shown]);
  }
}
