import {
  type CoverageAnswer,
  type CoverageDay,
  type CoverageFacts,
  NOT_A_MEMBER,
  type NoAnswerCause,
  sameForAll,
} from "../coverage.ts";
import { isMoment, isStale } from "../freshness.ts";

export interface Reading {
  readonly day: CoverageDay;
  readonly now: Date;
  readonly maximumAgeDays: number;
}

export interface ReadAnswers {
  readonly answers: ReadonlyMap<string, CoverageAnswer>;
  /** How many people were told of in a way that makes no sense, or not at all. */
  readonly nonsense: number;
}

const UNAVAILABLE: CoverageAnswer = { kind: "no-answer", cause: "unavailable" };

/**
 * Reads what the service said about these people; null where it is no answer at all. Whoever is
 * left out, told of twice or told of in a way that makes no sense gets no answer; people who were
 * not asked about are passed over.
 */
export function readAnswers(
  told: unknown,
  niks: readonly string[],
  reading: Reading,
): ReadAnswers | null {
  if (!isRecord(told) || !Array.isArray(told["answers"])) return null;
  const { asOf, today } = reading.day;
  // A service that knows no other day than today may well answer for today in its place.
  if (told["asOf"] !== asOf && (asOf !== today || told["asOf"] !== undefined)) {
    const cause: NoAnswerCause = asOf === today ? "unavailable" : "not-observed-that-day";
    return {
      answers: sameForAll(niks, { kind: "no-answer", cause }),
      nonsense: asOf === today ? niks.length : 0,
    };
  }
  const byNik = new Map<unknown, unknown>();
  for (const answer of told["answers"]) {
    const nik = isRecord(answer) ? answer["nik"] : undefined;
    byNik.set(nik, byNik.has(nik) ? null : answer);
  }
  const answers = new Map<string, CoverageAnswer>();
  let nonsense = 0;
  for (const nik of niks) {
    const read = readAnswer(byNik.get(nik), reading);
    if (read === null) nonsense += 1;
    answers.set(nik, read ?? UNAVAILABLE);
  }
  return { answers, nonsense };
}

const CAUSES: readonly NoAnswerCause[] = ["unavailable", "not-found", "not-observed-that-day"];

/** One person's answer, or null where it makes no sense. */
function readAnswer(answer: unknown, { now, maximumAgeDays }: Reading): CoverageAnswer | null {
  if (!isRecord(answer)) return null;
  const { kind, observedAt } = answer;
  if (kind === "no-answer") {
    const cause = CAUSES.find((known) => known === answer["cause"]) ?? "unavailable";
    return { kind, cause, ...(isMoment(observedAt) && { observedAt }) };
  }
  if (!isMoment(observedAt)) return null;
  if (kind !== "found" && kind !== "not-a-member") return null;
  const facts = kind === "found" ? readFacts(answer["facts"]) : null;
  if (kind === "found" && facts === null) return null;
  if (isStale(observedAt, now, maximumAgeDays)) {
    return { kind: "no-answer", cause: "stale", observedAt };
  }
  if (facts === null || facts["coverage.status"] === NOT_A_MEMBER) {
    return { kind: "not-a-member", observedAt };
  }
  return { kind: "found", observedAt, facts };
}

/** The facts of the contract; others are passed over, codes and dates are checked by the caller. */
function readFacts(facts: unknown): CoverageFacts | null {
  if (!isRecord(facts)) return null;
  const status = facts["coverage.status"];
  const programmes = facts["coverage.programmes"];
  const paidThrough = facts["coverage.paidThrough"];
  const segment = facts["coverage.segment"];
  if (typeof status !== "string") return null;
  if (programmes !== undefined && !isTexts(programmes)) return null;
  if (paidThrough !== undefined && typeof paidThrough !== "string") return null;
  if (segment !== undefined && typeof segment !== "string") return null;
  return {
    "coverage.status": status,
    ...(programmes !== undefined && { "coverage.programmes": programmes }),
    ...(paidThrough !== undefined && { "coverage.paidThrough": paidThrough }),
    ...(segment !== undefined && { "coverage.segment": segment }),
  };
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === "string");
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
