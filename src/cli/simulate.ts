import { availableParallelism } from "node:os";
import { todayInJakarta } from "../api/today.ts";
import { BulkTrouble } from "../bulk/trouble.ts";
import { LayakError } from "../engine/errors.ts";
import type { Language } from "../engine/model/text.ts";
import { simulate as simulateFile } from "../simulation/run.ts";
import { interruptible } from "./bulk/interrupts.ts";
import { bytesOf, threadsOf } from "./bulk/limits.ts";
import { readMap } from "./bulk/map-file.ts";
import { rosterMembers } from "./bulk/roster-members.ts";
import { tellColumns } from "./bulk/tell-columns.ts";
import { progressTeller } from "./bulk/tell-progress.ts";
import { bothSides, type RulesSide, type SideOptions } from "./diff/rules-side.ts";
import { InputTrouble } from "./input.ts";
import { simulationHtml } from "./simulate/html.ts";
import { simulationJson } from "./simulate/json.ts";
import { byNames, examplesOf } from "./simulate/lists.ts";
import { type PolicyOptions, policiesOf } from "./simulate/policies.ts";
import { refuseSamePath } from "./simulate/same-path.ts";
import { simulationLines } from "./simulate/tell.ts";
import { complainIn, EXIT, type ExitCode, readLanguage, type Terminal } from "./terminal.ts";
import { writeWhole } from "./write-whole.ts";

export interface SimulateOptions extends PolicyOptions, SideOptions {
  readonly in: string;
  readonly by?: string;
  readonly out?: string;
  readonly html?: string;
  readonly examples: string;
  readonly personal?: boolean;
  readonly map?: string;
  readonly key: string;
  readonly nik: string;
  readonly roster?: string;
  readonly acceptBadRows?: boolean;
  readonly memory: string;
  readonly threads?: string;
  readonly lang: string;
  readonly json?: boolean;
}

/** Decides a file of people by two policies, and tells what changes for how many of them. */
export async function simulate(
  terminal: Terminal,
  service: string,
  options: SimulateOptions,
): Promise<ExitCode> {
  const language = readLanguage(terminal, options.lang);
  if (language === null) return EXIT.badInput;
  const rules = await bothSides(terminal, options, language);
  if (rules === null) return EXIT.badInput;
  return await interruptible(async (signal) => {
    try {
      await simulateAll(terminal, rules, service, options, language, signal);
      return EXIT.done;
    } catch (error) {
      signal.throwIfAborted();
      const isTold = error instanceof BulkTrouble || error instanceof InputTrouble;
      if (!isTold && !(error instanceof LayakError)) throw error;
      complainIn(terminal, language, error.text);
      return EXIT.badInput;
    }
  });
}

async function simulateAll(
  terminal: Terminal,
  rules: { readonly from: RulesSide; readonly to: RulesSide },
  service: string,
  options: SimulateOptions,
  language: Language,
  signal: AbortSignal,
): Promise<void> {
  const { in: input, roster, map, out, html } = options;
  refuseSamePath({ in: input, roster, map, out, html });
  const sides = policiesOf(rules, service, options, todayInJakarta(new Date()));
  const progress = progressTeller(language, process.stderr);
  try {
    const report = await simulateFile({
      sides,
      input,
      by: byNames(options.by),
      map: map === undefined ? {} : await readMap(map),
      key: options.key,
      nik: options.nik,
      roster: roster === undefined ? null : rosterMembers(roster, options.acceptBadRows === true),
      examples: examplesOf(options.examples),
      personal: options.personal === true,
      memoryBytes: bytesOf(options.memory),
      threads: threadsOf(options.threads, availableParallelism()),
      onColumns: (matching) => tellColumns(terminal, language, sides.to, matching),
      onProgress: progress.tell,
      signal,
    });
    progress.end();
    const json = `${JSON.stringify(simulationJson(report), null, 2)}\n`;
    if (out !== undefined) await writeWhole(out, json);
    if (html !== undefined) await writeWhole(html, simulationHtml(report, sides, language));
    if (options.json === true) terminal.print(json.trimEnd());
    else {
      for (const line of simulationLines(terminal.paint, report, sides, language)) {
        terminal.print(line);
      }
    }
  } finally {
    progress.end();
  }
}
