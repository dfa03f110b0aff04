import { LayakError } from "../engine/errors.ts";
import { type Language, say } from "../engine/model/text.ts";
import { commit } from "./allocate/commit.ts";
import { Differs } from "./allocate/differs.ts";
import { draw } from "./allocate/draw.ts";
import { ListsUnusable, readListFiles } from "./allocate/lists.ts";
import { stepOf } from "./allocate/step.ts";
import { verifyResult } from "./allocate/verify.ts";
import { InputTrouble } from "./input.ts";
import { loadRules } from "./rules.ts";
import { complainIn, EXIT, type ExitCode, readLanguage, type Terminal } from "./terminal.ts";

export interface AllocateOptions {
  readonly workers: string;
  readonly sponsors: string;
  readonly existing?: string;
  readonly commit?: string;
  readonly workerPolicy?: string;
  readonly sponsorPolicy?: string;
  readonly workerPolicyVersion?: string;
  readonly sponsorPolicyVersion?: string;
  readonly match?: readonly string[];
  readonly priority?: string;
  readonly paired?: string;
  readonly asOf?: string;
  readonly draw?: string;
  readonly commitment?: string;
  readonly seed?: string;
  readonly result?: string;
  readonly pairs?: string;
  readonly people?: string;
  readonly verify?: string;
  readonly rules: string;
  readonly lang: string;
  readonly json?: boolean;
}

/** The files or the rules are not those of the commitment, or the result is not what they give. */
const DIFFERS: ExitCode = EXIT.ineligible;

/** Pairs workers with sponsors in two steps, or verifies that this was done. */
export async function allocatePairs(
  terminal: Terminal,
  options: AllocateOptions,
): Promise<ExitCode> {
  const language = readLanguage(terminal, options.lang);
  if (language === null) return EXIT.badInput;
  try {
    const step = stepOf(options);
    const files = await readListFiles(options);
    const pack = await loadRules(terminal, options.rules, language);
    if (pack === null) return EXIT.badInput;
    const work = { terminal, language, options, pack, files };
    if (step.kind === "commit") await commit(work, step);
    else if (step.kind === "draw") await draw(work, step);
    else await verifyResult(work, step);
    return EXIT.done;
  } catch (error) {
    return tellTrouble(terminal, language, error);
  }
}

function tellTrouble(terminal: Terminal, language: Language, error: unknown): ExitCode {
  if (error instanceof Differs) {
    for (const text of error.texts) complainIn(terminal, language, text);
    return DIFFERS;
  }
  if (error instanceof ListsUnusable) {
    for (const { path, line, message } of error.faults) {
      terminal.complain(`${path}:${line} ${say(message, language)}`);
    }
  } else if (error instanceof InputTrouble || error instanceof LayakError) {
    complainIn(terminal, language, error.text);
  } else throw error;
  return EXIT.badInput;
}
