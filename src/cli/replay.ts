import { type DecisionFile, readRecord } from "../ledger/replay/record.ts";
import { type Replay, replay as replayRecord } from "../ledger/replay/replay.ts";
import { RecordUnreadable } from "../ledger/replay/unreadable.ts";
import { InputTrouble, readInput } from "./input.ts";
import { tellAnswers, tellReplay } from "./replay/tell.ts";
import { answersOf, type OtherAnswer } from "./replay/today.ts";
import { loadRules } from "./rules.ts";
import { complainIn, EXIT, type ExitCode, readLanguage, type Terminal } from "./terminal.ts";

export interface ReplayOptions {
  readonly rules?: string;
  readonly lang: string;
  readonly json?: boolean;
}

/** The record's facts and policy do not give its decision. */
const DIFFERENT: ExitCode = 2;

/** Decides a record again by its own policy, and tells what other rules answer where they are given. */
export async function replay(
  terminal: Terminal,
  file: string,
  options: ReplayOptions,
  now: Date = new Date(),
): Promise<ExitCode> {
  const language = readLanguage(terminal, options.lang);
  if (language === null) return EXIT.badInput;
  const { rules, json } = options;
  try {
    const record = await readRecordFile(file);
    const replayed = replayRecord(record);
    let answers: readonly OtherAnswer[] = [];
    if (rules !== undefined) {
      const pack = await loadRules(terminal, rules, language);
      if (pack === null) return EXIT.badInput;
      answers = answersOf(pack, record, now, language);
    }
    const lines =
      json === true
        ? [JSON.stringify(told(replayed, rules === undefined ? null : answers), null, 2)]
        : [
            ...tellReplay(terminal, replayed, record, language),
            ...(rules === undefined ? [] : tellAnswers(terminal, answers, rules, language)),
          ];
    for (const line of lines) terminal.print(line);
    return replayed.kind === "same" ? EXIT.done : DIFFERENT;
  } catch (error) {
    if (!(error instanceof InputTrouble || error instanceof RecordUnreadable)) throw error;
    complainIn(terminal, language, error.text);
    return EXIT.badInput;
  }
}

async function readRecordFile(path: string): Promise<DecisionFile> {
  const text = await readInput(path);
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    // The parser's own message would quote the record, which is about a person.
    const name = path === "-" ? "<stdin>" : path;
    throw new InputTrouble({
      id: `${name} bukan JSON yang sah. Minta lagi dari GET /v1/decisions/{id}/record.`,
      en: `${name} is not valid JSON. Ask for it again by GET /v1/decisions/{id}/record.`,
    });
  }
  return readRecord(json);
}

function told(replayed: Replay, answers: readonly OtherAnswer[] | null): object {
  const result =
    replayed.kind === "undecidable"
      ? {
          kind: replayed.kind,
          code: replayed.error.code,
          message: replayed.error.text,
          issues: replayed.error.issues,
        }
      : replayed;
  return answers === null ? result : { ...result, rules: answers };
}
