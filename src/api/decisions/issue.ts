import type { Pack } from "../../engine/model/pack.ts";
import type { DecisionRecord, Identity, LedgerEntry, RecordedOpinion } from "../../ledger/entry.ts";
import { receiptPayload } from "../../ledger/receipt/payload.ts";
import type { ReceiptSigner } from "../../ledger/receipt/sign.ts";
import { factsDigestOf, newSalts, subjectOf } from "../../ledger/receipt/subject.ts";
import type { Findings } from "./decide.ts";
import { ENGINE_NAME } from "./engine-name.ts";
import type { Gathered } from "./gather.ts";
import type { PolicyOfDay } from "./policies.ts";
import { tooLarge } from "./record.ts";
import { toldOf } from "./respond.ts";

/** All that an issued decision is made from. */
export interface IssueOrder {
  readonly id: string;
  readonly issuedAt: Date;
  readonly caller: string;
  readonly applicant: Identity;
  readonly people: LedgerEntry["people"];
  readonly policy: PolicyOfDay;
  readonly findings: Findings;
  readonly gathered: Gathered;
  readonly secondOpinion: RecordedOpinion;
}

/**
 * Letters of a decision as it is told, beyond which its answer, with texts and receipt, might be more
 * than the 6 MB of a Lambda: few entries may each hold a long list.
 */
const MOST_TOLD = 1_000_000;

/**
 * Gives a decision its proof: whom and what it is about, salted, and a receipt over the whole.
 * @throws Refusal `decision-too-large` where it could be recorded but never be answered.
 */
export async function issue(
  {
    id,
    issuedAt,
    caller,
    applicant,
    people,
    policy,
    findings,
    gathered,
    secondOpinion,
  }: IssueOrder,
  pack: Pack,
  signer: ReceiptSigner,
): Promise<LedgerEntry> {
  const salts = newSalts();
  const unsigned: Omit<DecisionRecord, "receipt"> = {
    id,
    issuedAt: issuedAt.toISOString(),
    caller,
    engine: ENGINE_NAME,
    ...findings,
    facts: gathered.used,
    origins: gathered.origins,
    secondOpinion,
    subject: subjectOf(applicant, salts.subject),
    factsDigest: factsDigestOf(gathered.used, salts.facts),
    salts,
  };
  const isPersonal = (fact: string) => pack.facts.get(fact)?.personal ?? false;
  const told = toldOf(policy.prepared.program, unsigned);
  if (mayBeLarge(gathered) && JSON.stringify(told).length > MOST_TOLD) throw tooLarge();
  const receipt = await signer.sign(receiptPayload(told, isPersonal));
  return { record: { ...unsigned, receipt }, applicant, people, policy: policy.canonical };
}

/** Short facts make no long decision, and writing one out takes longer than they do. */
function mayBeLarge({ used }: Gathered): boolean {
  return JSON.stringify(used).length > 10_000;
}
