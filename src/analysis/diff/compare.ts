import { isReserved } from "../../engine/conditions/references.ts";
import type { Node } from "../../engine/conditions/tree.ts";
import type { PreparedPolicy } from "../../engine/decision/prepare.ts";
import { decidingTrees, type Program } from "../../engine/decision/program.ts";
import type { Outcome } from "../../engine/model/decision.ts";
import { lacksValue } from "../findings/trees.ts";
import { computes } from "../solver/computing.ts";
import type { Goal } from "../solver/goal.ts";
import { mayHaveNoResult } from "../solver/no-result.ts";
import { type Effort, someEffort, withOperands } from "../solver/operands.ts";
import { goalsOf } from "../solver/outcomes.ts";
import { createSolver, type Solved } from "../solver/solver.ts";
import { usesOf } from "../solver/uses.ts";
import { apartByScope } from "./apart.ts";
import { causeOf } from "./cause.ts";
import { clausesOf, refusedFor, refusedOnlyFor } from "./clauses.ts";
import type { Change, Comparison, Unsettled } from "./comparison.ts";
import { nameApart } from "./names-apart.ts";
import { type DecidedPair, decided, limitsOfBoth, outcomesFor, type Pair } from "./pair.ts";
import { askedOf, type Searched } from "./searched.ts";
import { smallest } from "./smallest.ts";

export interface CompareOptions {
  /** Values that each search may try before it ends unsettled. */
  readonly steps?: number;
}

/** An example while something is unknown is worth looking for, and promises nothing. */
const STEPS_WHILE_UNKNOWN = 10_000;

/** Of each pair of outcomes, so that what is sought in vain for one leaves enough for the others. */
const EFFORT_BETWEEN = 2_500;

const OUTCOMES: readonly Outcome[] = ["eligible", "ineligible", "out-of-scope", "undetermined"];

/**
 * Tells whom two policies decide otherwise, by a search over all applications that their conditions
 * can tell apart. Everyone who is told was decided by both; that nobody differs is only said where
 * the search was complete (docs/analysis.md).
 */
export function compare(
  from: PreparedPolicy,
  to: PreparedPolicy,
  { steps }: CompareOptions = {},
): Comparison {
  const pair: Pair = { from, to };
  const asked = askedOf(pair);
  const trees = [asked.from, asked.to].flatMap(({ program }) => decidingTrees(program));
  const withoutResult = new Set(
    [from, to].flatMap(({ program }) =>
      [...mayHaveNoResult(program)].flatMap((name) => [name, nameApart(name)]),
    ),
  );
  const options = {
    trees,
    limitsOf: limitsOfBoth(pair),
    withoutResult,
    ...(steps !== undefined && { steps }),
  };
  const complete = createSolver(options);
  const areApart = apartByScope(asked, options);
  const found: Change[] = [];
  const unsettled: Unsettled[] = [];
  const [outcomesBefore, outcomesAfter] = [outcomesOf(from.program), outcomesOf(to.program)];
  for (const [before, after] of pairsOf()) {
    if (!outcomesBefore.includes(before) || !outcomesAfter.includes(after)) continue;
    if (areApart(before, after)) continue;
    const { changes, open } = changesBetween({ pair, asked, solver: complete }, before, after);
    found.push(...changes);
    if (open !== null) unsettled.push({ from: before, to: after, because: open });
  }
  const told = new Set(found.map((change) => `${change.from} ${change.to}`));
  const incomplete = createSolver({
    ...options,
    mayBeUnknown: true,
    steps: Math.min(steps ?? STEPS_WHILE_UNKNOWN, STEPS_WHILE_UNKNOWN),
  });
  const effort = someEffort();
  const whileUnknown = pairsOf()
    .filter(([before, after]) => [before, after].includes("undetermined"))
    .filter(([before, after]) => !told.has(`${before} ${after}`))
    .flatMap(([before, after]) =>
      changeWhileUnknown({ pair, asked, solver: incomplete }, before, after, effort),
    );
  return { complete: found, incomplete: whileUnknown, unsettled };
}

/** The outcomes that applicants of whom all is known may have, by the shape of the policy. */
function outcomesOf(program: Program): readonly Outcome[] {
  const trees = decidingTrees(program);
  const lacks = trees.some(lacksValue) || readsAny(trees, mayHaveNoResult(program));
  return OUTCOMES.filter((outcome) => {
    if (outcome === "out-of-scope") return program.scope !== null;
    return outcome !== "undetermined" || lacks;
  });
}

function readsAny(trees: readonly Node[], domains: ReadonlySet<string>): boolean {
  return domains.size > 0 && [...usesOf(trees).keys()].some((domain) => domains.has(domain));
}

