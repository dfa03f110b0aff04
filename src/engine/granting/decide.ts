import { traceOf } from "../conditions/trace.ts";
import { evidenceOf } from "../decision/evidence.ts";
import { turnsAfter } from "../decision/horizon.ts";
import { openFacts } from "../decision/missing.ts";
import { outcomeOf } from "../decision/outcome.ts";
import type { Compile, Program } from "../decision/program.ts";
import { unconfirmedParts } from "../decision/provisional.ts";
import { type Thresholds, thresholdDays } from "../decision/thresholds.ts";
import { LayakError } from "../errors.ts";
import type { Facts } from "../model/catalogue.ts";
import type { Evidence, GrantDecision, RequirementDecision } from "../model/decision.ts";
import type { Grant } from "../model/policy.ts";
import { computedBehind } from "./computed.ts";
import { amountAt, conditionsAt } from "./program.ts";

/** Decides what an eligible application is granted, and how long it stays so. */
export function decideGrants(
  program: Program,
  facts: Facts,
  known: Facts,
  compile: Compile,
): readonly GrantDecision[] {
  const found = foundOn(program, facts);
  const days = lastDays(program, found, known, compile);
  return found.map((grant) => ({ ...grant, until: days.get(grant.id) ?? null }));
}

type Found = Omit<GrantDecision, "until">;

/** What is granted on the program's own day. What cannot be computed is not known. */
function foundOn(program: Program, facts: Facts): readonly Found[] {
  const { grants = [] } = program.version.policy;
  const unknown = grants.map(notKnown);
  const own = program.grants;
  return own === null ? unknown : unlessTooLarge(() => judged(own, grants, facts), unknown);
}

function notKnown({ id }: Grant): Found {
  return { id, state: "unknown", provisional: true, missing: [], evidence: [] };
}

function judged(program: Program, grants: readonly Grant[], facts: Facts): readonly Found[] {
  const { requirements, computed = [] } = evidenceOf(program, facts);
  const unconfirmed = unconfirmedParts(program).requirements;
  return grants.map(({ id, amount }, place) => {
    const conditions = requirements[conditionsAt(place)];
    const worth = requirements[amountAt(place)];
    const state = stateOf(conditions, worth);
    const value = typeof amount === "number" ? amount : worth?.evidence[0]?.actual;
    const evidence = [...(conditions?.evidence ?? []), ...(worth?.evidence ?? []).map(asAmount)];
    const behind = computedBehind(computed, evidence);
    const traces = [conditionsAt(place), amountAt(place)].flatMap((at) => {
      const tree = program.requirements[at]?.conditions.tree;
      return tree === undefined ? [] : [traceOf(tree, requirements[at]?.evidence ?? [])];
    });
    return {
      id,
      state,
      ...(state === "granted" && typeof value === "number" && { amount: value }),
      provisional: unconfirmed.some((at) => Math.floor(at / 2) === place),
      missing: state === "unknown" ? openFacts(traces, computed, program.pack) : [],
      evidence,
      ...(behind.length > 0 && { computed: behind }),
    };
  });
}

/** Whoever is not given it needs no amount. */
function stateOf(
  conditions: RequirementDecision | undefined,
  amount: RequirementDecision | undefined,
): GrantDecision["state"] {
  if (conditions?.outcome === "unmet") return "not-granted";
  return conditions?.outcome === "met" && amount?.outcome === "met" ? "granted" : "unknown";
}

function asAmount(evidence: Evidence): Evidence {
  return { ...evidence, part: "amount" };
}

/** The last day on which each grant is as it was found; a grant without one never changes. */
function lastDays(
  program: Program,
  found: readonly Found[],
  known: Facts,
  compile: Compile,
): ReadonlyMap<string, string> {
  const ended = new Map<string, string>();
  const look = () => {
    for (const { until, next } of turnsAfter(program, known, compile, daysOfBoth)) {
      const isEligible = next !== null && outcomeOf(next, known).outcome === "eligible";
      const then = isEligible ? foundOn(next, known) : [];
      for (const { id, state, amount } of found) {
        const later = then.find((grant) => grant.id === id);
        if (ended.has(id) || (later?.state === state && later.amount === amount)) continue;
        ended.set(id, until);
      }
      if (ended.size === found.length) break;
    }
  };
  // As with the outcome, nothing ends where what it rests on becomes too large.
  unlessTooLarge(look, undefined);
  return ended;
}

/** The days on which the outcome may turn, and those on which a grant or an amount may. */
const daysOfBoth: Thresholds = (program, facts, last) => {
  const own = thresholdDays(program, facts, last);
  const { grants } = program;
  if (grants === null) return own;
  const days = unlessTooLarge(() => thresholdDays(grants, facts, last), []);
  return [...new Set([...own, ...days])].sort();
};

/** What cannot be computed, or leaves the calendar, is an error of no application: nothing is granted by it. */
function unlessTooLarge<Value>(compute: () => Value, otherwise: Value): Value {
  try {
    return compute();
  } catch (error) {
    if (error instanceof LayakError) return otherwise;
    throw error;
  }
}
