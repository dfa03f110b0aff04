import type { DecisionRecord, LedgerEntry, RecordedOpinion } from "../../ledger/entry.ts";
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
import { decideApplication, type Findings, loadRemedies, type SeekRemedies } from "./decide.ts";
import { type Gathered, gather, peopleIn, peopleToLookUp } from "./gather.ts";
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
  const found = find(admitted, coverage, await loadRemedies(), dependencies);
  const opinion = await secondOpinionOn(found, dependencies);
  const entry = await issueTo(admitted, found, opinion, occasion, dependencies);
  const record = await recorded(entry, dependencies, limitsOf(dependencies).ledger);
  return { record, prepared: admitted.policy.prepared };
}

/** What Layak finds of an application, and in which facts; nobody else has been asked yet. */
export interface Found {
  readonly gathered: Gathered;
  readonly findings: Findings;
}

/** Brings the facts together and decides. */
export function find(
  { asked, policy }: Admitted,
  coverage: CoverageByNik,
  seekRemedies: SeekRemedies,
  { pack }: Pick<DecisionDependencies, "pack">,
): Found {
  const gathered = gather(pack, policy.reads, asked, coverage);
  return { gathered, findings: decideApplication(policy, gathered, seekRemedies) };
}

/** @throws Refusal where the second opinion differs or does not come. */
export function secondOpinionOn(
  { findings, gathered }: Found,
  dependencies: DecisionDependencies,
): Promise<RecordedOpinion> {
  return agreed(findings.decision, gathered.used, {
    ask: dependencies.secondOpinion,
    milliseconds: limitsOf(dependencies).secondOpinion,
    log: dependencies.log,
  });
}

/** Signs what both engines found; nothing is recorded yet. @throws Refusal `decision-too-large`. */
export function issueTo(
  { asked, policy }: Admitted,
  { findings, gathered }: Found,
  secondOpinion: RecordedOpinion,
  { id, at, caller }: Occasion,
  { pack, signer }: Pick<DecisionDependencies, "pack" | "signer">,
): Promise<LedgerEntry> {
  const { applicant } = asked;
  const people = peopleIn(policy.reads, asked);
  const about = { applicant, people, policy, findings, gathered, secondOpinion };
  return issue({ id, issuedAt: at, caller, ...about }, pack, signer);
}

function limitsOf({ timeLimits }: DecisionDependencies): TimeLimits {
  return { ...DEFAULT_TIME_LIMITS, ...timeLimits };
}
