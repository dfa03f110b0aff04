import { LayakError } from "../errors.ts";
import { checkFacts } from "../facts/check.ts";
import type { Facts } from "../model/catalogue.ts";
import type { Horizon, Question } from "../model/decision.ts";
import type { Pack, PolicyVersion } from "../model/pack.ts";
import { addDays, LAST_DAY } from "../values/calendar.ts";
import { causesOf } from "./causes.ts";
import { outcomeOf } from "./outcome.ts";
import { type Compile, compileProgram, type Program, programOf } from "./program.ts";
import { thresholdDays } from "./thresholds.ts";
import { versionInForce } from "./versions.ts";

/**
 * How long the outcome stays the same for the same facts, through next versions, parameters and
 * durations. The days between two candidates need no look: only a version, a parameter or a leaf
 * that compares `asOf` can change, and each of those names its days beforehand.
 * @throws LayakError where the question cannot be asked.
 */
export function horizon(pack: Pack, question: Question): Horizon {
  checkFacts(pack, question.facts);
  return horizonOf(programOf(pack, question), question.facts);
}

/**
 * As {@link horizon}, for a compiled policy and checked facts. `compile` may keep what it compiled.
 */
export function horizonOf(
  first: Program,
  facts: Facts,
  compile: Compile = compileProgram,
): Horizon {
  const { service, pinned } = first;
  const { outcome } = outcomeOf(first, facts);
  let program = first;
  // Null where it stays the same; also where a duration leaves the calendar, nothing ends.
  const endingOn = (version: PolicyVersion, day: string): Horizon | null => {
    let next: Program;
    try {
      next = compile(first, version, day);
    } catch (error) {
      if (error instanceof LayakError) return NEVER;
      throw error;
    }
    const until = dayBefore(day);
    if (outcomeOf(next, facts).outcome !== outcome) {
      const before = compile(first, program.version, until);
      return { until, because: causesOf(before, next, facts) };
    }
    program = next;
    return null;
  };
  for (const start of [...versionAndParameterDays(first), null]) {
    const last = start === null ? LAST_DAY : dayBefore(start);
    for (const day of thresholdDays(program, facts, last)) {
      const ending = endingOn(program.version, day);
      if (ending !== null) return ending;
    }
    if (start === null) break;
    const version = pinned ? first.version : versionInForce(service, start);
    if (version === null) return { until: last, because: ["policy:none"] };
    const ending = endingOn(version, start);
    if (ending !== null) return ending;
  }
  return NEVER;
}

/** Also where a duration leaves the calendar first: the year 9999 ends no answer. */
const NEVER: Horizon = { until: null, because: [] };

/** Days after `asOf` on which another version, or another value of a parameter, begins. */
function versionAndParameterDays(program: Program): readonly string[] {
  const days = new Set<string>();
  for (const { from, policy } of program.pinned ? [] : program.service.versions) {
    if (policy.status === "draft") continue;
    days.add(from);
    const after = policy.until === undefined ? null : addDays(policy.until, 1);
    if (after !== null) days.add(after);
  }
  for (const { values } of program.service.parameters.values()) {
    for (const { from } of values) days.add(from);
  }
  return [...days].filter((day) => day > program.asOf).sort();
}

function dayBefore(day: string): string {
  return addDays(day, -1) ?? day;
}
