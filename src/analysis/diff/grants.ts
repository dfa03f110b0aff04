import type { Node } from "../../engine/conditions/tree.ts";
import { allTrees, decidingTrees, type Program } from "../../engine/decision/program.ts";
import { amountAt, conditionsAt } from "../../engine/granting/program.ts";
import type { Facts } from "../../engine/model/catalogue.ts";
import type { Decision } from "../../engine/model/decision.ts";
import type { ExpectedGrant } from "../../engine/model/pack.ts";
import { canonicalJson } from "../../engine/values/canonical.ts";
import { foundIn } from "../run-cases.ts";
import { computes } from "../solver/computing.ts";
import type { Goal } from "../solver/goal.ts";
import { withOperands } from "../solver/operands.ts";
import { goalsOf } from "../solver/outcomes.ts";
import { createSolver } from "../solver/solver.ts";
import { ONLY_FALSE, ONLY_TRUE } from "../solver/truths.ts";
import type { CompareOptions } from "./compare.ts";
import type { Unsettled } from "./comparison.ts";
import { decided, limitsOfBoth, outcomesFor, type Pair } from "./pair.ts";
import { askedOf, type Searched } from "./searched.ts";
import { smallest } from "./smallest.ts";

/** What a side grants: as a case would say it; `null` where it has no such grant. */
export type Granted = ExpectedGrant | null;

/** An applicant whom both sides accept and give something else. */
export interface GrantChange {
  readonly grant: string;
  readonly from: Granted;
  readonly to: Granted;
  /** These facts alone give both, whatever else is given. */
  readonly facts: Facts;
}

/** A grant of which it is not known whether anybody whom both sides accept is given something else. */
export interface UnsettledGrant {
  readonly grant: string;
  /** `amounts`: both give it, in amounts that are computed in two ways. */
  readonly because: Unsettled["because"] | "amounts";
}

export interface GrantComparison {
  readonly changes: readonly GrantChange[];
  readonly unsettled: readonly UnsettledGrant[];
}

/** Tells what applicants whom both policies accept are given otherwise: of each kind one of them. */
export function compareGrants(pair: Pair, { steps }: CompareOptions = {}): GrantComparison {
  const ids = new Set(
    [pair.from, pair.to].flatMap(({ program }) => grantsOf(program).map(({ id }) => id)),
  );
  if (ids.size === 0) return { changes: [], unsettled: [] };
  const asked = askedOf(pair, treesWithGrants);
  const trees = [asked.from.program, asked.to.program].flatMap(treesWithGrants);
  const limitsOf = limitsOfBoth(pair);
  const solver = createSolver({ trees, limitsOf, ...(steps !== undefined && { steps }) });
  const compared = [...ids].map((id) => compareGrant({ pair, asked, solver }, id));
  return {
    changes: compared.flatMap(({ changes }) => changes),
    unsettled: compared.flatMap(({ unsettled }) => unsettled),
  };
}

interface WrittenGrant {
  readonly id: string;
  readonly tree: Node;
  readonly worth: string;
}

/** The grants of a policy, each with its conditions and all that its amount is worked out from. */
function grantsOf({ version, grants, pack, service, asOf }: Program): readonly WrittenGrant[] {
  return (version.policy.grants ?? []).flatMap(({ id, amount }, place) => {
    const tree = grants?.requirements[conditionsAt(place)]?.conditions.tree;
    if (tree === undefined) return [];
    const leaf = grants?.requirements[amountAt(place)]?.conditions.tree;
    const isFixed = leaf?.kind === "leaf" && leaf.left.kind === "constant";
    const behind = grants?.computed.map((fact) => [
      fact.id,
      pack.facts.get(fact.id)?.compute,
      fact.operands.map(([name]) => [name, parametersOn(service, name, asOf)]),
    ]);
    const worth = typeof amount !== "object" || isFixed ? "" : canonicalJson([amount, behind]);
    return [{ id, tree, worth }];
  });
}

function parametersOn({ parameters }: Program["service"], name: string, asOf: string) {
  if (!name.startsWith("parameter.")) return null;
  const values = parameters.get(name.slice("parameter.".length))?.values;
  return values?.findLast(({ from }) => from <= asOf)?.value ?? null;
}

