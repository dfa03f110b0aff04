import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type AllocateOptions, allocatePairs } from "../../../../src/cli/allocate.ts";
import type { ExitCode } from "../../../../src/cli/terminal.ts";
import {
  AS_OF,
  CITY,
  SPONSOR_POLICY,
  sponsorNik,
  WORKER_POLICY,
  workerNik,
} from "../../../allocation/support/city.ts";
import { temporaryFolder, write } from "../../../support/files.ts";
import { recordingTerminal } from "../../../support/terminal.ts";

/** What a step told, with the office's folder left out of it. */
export interface Told {
  readonly code: ExitCode;
  readonly out: readonly string[];
  readonly err: readonly string[];
}

/** A folder with rules and lists, in which steps are asked for. */
export interface Office {
  readonly path: (name: string) => string;
  readonly read: (name: string) => string;
  readonly rewrite: (name: string, from: string, to: string) => void;
  readonly put: (name: string, content: unknown) => void;
  /** Asks with the lists and rules of the folder; names of files are those in it. */
  readonly ask: (options: Partial<AllocateOptions>) => Promise<Told>;
  readonly commit: (options?: Partial<AllocateOptions>) => Promise<Told>;
  readonly draw: (options?: Partial<AllocateOptions>) => Promise<Told>;
}

const FILES = ["workers", "sponsors", "existing", "commit", "commitment"] as const;
const OUTPUTS = ["result", "pairs", "people", "verify"] as const;

/** Four workers, one of them not poor and one of whom that is not known; three sponsors. */
export const WORKERS: string = [
  "nik,worker.poor,worker.need",
  `${workerNik(0)},ya,RENDAH`,
  `${workerNik(1)},ya,TINGGI`,
  `${workerNik(2)},tidak,TINGGI`,
  `${workerNik(3)},,TINGGI`,
  "",
].join("\n");

export const SPONSORS: string = [
  "nik,sponsor.member",
  `${sponsorNik(0)},ya`,
  `${sponsorNik(1)},tidak`,
  "",
].join("\n");

export function office(): Office {
  const folder = temporaryFolder();
  for (const [name, text] of Object.entries(CITY)) write(folder, join("rules", name), text);
  write(folder, "workers.csv", WORKERS);
  write(folder, "sponsors.csv", SPONSORS);
  const path = (name: string) => join(folder, name);
  const read = (name: string) => readFileSync(path(name), "utf8");
  const ask = async (options: Partial<AllocateOptions>): Promise<Told> => {
    const terminal = recordingTerminal();
    const names = Object.fromEntries(
      [...FILES, ...OUTPUTS].flatMap((name) => {
        const given = options[name];
        return given === undefined ? [] : [[name, path(given)]];
      }),
    );
    const code = await allocatePairs(terminal, {
      lang: "en",
      ...options,
      ...names,
      workers: path(options.workers ?? "workers.csv"),
      sponsors: path(options.sponsors ?? "sponsors.csv"),
      rules: path(options.rules ?? "rules"),
    });
    const plain = (lines: readonly string[]) =>
      lines.map((line) => line.replaceAll(`${folder}/`, ""));
    return { code, out: plain(terminal.out), err: plain(terminal.err) };
  };
  return {
    path,
    read,
    rewrite: (name, from, to) => {
      if (!read(name).includes(from)) throw new Error(`${name} does not hold ${from}`);
      writeFileSync(path(name), read(name).replace(from, to));
    },
    put: (name, content) => {
      write(folder, name, content);
    },
    ask,
    commit: async (options = {}) =>
      await ask({
        commit: "commitment.json",
        workerPolicy: WORKER_POLICY,
        sponsorPolicy: SPONSOR_POLICY,
        asOf: AS_OF,
        ...options,
      }),
    draw: async (options = {}) =>
      await ask({
        commitment: "commitment.json",
        seed: "4 8 15",
        result: "result.json",
        ...options,
      }),
  };
}
