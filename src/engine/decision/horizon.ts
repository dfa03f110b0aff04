import { LayakError } from "../errors.ts";
import { checkFacts } from "../facts/check.ts";
import type { Facts } from "../model/catalogue.ts";
import type { Horizon, Question } from "../model/decision.ts";
import type { Pack } from "../model/pack.ts";
import { addDays, LAST_DAY } from "../values/calendar.ts";
import { outcomeOf } from "./outcome.ts";
import { type Compile, compileProgram, type Program, programOf } from "./program.ts";
import { type Thresholds, thresholdDays } from "./thresholds.ts";
import { versionInForce } from "./versions.ts";

/**
 * How long the outcome stays the same for the same facts, through next versions, parameters and
 * durations. The days between two candidates need no look: only a version, a parameter or a leaf
 * that compares `asOf` can change, and each of those names its days beforehand. After 200 of them
 * nobody looks further: the outcome stays the same until then at least, and nothing is its cause.
 * @throws LayakError where the question cannot be asked.
 */
export function horizon(pack: Pack, question: Question): Horizon {
  checkFacts(pack, question.facts);
  return horizonOf(programOf(pack, question), question.facts);
}

/**
 * As {@link horizon}, for a compiled policy and checked facts. `compile` may keep what it compiled;
 * `thresholds` may leave out days on which the outcome can't turn.
 */
export function horizonOf(
  first: Program,
  facts: Facts,
  compile: Compile = compileProgram,
  thresholds: Thresholds = thresholdDays,
): Horizon {
  const { outcome } = outcomeOf(first, facts);
  try {
    for (const { until, before, next } of turnsAfter(first, facts, compile, thresholds)) {
      if (next === null) return { until, because: before === null ? [] : ["policy:none"] };
      if (before !== null && outcomeOf(next, facts).outcome !== outcome) {
        return {
          until,
          because: first.pack.computing.causes(compile(first, before.version, until), next, facts),
        };
      }
    }
  } catch (error) {
    // Nothing ends where a duration leaves the calendar, or what is computed becomes too large.
    if (!(error instanceof LayakError)) throw error;
  }
  return NEVER;
}

/** A day on which an answer may end. */
export interface Turn {
  /** The day before it. */
  readonly until: string;
  /** The program that decided last; null where nobody looks further. */
  readonly before: Program | null;
  /** The program that decides from then on; null where none does, or nobody looks further. */
  readonly next: Program | null;
}

/**
 * The days after the program's own on which an answer may end, in their order.
 * @throws LayakError where a duration leaves the calendar, or what is computed becomes too large.
 */
export function* turnsAfter(
  first: Program,
  facts: Facts,
  compile: Compile,
  thresholds: Thresholds,
): Generator<Turn, void> {
  const { service, pinned } = first;
  let before = first;
  let looks = 0;
  for (const start of [...versionAndParameterDays(first), undefined]) {
    const last = start === undefined ? LAST_DAY : dayBefore(start);
    for (const day of [...thresholds(before, facts, last), start]) {
      if (day === undefined) break;
      const until = dayBefore(day);
      const version = pinned || day !== start ? before.version : versionInForce(service, day);
      const far = looks++ === MOST_LOOKS;
      const next = far || version === null ? null : compile(first, version, day);
      yield { until, before: far ? null : before, next };
      if (next === null) return;
      before = next;
    }
  }
}

/** On each day all people are judged again, and each may bring days of their own. */
const MOST_LOOKS = 200;

/** The year 9999 ends no answer. */
const NEVER: Horizon = { until: null, because: [] };

/** Days after `asOf` on which another version, or another value of a parameter, begins. */
function versionAndParameterDays({ service, pinned, asOf }: Program): readonly string[] {
  const versions = pinned ? [] : service.versions.filter(({ policy }) => policy.status !== "draft");
  const days = [
    ...versions.flatMap(({ from, policy: { until } }) => [
      from,
      (until && addDays(until, 1)) ?? from,
    ]),
    ...[...service.parameters.values()].flatMap(({ values }) => values.map(({ from }) => from)),
  ];
  return [...new Set(days)].filter((day) => day > asOf).sort();
}

function dayBefore(day: string): string {
  return addDays(day, -1) ?? day;
}
