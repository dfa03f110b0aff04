import type { Identity } from "../../ledger/entry.ts";
import { cityOf } from "./city-of.ts";
import { refuseShape } from "./refuse-shape.ts";
import { type DecisionRequest, decisionRequest } from "./schema.ts";

/** A request of the right shape; its people and facts are checked against the policy next. */
export interface Asked extends Omit<DecisionRequest, "applicant"> {
  readonly applicant: Identity;
}

/** @throws Refusal with every fault of the body's shape. */
export async function readRequest(body: unknown): Promise<Asked> {
  const { success, data, error } = decisionRequest.safeParse(body);
  if (!success) throw await refuseShape(error.issues, body);
  return askedIn(data);
}

/** What a body asks that passed the schema. */
export function askedIn(data: DecisionRequest): Asked {
  return { ...data, applicant: identityOf(data.applicant, data.service) };
}

/** The applicant of a body that passed the schema; an office is one of the service's city. */
export function identityOf(
  { nik, nib, office }: DecisionRequest["applicant"],
  service: string,
): Identity {
  if (nik !== undefined) return { kind: "nik", number: nik };
  if (nib !== undefined) return { kind: "nib", number: nib };
  if (office !== undefined) return { kind: "office", number: `${cityOf(service)}/${office}` };
  throw new TypeError("an applicant without any identity passed the schema");
}
