import { type Compiled, compileProgram, type Program } from "../decision/program.ts";
import { LayakError } from "../errors.ts";
import type { Granting } from "../model/pack.ts";
import type { Condition, Grant, LeafCondition, Policy, Requirement } from "../model/policy.ts";

/**
 * Compiles what a version grants as a policy of its own, so that it is judged as any condition is.
 * What leaves the calendar leaves the outcome alone: then nothing is known of any grant.
 */
export const compileGrants: Granting["compile"] = (of, version, asOf) => {
  try {
    return compileProgram(of, { ...version, policy: grantsAsPolicy(version.policy) }, asOf);
  } catch (error) {
    if (error instanceof LayakError) return null;
    throw error;
  }
};

/** Two requirements for each grant: its conditions, and that its amount is known. */
function grantsAsPolicy({ owner, status, grants = [] }: Policy): Policy {
  const requirements = grants.flatMap((grant) => [
    requirement(grant, grant.conditions ?? ALWAYS),
    requirement(grant, amountIsKnown(grant)),
  ]);
  return { title: { id: "" }, owner, status, requirements };
}

const ALWAYS = { all: [] };

function requirement(
  { id, text, sources, provenance }: Grant,
  conditions: Requirement["conditions"],
): Requirement {
  return { id, title: text, enforcement: "required", sources, provenance, conditions };
}

/** A value equals itself as soon as it is known, and stops to as soon as it changes. */
function amountIsKnown({ amount }: Grant): LeafCondition | typeof ALWAYS {
  if (typeof amount !== "object") return ALWAYS;
  const { fact } = amount;
  return { fact, operator: "equal", value: { fact } };
}

/** Where the conditions of a grant stand among the requirements, by its place in the policy. */
export function conditionsAt(place: number): number {
  return 2 * place;
}

/** As {@link conditionsAt}, of its amount. */
export function amountAt(place: number): number {
  return 2 * place + 1;
}

/** A grant that not everybody is given, with its conditions as they are compiled. */
export interface ConditionalGrant {
  /** Its place in the policy. */
  readonly place: number;
  readonly id: string;
  readonly condition: Condition;
  readonly compiled: Compiled;
}

/** The grants of a policy that have conditions; none where they cannot be decided on its day. */
export function conditionalGrants({
  version,
  grants,
}: Pick<Program, "version" | "grants">): readonly ConditionalGrant[] {
  return (version.policy.grants ?? []).flatMap(({ id, conditions: condition }, place) => {
    const compiled = grants?.requirements[conditionsAt(place)]?.conditions;
    return condition === undefined || compiled === undefined
      ? []
      : [{ place, id, condition, compiled }];
  });
}
