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

/** What it takes to read and check 10,000 policies, no two alike, in seconds. */
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
    const costs = subjects.map((): Seconds[] => []);
    for (let round = 0; round < ROUNDS; round++) {
      for (const [index, [, load]] of subjects.entries()) {
        costs[index]?.push(await secondsOf(load));
      }
    }
    const medians = costs.map((rounds) => ({
      elapsed: median(rounds.map(({ elapsed }) => elapsed)),
      processor: median(rounds.map(({ processor }) => processor)),
    }));
    const reference = medians[0]?.processor ?? Number.NaN;
    printTable(
      ["policies", "s elapsed", "s of processor time", "× JSON.parse, processor"],
      medians.map(({ elapsed, processor }, index) => {
        const name = subjects[index]?.[0] ?? "";
        return [name, figure(elapsed), figure(processor), figure(processor / reference)];
      }),
    );
    return reportTargets([
      {
        name: "10,000 policies read from their files and checked, s elapsed",
        value: medians.at(-1)?.elapsed ?? Number.NaN,
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

interface Seconds {
  readonly elapsed: number;
  /** That of all threads: the collector of garbage works beside. */
  readonly processor: number;
}

async function secondsOf(load: () => unknown): Promise<Seconds> {
  globalThis.gc?.();
  const [before, began] = [process.cpuUsage(), performance.now()];
  await load();
  const elapsed = (performance.now() - began) / 1000;
  const { user, system } = process.cpuUsage(before);
  return { elapsed, processor: (user + system) / 1e6 };
}
