import { programOf } from "../../engine/decision/program.ts";
import type { Pack, Service } from "../../engine/model/pack.ts";
import type { ApplicantKind } from "../../engine/model/policy.ts";
import { type PolicyReads, readsOf } from "../decisions/reads.ts";
import { applicantsOf } from "../request/applicants.ts";

/** What all published policies of a service read together: a request may ask about any day. */
export interface ServiceReads {
  readonly service: Service;
  /** Facts of the application, in document order; those of the last policy first. */
  readonly facts: readonly string[];
  readonly groups: readonly string[];
  /** The kinds of applicants that some policy is for. */
  readonly applicants: readonly ApplicantKind[];
  /** Groups whose people every policy needs a NIK of. */
  readonly groupsThatNeedNik: readonly string[];
}

/** The services that were ever published. One that only has drafts decides nothing. */
export function publishedServices(pack: Pack): readonly ServiceReads[] {
  return [...pack.services.values()].flatMap((service) => {
    const published = service.versions.filter(({ policy }) => policy.status !== "draft");
    if (published.length === 0) return [];
    const read = published
      .map(({ from, policy }) => ({
        policy,
        reads: readsOf(programOf(pack, { service: service.id, asOf: from })),
      }))
      .reverse();
    const reads = read.map((each) => each.reads);
    const applicants = read.flatMap(({ policy, reads }) => applicantsOf(policy, reads));
    return [
      together(
        service,
        reads,
        KINDS.filter((kind) => applicants.includes(kind)),
      ),
    ];
  });
}

const KINDS: readonly ApplicantKind[] = ["person", "business", "office"];

function together(
  service: Service,
  reads: readonly PolicyReads[],
  applicants: readonly ApplicantKind[],
): ServiceReads {
  const groups = [...new Set(reads.flatMap(({ groups }) => [...groups.keys()]))];
  return {
    service,
    facts: [...new Set(reads.flatMap(({ facts }) => facts))],
    groups,
    applicants,
    groupsThatNeedNik: groups.filter((group) =>
      reads.every((read) => read.groups.get(group)?.registry ?? false),
    ),
  };
}
