import type { PreparedPolicy } from "../../engine/decision/prepare.ts";
import type { Program } from "../../engine/decision/program.ts";
import { LayakError } from "../../engine/errors.ts";
import { factChecker } from "../../engine/facts/check.ts";
import type { Facts } from "../../engine/model/catalogue.ts";
import type { Decision } from "../../engine/model/decision.ts";
import type { Case, Pack, Service } from "../../engine/model/pack.ts";
import {
  type CoveredTarget,
  coverageOfService,
  type VersionCoverage,
} from "../coverage/coverage.ts";
import { questionFor } from "../coverage/day.ts";
import { type Exercised, exercisedBy } from "../coverage/exercised.ts";
import type { Goals } from "../coverage/goals.ts";
import { createReacher, meets } from "../coverage/reach.ts";
import { keyOfTarget, type Target } from "../coverage/target.ts";
import { type Base, baseOf, basesOf } from "./bases.ts";
import type { Edit } from "./edits.ts";
import { nameNotIn, nameOfCase } from "./names.ts";
import { nearestTo } from "./nearest.ts";
import { SUGGESTED } from "./note.ts";

/** A case that would exercise what no case does, and what that is. */
export interface Suggestion {
  readonly version: string;
  readonly test: Case;
  /** The case that it is like, but for these changes; `null`: it was made from nothing. */
  readonly like: Like | null;
  readonly targets: readonly Target[];
}

export interface Like {
  readonly name: string;
  readonly edits: readonly Edit[];
}

/** What no case could be made for, as the search did not settle whether an application can. */
export type NotFound = Pick<CoveredTarget, "target" | "prepared">;

export interface Suggested {
  readonly suggestions: readonly Suggestion[];
  readonly notFound: readonly NotFound[];
}

/**
 * Cases that together exercise all that no case of a service exercises, where an application can.
 * Each expects what its policy answers today. None is made for what the search could not settle.
 */
export function suggestCases(pack: Pack, service: Service): readonly Suggestion[] {
  return suggestFor(pack, service).suggestions;
}

/** As {@link suggestCases}, with what no case was found for. */
export function suggestFor(pack: Pack, service: Service): Suggested {
  const coverage = coverageOfService(pack, service);
  return {
    suggestions: suggestionsFor(service, coverage),
    notFound: coverage
      .flatMap(({ targets }) => targets)
      .filter(({ status }) => status.kind === "unsettled"),
  };
}

function suggestionsFor(
  service: Service,
  coverages: readonly VersionCoverage[],
): readonly Suggestion[] {
  const taken = new Set(service.cases.map(({ name }) => name));
  return coverages.flatMap((coverage) => {
    const missing = coverage.targets.filter(({ status }) => status.kind === "missing");
    const days = new Set(missing.map(({ prepared }) => prepared));
    return [...days].flatMap((prepared) => {
      const own = missing.flatMap((one) => (one.prepared === prepared ? [one.target] : []));
      const drafts = withoutNeedless(draftsFor(service, coverage, prepared, own));
      return drafts.map((draft) => suggestionOf(service, prepared, draft, taken));
    });
  });
}

/** A suggestion before it has a name. */
interface Draft {
  readonly aim: Target;
  readonly facts: Facts;
  readonly like: Like | null;
  readonly decision: Decision;
  /** All missing targets that it exercises. */
  readonly targets: readonly Target[];
}

/** Cases of one day, for what is missing of the policy as it is on that day. */
function draftsFor(
  service: Service,
  { cases }: VersionCoverage,
  prepared: PreparedPolicy,
  missing: readonly Target[],
): readonly Draft[] {
  const others = service.cases.filter((test) => !cases.includes(test));
  const bases = [...basesOf(prepared, cases, others)];
  const exercised = exercisedBy(prepared.program);
  const reacher = createReacher(prepared.program);
  const drafts: Draft[] = [];
  for (const aim of inOrder(missing)) {
    const reached = reacher.telling(aim);
    if (
      reached.kind !== "found" ||
      drafts.some((draft) => tells(prepared.program, draft, aim, reached.goals))
    ) {
      continue;
    }
    const suits = suiting(prepared, exercised, aim, reached.goals);
    if (!suits(reached.facts)) continue;
    const { facts, like } = nearestOf(prepared, reached.facts, bases, suits);
    const decision = prepared.decide(facts);
    const keys = exercised(decision);
    drafts.push({ aim, facts, like, decision, targets: missing.filter(isAmong(keys)) });
    const base = baseOf(prepared, nameOfCase(prepared.program, aim, decision), facts);
    if (base?.outcome === "eligible" && bases[0]?.outcome !== "eligible") bases.unshift(base);
  }
  return drafts;
}

