import { join } from "node:path";
import { type AdoptionRequest, prepareAdoption } from "../analysis/adoption/prepare.ts";
import { type AdoptionProblem, problemsOf } from "../analysis/adoption/problem.ts";
import { todayInJakarta } from "../api/today.ts";
import { isDate } from "../engine/values/calendar.ts";
import { RECORD_PATH } from "../pack/adoptions/record.ts";
import { readRuleFiles } from "../pack/read-pack.ts";
import { tellAdoption, tellNothing, tellRefusal } from "./adopt/tell.ts";
import { CannotWrite, replaceFiles, withFileLocked } from "./adopt/write.ts";
import { EXIT, type ExitCode, readLanguage, type Terminal } from "./terminal.ts";

export interface AdoptOptions {
  readonly from: string;
  readonly by: string;
  readonly why: string;
  readonly on?: string;
  readonly correct?: boolean;
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
  const view = { terminal, language, rules: options.rules, json: options.json === true };
  const today = todayInJakarta(new Date());
  const { from: version, by, why, on = today, correct = false } = options;
  const request: AdoptionRequest = { service, version, by, why, on, today, correct };
  const wrong = problemsWith(request);
  if (wrong.length > 0) return tellRefusal(view, request, wrong);
  try {
    return await withFileLocked(join(options.rules, RECORD_PATH), async (lock) => {
      const read = await readRuleFiles(options.rules);
      if (!read.ok) return tellRefusal(view, request, problemsOf(read.diagnostics));
      const prepared = prepareAdoption(read.files, request);
      if (prepared.kind === "refused") return tellRefusal(view, request, prepared.problems);
      if (prepared.kind === "nothing") return tellNothing(view, prepared.adoption);
      await replaceFiles(options.rules, prepared.files, lock);
      return tellAdoption(view, prepared);
    });
  } catch (error) {
    if (error instanceof CannotWrite) return tellRefusal(view, request, [error.problem]);
    throw error;
  }
}

/** What is wrong with the options, before any file is read. */
function problemsWith(request: AdoptionRequest): readonly AdoptionProblem[] {
  const { version, on, today, by, why } = request;
  const days = [
    ["--from", version],
    ["--on", on],
  ] as const;
  const wrong = days
    .filter(([, day]) => !isDate(day))
    .map(([option, day]) => ({
      message: {
        id: `${option}: "${day}" bukan tanggal; tulis TTTT-BB-HH, misalnya 2027-01-01.`,
        en: `${option}: "${day}" is no date; write YYYY-MM-DD, such as 2027-01-01.`,
      },
    }));
  const empty = [
    ["--by", by],
    ["--why", why],
  ] as const;
  const unsaid = empty
    .filter(([, text]) => text.trim() === "")
    .map(([option]) => ({
      message: { id: `${option} tidak boleh kosong.`, en: `${option} must say something.` },
    }));
  const late = isDate(on) && on > today ? [notYet(on, today)] : [];
  return [...wrong, ...late, ...unsaid];
}

function notYet(on: string, today: string): AdoptionProblem {
  return {
    message: {
      id: `--on: ${on} belum tiba; hari ini ${today}. Catat penetapan pada harinya atau sesudahnya.`,
      en: `--on: ${on} is still to come; today is ${today}. Record an adoption on its day or after.`,
    },
  };
}
