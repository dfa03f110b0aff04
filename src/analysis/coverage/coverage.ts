import { type PreparedPolicy, prepare } from "../../engine/decision/prepare.ts";
import type { Program } from "../../engine/decision/program.ts";
import { LayakError } from "../../engine/errors.ts";
import type { Facts } from "../../engine/model/catalogue.ts";
import type { Question } from "../../engine/model/decision.ts";
import type { Case, Pack, Service } from "../../engine/model/pack.ts";
import { type PreparedFor, preparing, runCase } from "../run-cases.ts";
import { dayOfVersion, questionFor, versionOf } from "./day.ts";
import { type Exercised, exercisedBy } from "./exercised.ts";
import { createReacher, type Reacher } from "./reach.ts";
import { keyOfTarget, type Target, targetsOf } from "./target.ts";

/**
 * `exercised`: some passing case does. `missing`: none does, though an application can; `facts` are
 * one that does. `impossible`: no application can on that day. `unsettled`: the search did not come
 * to an end.
 */
export type TargetStatus =
  | { readonly kind: "exercised"; readonly by: readonly Case[] }
  | { readonly kind: "missing"; readonly facts: Facts }
  | { readonly kind: "impossible" }
  | { readonly kind: "unsettled" };

export interface CoveredTarget {
  readonly target: Target;
  readonly status: TargetStatus;
}

/** What the cases exercise of one policy version. */
export interface VersionCoverage {
  readonly service: string;
  /** The version's first day in force, its file name. */
  readonly from: string;
  /** The day for which it is said what can happen. */
  readonly asOf: string;
  /** The policy as it is on that day; the targets are its leaves. */
  readonly prepared: PreparedPolicy;
  /** The passing cases that it decides. */
  readonly cases: readonly Case[];
  readonly targets: readonly CoveredTarget[];
}

/**
 * What the cases of a service exercise, version by version; only cases that pass count. Left out is
 * a version that cannot be asked about on its day, as a date leaves the calendar.
 */
export function coverageOfService(pack: Pack, service: Service): readonly VersionCoverage[] {
  const preparedFor = preparing(pack, service);
  const readers = new Map<Program, Exercised>();
  const exercisedIn = (test: Case): ReadonlySet<string> =>
    exercisedByCase(preparedFor, readers, test);
  const passing = service.cases.filter((test) => runCase(preparedFor, test).kind === "passed");
  return service.versions.flatMap((version) => {
    const asOf = dayOfVersion(service, version);
    const prepared = preparedOn(pack, questionFor(service, version.from, asOf));
    const cases = passing.filter((test) => versionOf(service, test) === version.from);
    return prepared === null ? [] : [coverageOfVersion(prepared, cases, exercisedIn)];
  });
}

function preparedOn(pack: Pack, question: Omit<Question, "facts">): PreparedPolicy | null {
  try {
    return prepare(pack, question);
  } catch (error) {
    if (error instanceof LayakError) return null;
    throw error;
  }
}

function exercisedByCase(
  preparedFor: PreparedFor,
  readers: Map<Program, Exercised>,
  test: Case,
): ReadonlySet<string> {
  const { program, decide } = preparedFor(test);
  const reader = readers.get(program) ?? exercisedBy(program);
  readers.set(program, reader);
  return reader(decide(test.facts));
}

function coverageOfVersion(
  prepared: PreparedPolicy,
  cases: readonly Case[],
  exercisedIn: (test: Case) => ReadonlySet<string>,
): VersionCoverage {
  const { program, asOf } = prepared;
  const by = new Map<string, Case[]>();
  for (const test of cases) {
    for (const key of exercisedIn(test)) by.set(key, [...(by.get(key) ?? []), test]);
  }
  const reacher = createReacher(program);
  const targets = targetsOf(program).map((target): CoveredTarget => {
    const exercising = by.get(keyOfTarget(target));
    if (exercising !== undefined) {
      return { target, status: { kind: "exercised", by: exercising } };
    }
    return { target, status: unexercised(reacher, target) };
  });
  return {
    service: program.service.id,
    from: program.version.from,
    asOf,
    prepared,
    cases,
    targets,
  };
}

function unexercised(reacher: Reacher, target: Target): TargetStatus {
  const reached = reacher.anyhow(target);
  switch (reached.kind) {
    case "found":
      return { kind: "missing", facts: reached.facts };
    case "none":
      return { kind: "impossible" };
    default:
      return { kind: "unsettled" };
  }
}
