import { digestOf } from "../../engine/decision/digest.ts";
import { type Program, programOf } from "../../engine/decision/program.ts";
import { LayakError } from "../../engine/errors.ts";
import type { Pack } from "../../engine/model/pack.ts";
import type { DecisionRecord, Ledger } from "../../ledger/entry.ts";

/**
 * The policy that made a recorded decision, to tell its texts: today's where its digest is the
 * same, else the one that the ledger kept.
 * @throws Error where the ledger has lost it.
 */
export async function programOfRecord(
  { decision }: DecisionRecord,
  pack: Pack,
  ledger: Pick<Ledger, "policy">,
): Promise<Program> {
  const { service, asOf, policy } = decision;
  const question = { service, asOf, version: policy.from };
  const today = programIn(pack, question);
  if (today !== null && digestOf(today) === policy.digest) return today;
  const kept = await ledger.policy(policy.digest);
  if (kept === null) throw new Error("the ledger has lost a policy");
  // Few are asked for after their policy has changed, so what reads a kept one is loaded then.
  const { packOfPolicy } = await import("../../ledger/replay/policy-pack.ts");
  return programOf(packOfPolicy(kept, decision), question);
}

function programIn(pack: Pack, question: Parameters<typeof programOf>[1]): Program | null {
  try {
    return programOf(pack, question);
  } catch (error) {
    if (error instanceof LayakError) return null;
    throw error;
  }
}
