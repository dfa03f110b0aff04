import { type PreparedPolicy, prepare } from "../engine/decision/prepare.ts";
import { LayakError } from "../engine/errors.ts";
import type { Decision, GrantDecision, Outcome } from "../engine/model/decision.ts";
import type { Case, ExpectedGrant, Pack, Service } from "../engine/model/pack.ts";
import type { Text } from "../engine/model/text.ts";

/** A set that differs from the one expected: what lacks, and what is too much. */
export interface SetDifference {
  readonly lacking: readonly string[];
  readonly unexpected: readonly string[];
}

/** A grant that came out otherwise. */
export interface GrantDifference {
  readonly id: string;
  readonly expected: ExpectedGrant;
  readonly actual: ExpectedGrant;
}

/** What a case found. `passed` and `failed` cases were decided, `refused` ones could not be. */
export type CaseResult =
  | { readonly kind: "passed"; readonly test: Case }
  | {
      readonly kind: "failed";
      readonly test: Case;
      readonly decision: Decision;
      /** Stands where the outcome is another than expected. */
      readonly outcome?: { readonly expected: Outcome; readonly actual: Outcome };
      readonly unmet?: SetDifference;
      readonly missing?: SetDifference;
      /** The grants that came out otherwise; stands where there are any. */
      readonly grants?: readonly GrantDifference[];
    }
  | { readonly kind: "refused"; readonly test: Case; readonly problems: readonly Text[] };

export interface ServiceResults {
  readonly service: string;
  readonly results: readonly CaseResult[];
}

/** Decides every case of every service and compares it with what policy staff expect. */
export function runCases(pack: Pack): readonly ServiceResults[] {
  return [...pack.services.values()].map((service) => {
    const preparedFor = preparing(pack, service);
    return {
      service: service.id,
      results: service.cases.map((test) => runCase(preparedFor, test)),
    };
  });
}

/** The policy that decides a case, ready to decide. @throws LayakError as {@link prepare} does. */
export type PreparedFor = (test: Pick<Case, "asOf" | "version">) => PreparedPolicy;

/** Compiles each version once a day: most cases of a service share a few days. */
export function preparing(pack: Pack, service: Service): PreparedFor {
  const prepared = new Map<string, PreparedPolicy>();
  return ({ asOf, version }) => {
    const key = `${asOf} ${version}`;
    const question = { service: service.id, asOf, ...(version !== undefined && { version }) };
    const policy = prepared.get(key) ?? prepare(pack, question);
    prepared.set(key, policy);
    return policy;
  };
}

/** Decides one case and compares it with what policy staff expect. */
export function runCase(preparedFor: PreparedFor, test: Case): CaseResult {
  const { facts, expect } = test;
  try {
    const decision = preparedFor(test).decide(facts);
    const unmet = differenceOf(expect.unmet, unmetIn(decision));
    const missing = differenceOf(expect.missing, decision.missing);
    const sameOutcome = decision.outcome === expect.outcome;
    const grants = differingGrants(expect.grants ?? {}, decision);
    const sameLists = unmet === null && missing === null && grants.length === 0;
    if (sameOutcome && sameLists) return { kind: "passed", test };
    return {
      kind: "failed",
      test,
      decision,
      ...(!sameOutcome && { outcome: { expected: expect.outcome, actual: decision.outcome } }),
      ...(unmet && { unmet }),
      ...(missing && { missing }),
      ...(grants.length > 0 && { grants }),
    };
  } catch (error) {
    if (!(error instanceof LayakError)) throw error;
    const problems = [error.text, ...error.issues.map(({ message }) => message)];
    return { kind: "refused", test, problems };
  }
}

/** A case says nothing of the grants that it does not name. Who is not eligible is given nothing. */
function differingGrants(
  expect: Readonly<Record<string, ExpectedGrant>>,
  { grants = [] }: Decision,
): readonly GrantDifference[] {
  return Object.entries(expect).flatMap(([id, expected]) => {
    const grant = grants.find((one) => one.id === id);
    const actual = grant === undefined ? false : foundIn(grant);
    const isSame = actual === expected || (expected === true && typeof actual === "number");
    return isSame ? [] : [{ id, expected, actual }];
  });
}

/** What became of a grant as a case would say it. */
export function foundIn({ state, amount }: GrantDecision): ExpectedGrant {
  if (state === "unknown") return state;
  return state === "granted" && (amount ?? true);
}

function unmetIn({ requirements }: Decision): readonly string[] {
  return requirements.flatMap(({ id, outcome }) => (outcome === "unmet" ? [id] : []));
}

/** Whole sets in any order; a case that states no set expects nothing of it. */
function differenceOf(
  expected: readonly string[] | undefined,
  actual: readonly string[],
): SetDifference | null {
  if (expected === undefined) return null;
  const lacking = expected.filter((name) => !actual.includes(name));
  const unexpected = actual.filter((name) => !expected.includes(name));
  return lacking.length === 0 && unexpected.length === 0 ? null : { lacking, unexpected };
}
