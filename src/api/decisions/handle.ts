import type { LedgerEntry } from "../../ledger/entry.ts";
import {
  DEFAULT_TIME_LIMITS,
  type DecisionDependencies,
  type TimeLimits,
} from "../dependencies.ts";
import { Refusal, refuseFields } from "../problems/refusal.ts";
import { factFaults } from "../request/facts.ts";
import { peopleFaults } from "../request/people.ts";
import type { Asked } from "../request/read-request.ts";
import { todayInJakarta } from "../today.ts";
import { agreed } from "./agree.ts";
import { coverageOf } from "./coverage.ts";
import { decideApplication, type Findings } from "./decide.ts";
import { type Gathered, gather, peopleIn, peopleToLookUp } from "./gather.ts";
import type { Policies, PolicyOfDay } from "./policies.ts";
import { recorded } from "./record.ts";

/** A decision that was made, checked by the second opinion, and recorded. */
export interface Issued extends Findings, Pick<Gathered, "origins"> {
  readonly id: string;
  readonly prepared: PolicyOfDay["prepared"];
}

/**
 * The way of one application: policy, checks, registry, decision, second opinion, record.
 * @throws Refusal, LayakError where it ends on the way.
 */
export async function handleApplication(
  asked: Asked,
  policies: Policies,
  dependencies: DecisionDependencies,
): Promise<Issued> {
  const { pack, clock } = dependencies;
  const limits: TimeLimits = { ...DEFAULT_TIME_LIMITS, ...dependencies.timeLimits };
  const decidedAt = clock();
  const today = todayInJakarta(decidedAt);
  const policy = policies(asked.service, asked.asOf ?? today);
  checkAsked(asked, policy, dependencies);

  const coverage = await coverageOf(peopleToLookUp(pack, policy.reads, asked), {
    pack,
    registry: dependencies.coverage,
    milliseconds: limits.coverage,
    log: dependencies.log,
    day: { asOf: policy.prepared.asOf, today },
  });
  const gathered = gather(pack, policy.reads, asked, coverage);
  const made = decideApplication(policy.prepared, gathered);
  const secondOpinion = await agreed(made.decision, gathered.used, {
    ask: dependencies.secondOpinion,
    milliseconds: limits.secondOpinion,
    log: dependencies.log,
  });
  const entry: LedgerEntry = {
    decidedAt,
    applicant: asked.applicant,
    people: peopleIn(policy.reads, asked),
    ...made,
    facts: gathered.used,
    origins: gathered.origins,
    secondOpinion,
  };
  const id = await recorded(entry, dependencies, limits.ledger);
  return { id, prepared: policy.prepared, ...made, origins: gathered.origins };
}

function checkAsked(asked: Asked, policy: PolicyOfDay, { pack }: DecisionDependencies): void {
  const faults = [...peopleFaults(pack, policy.reads, asked), ...factFaults(pack, asked)];
  if (faults.length > 0) throw refuseFields(faults);
  if (asked.applicant.kind === "nib" && policy.reads.decidesOnApplicant) throw needsNik();
}

/** Unknown facts would leave every such application undetermined, whatever else it says. */
function needsNik(): Refusal {
  const message = {
    id: "Aturan layanan ini memeriksa kepesertaan pemohon, jadi pemohonnya perorangan: kirim NIK.",
    en: "This service's policy looks at the applicant's own coverage, so it is for a person: send the NIK.",
  };
  return new Refusal("applicant-nik-needed", message, {
    errors: [{ path: "/applicant/nik", code: "applicant-nik-needed", message }],
  });
}