function pairsOf(): readonly (readonly [Outcome, Outcome])[] {
  return OUTCOMES.flatMap((before) =>
    OUTCOMES.flatMap((after): (readonly [Outcome, Outcome])[] =>
      before === after ? [] : [[before, after]],
    ),
  );
}

interface Found {
  readonly changes: readonly Change[];
  /** Why it is not known whether there are others; null where it is. */
  readonly open: Unsettled["because"] | null;
}

/** One change for each clause that can make the difference, or one for all where none refuses. */
function changesBetween({ pair, asked, solver }: Searched, before: Outcome, after: Outcome): Found {
  const effort = someEffort(EFFORT_BETWEEN);
  const changes: Change[] = [];
  const seen = new Set<string>();
  let open: Unsettled["because"] | null = null;
  for (const question of questionsOf(asked, before, after)) {
    const solved = question
      .map((goals) => solver.solve(goals))
      .reduce<Solved>(better, { kind: "none" });
    if (solved.kind === "unsettled") open = solved.because;
    if (solved.kind !== "found") continue;
    const change = changeOf(pair, before, after, solved.facts, effort, waitsForNobody);
    if (change === null && isComputing(pair)) open = "computed";
    const key = JSON.stringify(change?.facts);
    if (change === null || seen.has(key)) continue;
    seen.add(key);
    changes.push(change);
  }
  return { changes, open };
}

/** The first that was found counts; that a search did not settle counts for more than "none". */
function better(one: Solved, other: Solved): Solved {
  if (one.kind === "found") return one;
  return other.kind === "none" ? one : other;
}

/** For each cause the ways to look for it, the more telling ones first. */
function questionsOf(
  pair: Pair,
  before: Outcome,
  after: Outcome,
): readonly (readonly (readonly Goal[])[])[] {
  const [from, to] = [pair.from.program, pair.to.program];
  const [refusing, other, elsewhere] =
    after === "ineligible" ? [to, from, before] : before === "ineligible" ? [from, to, after] : [];
  if (refusing === undefined || other === undefined || elsewhere === undefined) {
    return goalsOf(from, before).flatMap((own) =>
      goalsOf(to, after).map((goals) => [[...own, ...goals]]),
    );
  }
  return clausesOf(refusing).flatMap((clause) =>
    goalsOf(other, elsewhere).map((goals) => [
      [...goals, ...refusedOnlyFor(refusing, clause)],
      [...goals, ...refusedFor(refusing, clause)],
    ]),
  );
}

function changeOf(
  pair: Pair,
  before: Outcome,
  after: Outcome,
  found: Change["facts"],
  effort: Effort,
  suits: (pair: Pair, decided: DecidedPair) => boolean = () => true,
): Change | null {
  const isSo = (facts: Change["facts"]) => {
    const outcomes = outcomesFor(pair, facts);
    if (outcomes?.from !== before || outcomes.to !== after) return false;
    const both = decided(pair, facts);
    return both?.from.outcome === before && both.to.outcome === after && suits(pair, both);
  };
  // Whatever a search finds is decided before it is told.
  const real = isSo(found) ? found : withOperands(programsOf(pair), found, isSo, effort);
  const given = real === null ? null : decided(pair, real);
  if (real === null || given === null) return null;
  const facts = smallest(pair, real);
  return { from: before, to: after, cause: causeOf(decided(pair, facts) ?? given), facts };
}

/** Whether all that is open is open though every fact is known: no result, or a parameter without a value. */
function waitsForNobody({ from, to }: Pair, given: DecidedPair): boolean {
  return [
    { pack: from.program.pack, missing: given.from.missing },
    { pack: to.program.pack, missing: given.to.missing },
  ].every(({ pack, missing }) =>
    missing.every((name) => {
      const id = name.replace(/^.*\]\./, "");
      return isReserved(id) || pack.facts.get(id)?.compute !== undefined;
    }),
  );
}

function programsOf({ from, to }: Pair): readonly Program[] {
  return [from.program, to.program];
}

function isComputing(pair: Pair): boolean {
  return programsOf(pair).some((program) => computes(program));
}

function changeWhileUnknown(
  { pair, asked, solver }: Searched,
  before: Outcome,
  after: Outcome,
  effort: Effort,
): readonly Change[] {
  for (const own of goalsOf(asked.from.program, before)) {
    for (const goals of goalsOf(asked.to.program, after)) {
      const solved = solver.solve([...own, ...goals]);
      const change =
        solved.kind === "found" ? changeOf(pair, before, after, solved.facts, effort) : null;
      if (change !== null) return [change];
    }
  }
  return [];
}
