import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { buildFunction } from "../../scripts/build-function.mjs";
import { median } from "../measure/median.ts";
import { figure, printTable, printTitle } from "../measure/print.ts";
import { ratioOf } from "../measure/rounds.ts";
import { reportTargets } from "../measure/target.ts";

const ROUNDS = 15;
const MOST = 1.5;
const PROGRAM = "bench/starts/import-once.mjs";
const BUNDLES = "node_modules/.layak-bench";

const EMPTY = "an empty function";
const SDK = "the AWS SDK's client of DynamoDB";
const SDK_AND_S3 = "its clients of DynamoDB and of S3";

interface Start {
  readonly name: string;
  readonly kilobytes: number;
  /** Of every round, in milliseconds. */
  readonly rounds: readonly number[];
}

/** How long each function's code takes to load, beside clients of the AWS SDK as they are. */
export async function measureStarts(): Promise<boolean> {
  const starts = await measureAll();
  const roundsOf = (wanted: string) => starts.find(({ name }) => name === wanted)?.rounds ?? [];
  const over = (rounds: readonly number[], reference: string) =>
    ratioOf(rounds, roundsOf(reference));
  printTitle(`Loading a function's code, in ${ROUNDS} processes each`);
  printTable(
    ["code", "× client of DynamoDB", "ms", "kB"],
    starts.map(({ name, rounds, kilobytes }) => [
      name,
      figure(over(rounds, SDK)),
      figure(median(rounds)),
      figure(kilobytes),
    ]),
  );
  return reportTargets(
    starts
      .filter(({ name }) => ![EMPTY, SDK, SDK_AND_S3].includes(name))
      .map(({ name, rounds }) => ({
        name: `${name}, × ${SDK}`,
        value: over(rounds, SDK),
        limit: MOST,
        sense: "at most",
      })),
  );
}

async function measureAll(): Promise<readonly Start[]> {
  // Within the repository, since bundles are named by their sources' place in it.
  mkdirSync(BUNDLES, { recursive: true });
  const directory = mkdtempSync(resolve(BUNDLES, "starts-"));
  try {
    const built = await buildAll(directory);
    const rounds: number[][] = built.map(() => []);
    for (let round = 0; round < ROUNDS; round++) {
      for (const [index, { file }] of built.entries()) rounds[index]?.push(loadingTime(file));
    }
    return built.map((start, index) => ({ ...start, rounds: rounds[index] ?? [] }));
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

/** The SDK comes as it is, and the functions as they are deployed. */
async function buildAll(directory: string) {
  const bundle = async (name: string, file: string, source: string, whole = false) => {
    const { bytes } = await buildFunction(file, source, directory, { whole });
    return { name, kilobytes: bytes / 1000, file: join(directory, `${file}.mjs`) };
  };
  const built = [
    await bundle(SDK, "sdk", "bench/starts/sdk.ts", true),
    await bundle(SDK_AND_S3, "sdk-and-s3", "bench/starts/sdk-and-s3.ts", true),
    await bundle(EMPTY, "empty", "bench/starts/empty.ts"),
  ];
  for (const file of readdirSync("functions").filter((file) => file.endsWith(".ts"))) {
    const name = file.slice(0, -".ts".length);
    built.push(await bundle(name, name, `functions/${file}`));
  }
  return built;
}

function loadingTime(file: string): number {
  const env = { PATH: process.env["PATH"] ?? "" };
  return Number(execFileSync(process.execPath, [PROGRAM, file], { encoding: "utf8", env }));
}
