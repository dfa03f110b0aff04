import { prepareAdoption } from "../analysis/adoption/prepare.ts";
import { errorsIn } from "../analysis/adoption/problem.ts";
import type { RecordRequest } from "../analysis/adoption/request.ts";
import { prepareWithdrawal } from "../analysis/adoption/withdraw.ts";
import { todayInJakarta } from "../api/today.ts";
import type { FileText } from "../pack/check-files.ts";
import { readRuleFiles } from "../pack/read-pack.ts";
import { CannotWrite, type Lock, withDirectoryLocked } from "./adopt/lock.ts";
import { misuseOf } from "./adopt/misuse.ts";
import { tellAdoption, tellBrokenOff, tellNothing } from "./adopt/tell.ts";
import { tellMeaning } from "./adopt/tell-meaning.ts";
import { tellRefusal } from "./adopt/tell-refusal.ts";
import { tellWithdrawal } from "./adopt/tell-withdrawal.ts";
import type { View } from "./adopt/view.ts";
import { replaceFiles } from "./adopt/write.ts";
import { EXIT, type ExitCode, readLanguage, type Terminal } from "./terminal.ts";

export interface AdoptOptions {
  readonly from: string;
  readonly by: string;
  readonly why: string;
  readonly on?: string;
  readonly correct?: boolean;
  /** Takes the adoption of a version to come off the record again. */
  readonly withdraw?: boolean;
  /** Codes of findings that are meant. */
  readonly despite?: readonly string[];
  /** Why they are. */
  readonly because?: string;
  /** Tells everything and writes nothing. */
  readonly dryRun?: boolean;
  readonly rules: string;
  readonly lang: string;
  readonly json?: boolean;
}

/** Puts the adoption of a version on record, where everything speaks for it; or says what does not. */
export async function adopt(
  terminal: Terminal,
  service: string,
  options: AdoptOptions,
): Promise<ExitCode> {
  const language = readLanguage(terminal, options.lang);
  if (language === null) return EXIT.badInput;
  const { rules, json = false, dryRun = false } = options;
  const view: View = { terminal, language, rules, json, dryRun };
  const today = todayInJakarta(new Date());
  const { from: version, by, why, on = today } = options;
  const request: RecordRequest = { service, version, by, why, on, today, directory: rules };
  const wrong = misuseOf(request, options);
  if (wrong.length > 0) return tellRefusal(view, request, wrong);
  try {
    return await lockedUnless(dryRun, rules, async ({ brokenOff }) => {
      if (brokenOff) tellBrokenOff(view);
      const read = await readRuleFiles(rules);
      if (!read.ok) return tellRefusal(view, request, errorsIn(read.diagnostics));
      return options.withdraw === true
        ? withdraw(view, read.files, request)
        : enter(view, read.files, request, options);
    });
  } catch (error) {
    if (error instanceof CannotWrite) return tellRefusal(view, request, [error.problem]);
    throw error;
  }
}

/** Who only looks takes nobody's turn, and needs no right to write. */
function lockedUnless<T>(
  dryRun: boolean,
  directory: string,
  work: (lock: Lock) => Promise<T>,
): Promise<T> {
  return dryRun ? work({ brokenOff: false }) : withDirectoryLocked(directory, work);
}

async function enter(
  view: View,
  files: ReadonlyMap<string, FileText>,
  request: RecordRequest,
  { correct = false, despite = [], because = "" }: AdoptOptions,
): Promise<ExitCode> {
  const prepared = prepareAdoption(files, {
    ...request,
    correct,
    ...(despite.length > 0 && { despite: { codes: despite, because } }),
  });
  if (prepared.kind === "nothing") return tellNothing(view, prepared.adoption);
  if (prepared.meaning !== undefined && !view.json) {
    tellMeaning(view, prepared.meaning, despite);
  }
  if (prepared.kind === "refused") {
    return tellRefusal(view, request, prepared.problems, prepared.meaning);
  }
  if (!view.dryRun) await replaceFiles(view.rules, prepared.files);
  return tellAdoption(view, prepared);
}

async function withdraw(
  view: View,
  files: ReadonlyMap<string, FileText>,
  request: RecordRequest,
): Promise<ExitCode> {
  const prepared = prepareWithdrawal(files, request);
  if (prepared.kind === "refused") return tellRefusal(view, request, prepared.problems);
  if (!view.dryRun) await replaceFiles(view.rules, prepared.files);
  return tellWithdrawal(view, prepared);
}
