import type { DecisionRecord, LedgerEntry } from "../../ledger/entry.ts";
import {
  DEFAULT_TIME_LIMITS,
  type DecisionDependencies,
  type TimeLimits,
} from "../dependencies.ts";
import { refuseFields } from "../problems/refusal.ts";
import { officeFaults, refuseOtherApplicants } from "../request/applicants.ts";
import { factFaults } from "../request/facts.ts";
import { peopleFaults } from "../request/people.ts";
import type { Asked } from "../request/read-request.ts";
import { todayInJakarta } from "../today.ts";
import { agreed } from "./agree.ts";
import { type CoverageByNik, coverageOf } from "./coverage.ts";
import { decideApplication, loadRemedies } from "./decide.ts";
import { gather, peopleIn, peopleToLookUp } from "./gather.ts";
import { issue } from "./issue.ts";
import type { Policies, PolicyOfDay } from "./policies.ts";
import { recorded } from "./record.ts";

/** A decision that was made, checked by the second opinion, and recorded. */
export interface Issued {
  readonly record: DecisionRecord;
  readonly prepared: PolicyOfDay["prepared"];
}

/** Under which id, when and for whom a decision is made. */
export interface Occasion {
  readonly id: string;
  readonly at: Date;
  readonly caller: string;
}

/** An application that may be decided, with the policy that decides it. */
export interface Admitted {
  readonly asked: Asked;
  readonly policy: PolicyOfDay;
  /** The people whom the registry must be asked about. */
  readonly niks: readonly string[];
}

/**
 * The way of one application: policy, checks, registry, decision, second opinion, receipt, record.
 * @throws Refusal, LayakError where it ends on the way.
 */
export async function handleApplication(
  asked: Asked,
  occasion: Occasion,
  policies: Policies,
  dependencies: DecisionDependencies,
): Promise<Issued> {
  const admitted = admit(asked, occasion.at, policies, dependencies);
  const coverage = await lookUp([admitted], occasion.at, dependencies);
  return decideAdmitted(admitted, coverage, occasion, dependencies);
}

/** @throws Refusal, LayakError where the application can't be asked. */
export function admit(
  asked: Asked,
  at: Date,
  policies: Policies,
  { pack }: Pick<DecisionDependencies, "pack">,
): Admitted {
  const policy = policies(asked.service, asked.asOf ?? todayInJakarta(at));
  const { applicant, service } = asked;
  refuseOtherApplicants(policy.prepared.program.version.policy, policy.reads, applicant);
  const faults = [
    ...officeFaults(pack, service, applicant),
    ...peopleFaults(pack, policy.reads, asked),
    ...factFaults(pack, asked),
  ];
  if (faults.length > 0) throw refuseFields(faults);
  return { asked, policy, niks: peopleToLookUp(pack, policy.reads, asked) };
}

/** Reads the registry once for applications that are decided for one day. */
export async function lookUp(
  admitted: readonly Admitted[],
  at: Date,
  dependencies: DecisionDependencies,
): Promise<CoverageByNik> {
  const [first] = admitted;
  const today = todayInJakarta(at);
  return coverageOf(
    admitted.flatMap(({ niks }) => niks),
    {
      pack: dependencies.pack,
      registry: dependencies.coverage,
      milliseconds: limitsOf(dependencies).coverage,
      log: dependencies.log,
      day: { asOf: first?.policy.prepared.asOf ?? today, today },
    },
  );
}

/** @throws Refusal where the second opinion differs or the ledger can't store it. */
async function decideAdmitted(
  admitted: Admitted,
  coverage: CoverageByNik,
  occasion: Occasion,
  dependencies: DecisionDependencies,
): Promise<Issued> {
  const entry = await entryOf(admitted, coverage, occasion, dependencies);
  const record = await recorded(entry, dependencies, limitsOf(dependencies).ledger);
  return { record, prepared: admitted.policy.prepared };
}

/** Decides and signs; nothing is recorded yet. @throws Refusal where the second opinion differs. */
export async function entryOf(
  { asked, policy }: Admitted,
  coverage: CoverageByNik,
  { id, at, caller }: Occasion,
  dependencies: DecisionDependencies,
): Promise<LedgerEntry> {
  const { pack, log, signer } = dependencies;
  const { reads } = policy;
  const limits = limitsOf(dependencies);
  const gathered = gather(pack, reads, asked, coverage);
  const findings = decideApplication(policy, gathered, await loadRemedies());
  const secondOpinion = await agreed(findings.decision, gathered.used, {
    ask: dependencies.secondOpinion,
    milliseconds: limits.secondOpinion,
    log,
  });
  const { applicant } = asked;
  const people = peopleIn(reads, asked);
  const order = {
    id,
    issuedAt: at,
    caller,
    applicant,
    people,
    policy,
    findings,
    gathered,
    secondOpinion,
  };
  return issue(order, pack, signer);
}

function limitsOf({ timeLimits }: DecisionDependencies): TimeLimits {
  return { ...DEFAULT_TIME_LIMITS, ...timeLimits };
}
