import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { type PackResult, parsePack } from "../../src/index.ts";
import { readPack } from "../../src/node.ts";
import { median } from "../measure/median.ts";
import { figure, printTable, printTitle } from "../measure/print.ts";
import { reportTargets } from "../measure/target.ts";
import { manyPolicies } from "../rules/many.ts";

const ROUNDS = 5;

/** What it takes to read and check 10,000 policies, no two alike, in seconds of processor time. */
export async function measureLoading(): Promise<boolean> {
  printTitle("10,000 policies, read and checked");
  const versions = manyPolicies(100, 100);
  const services = manyPolicies(10_000, 1);
  const directory = writtenOut(versions);
  const subjects = [
    ["JSON.parse of 100 services of 100 versions (reference)", () => parseAll(versions)],
    ["100 services of 100 versions", () => sound(parsePack(versions))],
    ["10,000 services of one version", () => sound(parsePack(services))],
    [
      "100 services of 100 versions, from their files",
      async () => sound(await readPack(directory)),
    ],
  ] as const;
  try {
    const times = subjects.map((): number[] => []);
    for (let round = 0; round < ROUNDS; round++) {
      for (const [index, [, load]] of subjects.entries()) {
        times[index]?.push(await secondsOf(load));
      }
    }
    const seconds = times.map(median);
    printTable(
      ["policies", "s", "× JSON.parse"],
      subjects.map(([name], index) => {
        const own = seconds[index] ?? Number.NaN;
        return [name, figure(own), figure(own / (seconds[0] ?? Number.NaN))];
      }),
    );
    return reportTargets([
      {
        name: "10,000 policies read from their files and checked, s",
        value: seconds.at(-1) ?? Number.NaN,
        limit: 2,
        sense: "at most",
      },
    ]);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

function writtenOut(files: Readonly<Record<string, string>>): string {
  const directory = mkdtempSync(join(tmpdir(), "layak-policies-"));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(directory, path)), { recursive: true });
    writeFileSync(join(directory, path), text);
  }
  return directory;
}

function parseAll(files: Readonly<Record<string, string>>): readonly unknown[] {
  return Object.values(files).map((text): unknown => JSON.parse(text));
}

function sound(result: PackResult): PackResult {
  if (!result.ok) throw new Error(`the rules have errors: ${result.diagnostics[0]?.message.en}`);
  return result;
}

async function secondsOf(load: () => unknown): Promise<number> {
  globalThis.gc?.();
  const before = process.cpuUsage();
  await load();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}
