import { factChecker, passFacts } from "../facts/check.ts";
import type { Facts } from "../model/catalogue.ts";
import type { Decision, Question, RequirementOutcome } from "../model/decision.ts";
import type { Pack } from "../model/pack.ts";
import { digestOf } from "./digest.ts";
import { evidenceOf, scopeTruth } from "./evidence.ts";
import { missingFacts } from "./missing.ts";
import { combine, type OutcomeOnly, outcomeOf } from "./outcome.ts";
import { type Compile, compileProgram, type Program, programOf } from "./program.ts";
import { provisionalIds, unconfirmedParts } from "./provisional.ts";

/** What the days after the decision's own are asked about with. */
export interface LaterDays {
  /** All that is known: a later version may read more than the one that decides. */
  readonly known: Facts;
  /** May keep what it compiled. */
  readonly compile: Compile;
}

/** A policy made ready to decide many applications on one day. */
export interface PreparedPolicy {
  readonly service: string;
  readonly policy: Decision["policy"];
  readonly asOf: string;
  /** The compiled policy, for other parts of the engine to read. */
  readonly program: Program;
  /**
   * Gives the same facts back, checked.
   * @throws LayakError `facts-invalid`: one issue for each fault.
   */
  readonly check: (facts: unknown) => Facts;
  /**
   * Checks the facts and decides with all evidence. `later`: what is granted is asked about on
   * other days too, by versions that may read more.
   * @throws LayakError `facts-invalid`, `date-out-of-range`.
   */
  readonly decide: (facts: Facts, later?: LaterDays) => Decision;
  /**
   * As `decide`, but trusts facts that `check` has passed, and so takes about a quarter less time.
   * @throws LayakError `date-out-of-range`.
   */
  readonly decideChecked: (facts: Facts, later?: LaterDays) => Decision;
  /**
   * The outcome and each requirement's, in the policy's order, and nothing else. Trusts facts
   * that `check` has passed. It asks no more than it needs to, and so may refuse less than `decide`.
   * @throws LayakError `date-out-of-range`.
   */
  readonly outcome: (facts: Facts) => OutcomeOnly;
}

/**
 * Compiles the policy that answers for a service on a day.
 * @throws LayakError `service-unknown`, `date-invalid`, `policy-not-in-force`, `version-unknown`.
 */
export function prepare(pack: Pack, question: Omit<Question, "facts">): PreparedPolicy {
  const program = programOf(pack, question);
  const { version, asOf } = program;
  const { id } = program.service;
  const policy = {
    from: version.from,
    status: version.policy.status,
    digest: digestOf(program),
  };
  const checker = factChecker(pack);
  const unconfirmed = unconfirmedParts(program);
  const check = (facts: unknown): Facts => {
    passFacts(checker, facts);
    return facts;
  };
  const decideChecked: PreparedPolicy["decideChecked"] = (
    facts,
    { known, compile } = { known: facts, compile: compileProgram },
  ) => {
    const found = evidenceOf(program, facts);
    const { requirements, computed } = found;
    const scope = scopeTruth(found);
    const outcomes: RequirementOutcome[] = [];
    for (const requirement of requirements) outcomes.push(requirement.outcome);
    const outcome = combine(program, scope, outcomes);
    const provisional = provisionalIds(unconfirmed, scope, outcome, requirements);
    const missing = outcome === "undetermined" ? missingFacts(program, found) : [];
    // Written out twice, as spreading costs more than all of it.
    const decision: Writable<Decision> =
      computed === undefined
        ? { service: id, policy, asOf, outcome, provisional, requirements, missing }
        : { service: id, policy, asOf, outcome, provisional, requirements, computed, missing };
    if (version.policy.grants && outcome === "eligible") {
      decision.grants = pack.granting.decide(program, facts, known, compile);
    }
    if (found.scope !== undefined) decision.scope = found.scope;
    return decision;
  };
  return {
    service: id,
    policy,
    asOf,
    program,
    check,
    decide: (facts, later) => decideChecked(check(facts), later),
    decideChecked,
    outcome: (facts) => outcomeOf(program, facts),
  };
}

/**
 * Decides one application, with all evidence. The same question always gives the same decision.
 * @throws LayakError where the question cannot be asked; see {@link prepare} and `check`.
 */
export function decide(pack: Pack, question: Question): Decision {
  return prepare(pack, question).decide(question.facts);
}

type Writable<T> = { -readonly [Key in keyof T]: T[Key] };
