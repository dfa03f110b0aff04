import type { Identity } from "../../ledger/entry.ts";
import { refuseFields } from "../problems/refusal.ts";
import { type DecisionRequest, decisionRequest } from "./schema.ts";
import { schemaFaults } from "./schema-faults.ts";

/** A request of the right shape; its people and facts are checked against the policy next. */
export interface Asked extends Omit<DecisionRequest, "applicant"> {
  readonly applicant: Identity;
}

/** @throws Refusal with every fault of the body's shape. */
export function readRequest(body: unknown): Asked {
  const { success, data, error } = decisionRequest.safeParse(body);
  if (!success) throw refuseFields(schemaFaults(error.issues, body));
  return { ...data, applicant: identityOf(data.applicant) };
}

/** The applicant of a body that passed the schema. */
export function identityOf({ nik, nib }: DecisionRequest["applicant"]): Identity {
  if (nik !== undefined) return { kind: "nik", number: nik };
  if (nib !== undefined) return { kind: "nib", number: nib };
  throw new TypeError("an applicant without nik and nib passed the schema");
}
