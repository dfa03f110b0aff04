import { findFactIssues } from "../../engine/facts/check.ts";
import type { FactValue } from "../../engine/model/catalogue.ts";
import type { Pack } from "../../engine/model/pack.ts";
import {
  type CoverageAnswer,
  type CoverageDay,
  type CoverageRegistry,
  NOT_A_MEMBER,
} from "../../registry/coverage.ts";
import type { Log } from "../log.ts";
import { traceOfError } from "../log.ts";
import { withinTime } from "../within-time.ts";

export const COVERAGE_SOURCE = "registry:coverage";

/** What the registry is known to say about one person, checked. */
export type Coverage =
  | {
      readonly kind: "answered";
      readonly at: string;
      readonly facts: Readonly<Record<string, FactValue>>;
    }
  | { readonly kind: "no-answer"; readonly cause: NoCoverage; readonly at?: string };

type NoCoverage = Extract<CoverageAnswer, { readonly kind: "no-answer" }>["cause"];

export type CoverageByNik = ReadonlyMap<string, Coverage>;

export interface CoverageQuestion {
  readonly pack: Pack;
  readonly registry: CoverageRegistry;
  readonly milliseconds: number;
  readonly log: Log;
  readonly day: CoverageDay;
}

const UNAVAILABLE: Coverage = { kind: "no-answer", cause: "unavailable" };

/**
 * Asks the registry about people. A registry that is down, slow or answers nonsense gives no
 * answer, and never an answer that anyone is refused by.
 */
export async function coverageOf(
  niks: readonly string[],
  { pack, registry, milliseconds, log, day }: CoverageQuestion,
): Promise<CoverageByNik> {
  if (niks.length === 0) return new Map();
  const distinct = [...new Set(niks)];
  const begun = performance.now();
  const answer = await withinTime(milliseconds, ({ signal }) =>
    registry.lookUp(distinct, day, signal),
  );
  if (answer.kind !== "done") {
    const trace = answer.kind === "failed" ? traceOfError(answer.error) : { error: "too slow" };
    log({ level: "warning", event: "registry-unavailable", people: distinct.length, ...trace });
    return new Map(distinct.map((nik) => [nik, UNAVAILABLE]));
  }
  const told: unknown = answer.value;
  const answers = told instanceof Map ? told : new Map<unknown, unknown>();
  const read = distinct.map((nik) => ({ nik, coverage: readAnswer(pack, answers.get(nik)) }));
  const nonsense = read.filter(({ coverage }) => coverage === null).length;
  if (nonsense > 0) log({ level: "warning", event: "registry-nonsense", people: nonsense });
  log({
    level: "info",
    event: "registry-asked",
    people: distinct.length,
    milliseconds: Math.round(performance.now() - begun),
    unknown: read.filter(({ coverage }) => coverage?.kind !== "answered").length,
    stale: read.filter(({ coverage }) => isStale(coverage)).length,
  });
  return new Map(read.map(({ nik, coverage }) => [nik, coverage ?? UNAVAILABLE]));
}

function isStale(coverage: Coverage | null): boolean {
  return coverage?.kind === "no-answer" && coverage.cause === "stale";
}

const CAUSES: readonly NoCoverage[] = [
  "unavailable",
  "stale",
  "not-found",
  "not-observed-that-day",
];

/** An answer as it may be used, or null where it makes no sense. Types end where a network begins. */
function readAnswer(pack: Pack, answer: unknown): Coverage | null {
  if (!isRecord(answer)) return null;
  const { kind, observedAt } = answer;
  const at = isMoment(observedAt) ? observedAt : undefined;
  if (kind === "no-answer") {
    const cause = CAUSES.find((known) => known === answer["cause"]);
    if (cause === undefined) return null;
    return { kind: "no-answer", cause, ...(at !== undefined && { at }) };
  }
  if (at === undefined) return null;
  if (kind === "not-a-member") {
    return { kind: "answered", at, facts: { "coverage.status": NOT_A_MEMBER } };
  }
  const facts = kind === "found" ? readFacts(pack, answer["facts"]) : null;
  return facts === null ? null : { kind: "answered", at, facts };
}

/** The answer's facts that the catalogue has from this registry, or null where one is wrong. */
function readFacts(pack: Pack, facts: unknown): Readonly<Record<string, FactValue>> | null {
  if (!isRecord(facts) || typeof facts["coverage.status"] !== "string") return null;
  const known = Object.entries(facts).filter(
    ([id]) => pack.facts.get(id)?.source === COVERAGE_SOURCE,
  );
  if (findFactIssues(pack, Object.fromEntries(known)).length > 0) return null;
  return Object.fromEntries(
    known.flatMap(([id, value]) => (isFactValue(value) ? [[id, value] as const] : [])),
  );
}

function isFactValue(value: unknown): value is Exclude<FactValue, null> {
  return value !== undefined && value !== null;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})$/;

function isMoment(value: unknown): value is string {
  return typeof value === "string" && MOMENT.test(value) && !Number.isNaN(Date.parse(value));
}