function compareGrant({ pair, asked, solver }: Searched, id: string): GrantComparison {
  const [before, after] = [asked.from, asked.to].map(({ program }) =>
    grantsOf(program).find((grant) => grant.id === id),
  );
  const changes: GrantChange[] = [];
  const unsettled: UnsettledGrant[] = [];
  const areWorthOther = before?.worth !== after?.worth;
  for (const own of truthsOf(before)) {
    for (const other of truthsOf(after)) {
      const wanted: Wanted = [isGiven(own), isGiven(other)];
      if (!wanted.includes(true)) continue;
      const solved = solver.solve([
        ...eligible(asked.from.program),
        ...eligible(asked.to.program),
        ...own,
        ...other,
      ]);
      if (solved.kind === "unsettled") unsettled.push({ grant: id, because: solved.because });
      if (solved.kind !== "found") continue;
      const mayDiffer = areWorthOther && !wanted.includes(false);
      const facts = computedSo(pair, id, solved.facts, wanted, mayDiffer);
      const change = facts && changeOf(pair, id, facts);
      if (change !== null) changes.push(change);
      else if (mayDiffer) unsettled.push({ grant: id, because: "amounts" });
      else if (facts === null) unsettled.push({ grant: id, because: "computed" });
    }
  }
  return { changes: distinct(changes), unsettled: unsettled.slice(0, 1) };
}

/** The goals of whoever is given it, and of whoever is not; of no grant, of nobody. */
function truthsOf(grant: WrittenGrant | undefined): readonly (readonly Goal[])[] {
  if (grant === undefined) return [[]];
  const { tree: node } = grant;
  return [[{ node, want: ONLY_TRUE }], [{ node, want: ONLY_FALSE }]];
}

function isGiven(goals: readonly Goal[]): boolean {
  return goals.some(({ want }) => want === ONLY_TRUE);
}

function eligible(program: Program): readonly Goal[] {
  return goalsOf(program, "eligible").flat();
}

/** Whether each side is to give it. */
type Wanted = readonly [boolean, boolean];

/** What a search finds says nothing of what is computed: facts are sought that come to it, in other amounts if they may differ. */
function computedSo(
  pair: Pair,
  id: string,
  found: Facts,
  wanted: Wanted,
  mayDiffer: boolean,
): Facts | null {
  const programs = [pair.from.program, pair.to.program];
  if (!programs.some((program) => computes(program, allTrees))) return found;
  const isSo = (facts: Facts) => {
    const outcomes = outcomesFor(pair, facts);
    if (outcomes?.from !== "eligible" || outcomes.to !== "eligible") return false;
    const given = decided(pair, facts);
    if (given === null) return false;
    const granted = [grantedBy(given.from, id), grantedBy(given.to, id)];
    return (
      granted.every((one, side) => isGrant(one) === wanted[side]) &&
      (!mayDiffer || granted[0] !== granted[1])
    );
  };
  return isSo(found) ? found : withOperands(programs, found, isSo);
}

/** The conditions that decide, and those of what is granted. */
function treesWithGrants(program: Program): readonly Node[] {
  return [...decidingTrees(program), ...grantsOf(program).map(({ tree }) => tree)];
}

function isGrant(granted: Granted): boolean {
  return granted === true || typeof granted === "number";
}

/** Whatever a search finds is decided before it is told. */
function changeOf(pair: Pair, id: string, found: Facts): GrantChange | null {
  const given = decided(pair, found);
  if (given?.from.outcome !== "eligible" || given.to.outcome !== "eligible") return null;
  const [from, to] = [grantedBy(given.from, id), grantedBy(given.to, id)];
  if (from === to || [from, to].every((side) => side === null || side === false)) return null;
  const facts = smallest(pair, found, (pairDecided) =>
    JSON.stringify([pairDecided.from, pairDecided.to].map((side) => grantedBy(side, id))),
  );
  return { grant: id, from, to, facts };
}

/** Null too where the side does not accept. */
function grantedBy({ grants = [] }: Decision, id: string): Granted {
  const grant = grants.find((one) => one.id === id);
  return grant === undefined ? null : foundIn(grant);
}

function distinct(changes: readonly GrantChange[]): readonly GrantChange[] {
  const seen = new Set<string>();
  return changes.filter(({ from, to }) => {
    const key = `${from} ${to}`;
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  });
}
