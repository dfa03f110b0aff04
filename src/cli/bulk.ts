import { availableParallelism } from "node:os";
import { todayInJakarta } from "../api/today.ts";
import { BulkDisagreement } from "../bulk/explain.ts";
import { runBulk } from "../bulk/run.ts";
import { BulkTrouble } from "../bulk/trouble.ts";
import { programOf } from "../engine/decision/program.ts";
import { LayakError } from "../engine/errors.ts";
import type { Pack } from "../engine/model/pack.ts";
import type { Language } from "../engine/model/text.ts";
import { interruptible } from "./bulk/interrupts.ts";
import { bytesOf, threadsOf } from "./bulk/limits.ts";
import { readMap } from "./bulk/map-file.ts";
import { rosterMembers } from "./bulk/roster-members.ts";
import { tellColumns } from "./bulk/tell-columns.ts";
import { progressTeller } from "./bulk/tell-progress.ts";
import { tellSummary } from "./bulk/tell-summary.ts";
import { InputTrouble } from "./input.ts";
import { loadRules } from "./rules.ts";
import { complainIn, EXIT, type ExitCode, readLanguage, type Terminal } from "./terminal.ts";

export interface BulkCommandOptions {
  readonly asOf?: string;
  readonly policyVersion?: string;
  readonly in: string;
  readonly out: string;
  readonly rejected?: string;
  readonly map?: string;
  readonly key: string;
  readonly nik: string;
  readonly roster?: string;
  readonly acceptBadRows?: boolean;
  readonly explain?: boolean;
  readonly memory: string;
  readonly threads?: string;
  readonly rules: string;
  readonly lang: string;
  readonly json?: boolean;
}

/** Decides every row of a file of people. */
export async function bulk(
  terminal: Terminal,
  service: string,
  options: BulkCommandOptions,
): Promise<ExitCode> {
  const language = readLanguage(terminal, options.lang);
  if (language === null) return EXIT.badInput;
  const pack = await loadRules(terminal, options.rules, language);
  if (pack === null) return EXIT.badInput;
  return await interruptible(async (signal) => {
    try {
      return await decideFile(terminal, pack, service, options, language, signal);
    } catch (error) {
      signal.throwIfAborted();
      return tellTrouble(terminal, language, error);
    }
  });
}

async function decideFile(
  terminal: Terminal,
  pack: Pack,
  service: string,
  options: BulkCommandOptions,
  language: Language,
  signal: AbortSignal,
): Promise<ExitCode> {
  const { asOf = todayInJakarta(new Date()), policyVersion, out, roster } = options;
  const { rejected = `${out}.rejected.csv` } = options;
  const version = policyVersion === undefined ? {} : { version: policyVersion };
  const program = programOf(pack, { service, asOf, ...version });
  const progress = progressTeller(language, process.stderr);
  try {
    const summary = await runBulk({
      program,
      input: options.in,
      output: out,
      rejected,
      map: options.map === undefined ? {} : await readMap(options.map),
      key: options.key,
      nik: options.nik,
      roster: roster === undefined ? null : rosterMembers(roster, options.acceptBadRows === true),
      explain: options.explain === true,
      language,
      memoryBytes: bytesOf(options.memory),
      threads: threadsOf(options.threads, availableParallelism()),
      onColumns: (matching) => tellColumns(terminal, language, program, matching),
      onProgress: progress.tell,
      signal,
    });
    progress.end();
    if (options.json === true) {
      const { id } = program.service;
      terminal.print(JSON.stringify({ service: id, asOf, out, ...summary }, null, 2));
    } else tellSummary(terminal, language, program, summary, { out, rejected });
    return EXIT.done;
  } finally {
    progress.end();
  }
}

function tellTrouble(terminal: Terminal, language: Language, error: unknown): ExitCode {
  if (error instanceof BulkTrouble || error instanceof InputTrouble) {
    complainIn(terminal, language, error.text);
  } else if (error instanceof LayakError) complainIn(terminal, language, error.text);
  else if (String(error).includes(BulkDisagreement.MARK)) {
    complainIn(terminal, language, {
      id: "SQL dan mesin aturan memberi putusan yang berbeda, jadi tidak ada yang ditulis. Laporkan ini beserta aturannya.",
      en: "SQL and the rules engine decided a row differently, so nothing was written. Report this, with the rules.",
    });
  } else throw error;
  return EXIT.badInput;
}
