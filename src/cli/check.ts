import { todayInJakarta } from "../api/today.ts";
import { type Answer, answer } from "../engine/answer.ts";
import { LayakError } from "../engine/errors.ts";
import { checkFacts } from "../engine/facts/check.ts";
import type { Outcome } from "../engine/model/decision.ts";
import type { Pack } from "../engine/model/pack.ts";
import { type Language, say } from "../engine/model/text.ts";
import type { Position } from "../pack/json/positions.ts";
import { tellAnswer } from "./check/tell-answer.ts";
import { type FactsFile, readFactsFile } from "./facts-file.ts";
import { loadRules } from "./rules.ts";
import { complainIn, EXIT, type ExitCode, readLanguage, type Terminal } from "./terminal.ts";

export interface CheckOptions {
  readonly facts: string;
  readonly asOf?: string;
  readonly policyVersion?: string;
  readonly rules: string;
  readonly lang: string;
  readonly json?: boolean;
}

const CODES: Readonly<Record<Outcome, ExitCode>> = {
  eligible: EXIT.done,
  ineligible: EXIT.ineligible,
  undetermined: EXIT.undetermined,
  "out-of-scope": EXIT.outOfScope,
};

/** Decides one application and tells the answer so that a person at a counter can read it out. */
export async function check(
  terminal: Terminal,
  service: string,
  options: CheckOptions,
): Promise<ExitCode> {
  const language = readLanguage(terminal, options.lang);
  if (language === null) return EXIT.badInput;
  const pack = await loadRules(terminal, options.rules, language);
  if (pack === null) return EXIT.badInput;
  const file = await readFactsFile(options.facts);
  if (!file.ok) {
    for (const { message, ...place } of file.problems) {
      terminal.complain(`${placeIn(options, place)} ${say(message, language)}`);
    }
    return EXIT.badInput;
  }
  const answered = ask(terminal, pack, service, file, options, language);
  if (answered === null) return EXIT.badInput;
  if (options.json === true) terminal.print(JSON.stringify(answered, null, 2));
  else for (const line of tellAnswer(terminal.paint, pack, answered)) terminal.print(line);
  return CODES[answered.outcome];
}

function ask(
  terminal: Terminal,
  pack: Pack,
  service: string,
  file: Extract<FactsFile, { readonly ok: true }>,
  options: CheckOptions,
  language: Language,
): Answer | null {
  const { asOf = todayInJakarta(new Date()), policyVersion } = options;
  try {
    const { facts } = file;
    checkFacts(pack, facts);
    const version = policyVersion === undefined ? {} : { version: policyVersion };
    return answer(pack, { service, asOf, facts, ...version }, language);
  } catch (error) {
    if (!(error instanceof LayakError)) throw error;
    complainIn(terminal, language, error.text);
    for (const issue of error.issues) {
      const place = placeIn(options, file.placeOf(issue));
      terminal.complain(`${place} ${say(issue.message, language)}`);
    }
    return null;
  }
}

function placeIn({ facts }: CheckOptions, { line, column }: Position): string {
  return `${facts === "-" ? "<stdin>" : facts}:${line}:${column}`;
}
