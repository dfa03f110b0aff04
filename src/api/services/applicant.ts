import type { Program } from "../../engine/decision/program.ts";
import type { ApplicantKind } from "../../engine/model/policy.ts";
import { type Language, say } from "../../engine/model/text.ts";
import type { PolicyReads } from "../decisions/reads.ts";
import { applicantsOf, officesOf } from "../request/applicants.ts";

/** Whom a service is for. */
export interface DescribedApplicant {
  readonly kinds: readonly ApplicantKind[];
  /** Whether a person must be named by NIK, whether another applicant would do, or must. */
  readonly nik: "required" | "optional" | "refused";
  /** Where an office applies: which there are. */
  readonly offices?: readonly { readonly code: string; readonly label: string }[];
}

export function describeApplicant(
  { pack, service, version }: Program,
  reads: PolicyReads,
  language: Language,
): DescribedApplicant {
  const kinds = applicantsOf(version.policy, reads);
  const offices = [...officesOf(pack, service.id)].map(([code, label]) => ({
    code,
    label: say(label, language),
  }));
  return { kinds, nik: nikNeed(kinds), ...(kinds.includes("office") && { offices }) };
}

function nikNeed(kinds: readonly ApplicantKind[]): DescribedApplicant["nik"] {
  if (!kinds.includes("person")) return "refused";
  return kinds.length === 1 ? "required" : "optional";
}
