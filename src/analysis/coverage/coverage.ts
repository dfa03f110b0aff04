import type { PreparedPolicy } from "../../engine/decision/prepare.ts";
import type { Program } from "../../engine/decision/program.ts";
import type { Facts } from "../../engine/model/catalogue.ts";
import type { Case, Pack, Service } from "../../engine/model/pack.ts";
import { preparing, runCase } from "../run-cases.ts";
import { askedVersion, type UnaskedDay } from "./asked.ts";
import { versionOf } from "./day.ts";
import { type Exercised, exercisedBy } from "./exercised.ts";
import { type ParameterWords, parameterWords } from "./limits.ts";
import { createReacher, type Reacher } from "./reach.ts";
import { keyOfTarget, type Target, targetsOf } from "./target.ts";

/**
 * `exercised`: some passing case does. `missing`: none does, though an application can; `facts` are
 * one that does. `impossible`: no application can on any day. `unsettled`: the search did not come
 * to an end; or, where it is `computed`, no facts were found from which it is computed so.
 */
export type TargetStatus =
  | { readonly kind: "exercised"; readonly by: readonly Case[] }
  | { readonly kind: "missing"; readonly facts: Facts }
  | { readonly kind: "impossible" }
  | { readonly kind: "unsettled"; readonly because: "search" | "computed" };

export interface CoveredTarget {
  readonly target: Target;
  readonly status: TargetStatus;
  /** The policy on the day for which that is said; the target is of this one's leaves. */
  readonly prepared: PreparedPolicy;
}

/** What the cases exercise of one policy version. */
export interface VersionCoverage {
  readonly service: string;
  /** The version's first day in force, its file name. */
  readonly from: string;
  /** The day for which most is said. */
  readonly asOf: string;
  /** The policy as it is on that day. */
  readonly prepared: PreparedPolicy;
  /** The passing cases that it decides. */
  readonly cases: readonly Case[];
  readonly targets: readonly CoveredTarget[];
}

/**
 * What the cases of a service exercise, version by version; only cases that pass count. A version is
 * asked about on each day from which it may mean something else: what cannot happen on one day may
 * on another, and a limit of another amount is another limit. A version that cannot be made out on
 * any of them is left to {@link unaskedDaysOf}.
 */
export function coverageOfService(pack: Pack, service: Service): readonly VersionCoverage[] {
  const preparedFor = preparing(pack, service);
  const readers = new Map<Program, Reader>();
  const readerOf = (program: Program): Reader => {
    const reader = readers.get(program) ?? {
      exercised: exercisedBy(program),
      words: parameterWords(program),
    };
    readers.set(program, reader);
    return reader;
  };
  const read = (test: Case): ReadCase => {
    const { program, decide } = preparedFor(test);
    const { exercised, words } = readerOf(program);
    return { test, keys: exercised(decide(test.facts)), words };
  };
  const passing = service.cases.filter((test) => runCase(preparedFor, test).kind === "passed");
  return service.versions.flatMap((version) => {
    const { asked } = askedVersion(pack, service, version);
    const [usual, ...others] = asked;
    if (usual === undefined) return [];
    const cases = passing.filter((test) => versionOf(service, test) === version.from).map(read);
    return [
      {
        service: service.id,
        from: version.from,
        asOf: usual.asOf,
        prepared: usual,
        cases: cases.map(({ test }) => test),
        targets: coveredTargets(usual, others, cases),
      },
    ];
  });
}

/** The days on which a version of a service cannot be made out, of all its versions. */
export function unaskedDaysOf(pack: Pack, service: Service): readonly UnaskedDay[] {
  return service.versions.flatMap((version) => askedVersion(pack, service, version).unasked);
}

interface Reader {
  readonly exercised: Exercised;
  readonly words: ParameterWords;
}

/** A passing case with the keys of what it exercises. */
interface ReadCase {
  readonly test: Case;
  readonly keys: ReadonlySet<string>;
  readonly words: ParameterWords;
}

function coveredTargets(
  usual: PreparedPolicy,
  others: readonly PreparedPolicy[],
  cases: readonly ReadCase[],
): readonly CoveredTarget[] {
  const days = [usual, ...others].map((prepared) => ({
    prepared,
    words: parameterWords(prepared.program),
    reacher: createReacher(prepared.program),
    targets: targetsOf(prepared.program),
  }));
  const settled = new Map<string, CoveredTarget>();
  for (const { prepared, words, reacher, targets } of days) {
    for (const target of targets) {
      const word = target.kind === "boundary" ? (words.get(target.at.key) ?? "") : "";
      const key = `${keyOfTarget(target)} ${word}`;
      const known = settled.get(key);
      if (known !== undefined && known.status.kind !== "impossible") continue;
      const by = cases.filter(
        (one) =>
          one.keys.has(keyOfTarget(target)) &&
          (target.kind !== "boundary" || one.words.get(target.at.key) === word),
      );
      const status: TargetStatus =
        by.length > 0
          ? { kind: "exercised", by: by.map(({ test }) => test) }
          : unexercised(reacher, target);
      // Where it cannot happen on any day, the usual one is told.
      if (known === undefined || status.kind !== "impossible") {
        settled.set(key, { target, status, prepared });
      }
    }
  }
  return [...settled.values()];
}

function unexercised(reacher: Reacher, target: Target): TargetStatus {
  const reached = reacher.anyhow(target);
  switch (reached.kind) {
    case "found":
      return { kind: "missing", facts: reached.facts };
    case "none":
      return { kind: "impossible" };
    default:
      return {
        kind: "unsettled",
        because: reached.because === "computed" ? "computed" : "search",
      };
  }
}
