import { compare } from "../../analysis/diff/compare.ts";
import type { Change, Comparison } from "../../analysis/diff/comparison.ts";
import { compareGrants, type GrantComparison } from "../../analysis/diff/grants.ts";
import { type DecidedPair, decided } from "../../analysis/diff/pair.ts";
import type { Planned } from "../../analysis/diff/plan.ts";
import { type PreparedPolicy, prepare } from "../../engine/decision/prepare.ts";
import { LayakError } from "../../engine/errors.ts";
import type { Pack } from "../../engine/model/pack.ts";
import type { Patch } from "./patches.ts";
import { patchesOf } from "./patches.ts";
import type { RulesSide } from "./rules-side.ts";

/** One policy beside another, with whom they decide otherwise, and how their texts differ. */
export interface Compared {
  readonly service: string;
  readonly from: PreparedPolicy;
  readonly to: PreparedPolicy;
  readonly comparison: Comparison;
  /** What applicants whom both accept are given otherwise. */
  readonly grants: GrantComparison;
  readonly patches: readonly Patch[];
}

export interface Days {
  /** The day on which both are decided; the first day of the later version unless stated. */
  readonly asOf?: string;
  /** Each is decided on the first day of its own version. */
  readonly isEachOnItsOwn: boolean;
}

/** @throws LayakError where a policy cannot be compiled for its day. */
export function comparedOf(
  from: RulesSide,
  to: RulesSide,
  planned: Extract<Planned, { readonly kind: "compared" }>,
  days: Days,
): Compared {
  const { service } = planned;
  const asOf = days.asOf ?? planned.asOf ?? planned.to.from;
  const preparedOf = (pack: Pack, version: string) =>
    preparedFor(pack, service, version, days.isEachOnItsOwn ? version : asOf);
  const before = preparedOf(from.pack, planned.from.from);
  const after = preparedOf(to.pack, planned.to.from);
  const versions = { from: planned.from.from, to: planned.to.from };
  // One digest stands for one policy with all that it rests on.
  const isAlike = before.policy.digest === after.policy.digest && before.asOf === after.asOf;
  return {
    service,
    from: before,
    to: after,
    comparison: isAlike ? ALIKE : compare(before, after),
    grants: isAlike ? { changes: [], unsettled: [] } : compareGrants({ from: before, to: after }),
    patches: patchesOf(from, to, service, versions),
  };
}

/** @throws LayakError that also says of which version and day. */
function preparedFor(pack: Pack, service: string, version: string, asOf: string): PreparedPolicy {
  try {
    return prepare(pack, { service, asOf, version });
  } catch (error) {
    if (!(error instanceof LayakError)) throw error;
    const { id, en = id } = error.text;
    throw new LayakError(error.code, {
      id: `${service} ${version} tidak dapat dibandingkan untuk ${asOf}: ${id}`,
      en: `${service} ${version} cannot be compared for ${asOf}: ${en}`,
    });
  }
}

const ALIKE: Comparison = { complete: [], incomplete: [], unsettled: [] };

/** What both sides say of the applicant of a change. */
export function decisionsOf(
  { from, to }: Pick<Compared, "from" | "to">,
  { facts }: Pick<Change, "facts">,
): DecidedPair {
  const given = decided({ from, to }, facts);
  if (given === null) throw new Error("an applicant who was decided before cannot be asked about");
  return given;
}
