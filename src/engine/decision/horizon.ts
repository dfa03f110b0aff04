import { LayakError } from "../errors.ts";
import { checkFacts } from "../facts/check.ts";
import type { Facts } from "../model/catalogue.ts";
import type { Horizon, Question } from "../model/decision.ts";
import type { Pack, PolicyVersion } from "../model/pack.ts";
import { addDays, LAST_DAY } from "../values/calendar.ts";
import { causesOf } from "./causes.ts";
import { outcomeOf } from "./outcome.ts";
import { compileProgram, type Program, programOf } from "./program.ts";
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

/** As {@link horizon}, for a compiled policy and checked facts. */
export function horizonOf(first: Program, facts: Facts): Horizon {
  const { outcome } = outcomeOf(first, facts);
  let program = first;
  for (const start of [...versionAndParameterDays(first), null]) {
    const last = start === null ? LAST_DAY : dayBefore(start);
    for (const day of thresholdDays(program, facts, last)) {
      const next = programOn(program, program.version, day);
      if (next === null) return NEVER;
      if (outcomeOf(next, facts).outcome !== outcome) return ending(program, next, facts, day);
    }
    if (start === null) break;
    const version = program.pinned ? program.version : versionInForce(first.service, start);
    if (version === null) return { until: last, because: ["policy:none"] };
    const next = programOn(program, version, start);
    if (next === null) return NEVER;
    if (outcomeOf(next, facts).outcome !== outcome) return ending(program, next, facts, start);
    program = next;
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

/** The policy on another day; `null` where a duration then leaves the calendar. */
function programOn(program: Program, version: PolicyVersion, day: string): Program | null {
  try {
    return compileProgram(program.pack, program.service, version, day, program.pinned);
  } catch (error) {
    if (error instanceof LayakError) return null;
    throw error;
  }
}

function ending(program: Program, next: Program, facts: Facts, day: string): Horizon {
  const until = dayBefore(day);
  const before = compileProgram(program.pack, program.service, program.version, until, false);
  return { until, because: causesOf(before, next, facts) };
}

function dayBefore(day: string): string {
  return addDays(day, -1) ?? day;
}
