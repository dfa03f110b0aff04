/** The facts of one application, as a system that is written for this policy alone would type them. */
export type Application = {
  "coverage.status"?: string | null;
  "coverage.paidThrough"?: string | null;
  "coverage.programmes"?: readonly string[] | null;
  "applicant.residence"?: string | null;
  "applicant.birthDate"?: string | null;
  "kiosk.count"?: number | null;
  "levy.arrears"?: number | null;
  "levy.instalments"?: boolean | null;
  "sanction.blacklisted"?: boolean | null;
  "sanction.level"?: number | null;
  "stall.goods"?: string | null;
  "stall.documents"?: readonly string[] | null;
  "stall.inspectedOn"?: string | null;
  "stall.activities"?: readonly string[] | null;
  "deposit.paid"?: number | null;
  "guarantor.kind"?: string | null;
  "contract.months"?: number | null;
  "contract.startsOn"?: string | null;
};

/** True where every fact is known. */
export function isComplete(application: Application): boolean {
  const values = Object.values(application);
  return values.length === 18 && !values.includes(null);
}
