import type { PreparedPolicy } from "../../engine/decision/prepare.ts";
import type { ApplicantKind } from "../../engine/model/policy.ts";
import type { Pair } from "./pair.ts";

/** Who may apply before and after; `null` stands for a person or a business. */
export interface ApplicantChange {
  readonly from: ApplicantKind | null;
  readonly to: ApplicantKind | null;
}

/**
 * Who else applies under the later policy; null where the same do. No facts show it: whoever does
 * not apply is refused before any are looked at.
 */
export function applicantChange({ from, to }: Pair): ApplicantChange | null {
  const change = { from: applicantOf(from), to: applicantOf(to) };
  return change.from === change.to ? null : change;
}

function applicantOf({ program }: PreparedPolicy): ApplicantKind | null {
  return program.version.policy.applicant ?? null;
}