function isAmong(keys: ReadonlySet<string>): (target: Target) => boolean {
  return (target) => keys.has(keyOfTarget(target));
}

/** Whether a draft exercises a target: a boundary as tellingly as can be, the rest in any way. */
function tells(program: Program, { facts, targets }: Draft, aim: Target, goals: Goals): boolean {
  const keys = new Set(targets.map(keyOfTarget));
  return keys.has(keyOfTarget(aim)) && (aim.kind !== "boundary" || meets(program, goals)(facts));
}

/** Somebody eligible first, for others to start from; then what says most in few cases. */
function inOrder(targets: readonly Target[]): readonly Target[] {
  return targets.toSorted((first, second) => rankOf(first) - rankOf(second));
}

function rankOf(target: Target): number {
  switch (target.kind) {
    case "outcome":
      return target.outcome === "eligible" ? 0 : 4;
    case "sole-reason":
      return 1;
    case "boundary":
      return 2;
    default:
      return 3;
  }
}

/** Whether facts exercise a target, by these goals. */
function suiting(
  { program, decideChecked }: PreparedPolicy,
  exercised: Exercised,
  aim: Target,
  goals: Goals,
): (facts: Facts) => boolean {
  const reaches = meets(program, goals);
  const check = factChecker(program.pack);
  return (facts) => {
    if (check(facts).length > 0) return false;
    try {
      return reaches(facts) && exercised(decideChecked(facts)).has(keyOfTarget(aim));
    } catch (error) {
      // A date may leave the calendar where a rule moves it.
      if (error instanceof LayakError) return false;
      throw error;
    }
  };
}

/** Facts that suit, as near as can be to those of a case. */
function nearestOf(
  { program }: PreparedPolicy,
  found: Facts,
  bases: readonly Base[],
  suits: (facts: Facts) => boolean,
): Pick<Draft, "facts" | "like"> {
  const groups = new Set(program.pack.groups.keys());
  let best: Pick<Draft, "facts" | "like"> = { facts: found, like: null };
  let changes = Number.POSITIVE_INFINITY;
  for (const { name, facts } of bases) {
    const near = nearestTo(facts, found, groups, suits, changes - 1);
    if (near === null) continue;
    changes = near.edits.length;
    best = { facts: near.facts, like: { name, edits: near.edits } };
    if (changes <= 1) break;
  }
  return best;
}

/**
 * Leaves out what other suggestions exercise as well; but not a boundary, which it may be alone to
 * tell, nor who is plainly eligible, as the others are read beside that.
 */
function withoutNeedless(drafts: readonly Draft[]): readonly Draft[] {
  let left = drafts;
  for (const draft of drafts) {
    const { aim } = draft;
    if (aim.kind === "boundary" || (aim.kind === "outcome" && aim.outcome === "eligible")) continue;
    const others = left.filter((other) => other !== draft);
    const keys = new Set(others.flatMap(({ targets }) => targets.map(keyOfTarget)));
    if (draft.targets.every((target) => keys.has(keyOfTarget(target)))) left = others;
  }
  return left;
}

function suggestionOf(
  service: Service,
  prepared: PreparedPolicy,
  { aim, facts, like, decision, targets }: Draft,
  taken: Set<string>,
): Suggestion {
  const { asOf, policy } = prepared;
  const { version } = questionFor(service, policy.from, asOf);
  const name = nameNotIn(taken, nameOfCase(prepared.program, aim, decision));
  taken.add(name);
  const test: Case = {
    name,
    asOf,
    ...(version !== undefined && { version }),
    facts,
    expect: expectationOf(decision),
    note: SUGGESTED,
  };
  return { version: policy.from, test, like, targets };
}

function expectationOf({ outcome, requirements, missing }: Decision): Case["expect"] {
  const unmet = requirements.flatMap(({ id, outcome }) => (outcome === "unmet" ? [id] : []));
  const isOpen = outcome === "undetermined" || outcome === "ineligible";
  return { outcome, unmet, ...(isOpen && { missing }) };
}
