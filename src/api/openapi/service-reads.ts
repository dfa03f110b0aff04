import { programOf } from "../../engine/decision/program.ts";
import type { Pack, Service } from "../../engine/model/pack.ts";
import { type PolicyReads, readsOf } from "../decisions/reads.ts";

/** What all published policies of a service read together: a request may ask about any day. */
export interface ServiceReads {
  readonly service: Service;
  /** Facts of the application, in document order; those of the last policy first. */
  readonly facts: readonly string[];
  readonly groups: readonly string[];
  /** Whether every policy needs the applicant's NIK. */
  readonly needsNik: boolean;
  /** Groups whose people every policy needs a NIK of. */
  readonly groupsThatNeedNik: readonly string[];
}

/** The services that were ever published. One that only has drafts decides nothing. */
export function publishedServices(pack: Pack): readonly ServiceReads[] {
  return [...pack.services.values()].flatMap((service) => {
    const published = service.versions.filter(({ policy }) => policy.status !== "draft");
    if (published.length === 0) return [];
    const reads = published
      .map(({ from }) => readsOf(programOf(pack, { service: service.id, asOf: from })))
      .reverse();
    return [together(service, reads)];
  });
}

function together(service: Service, reads: readonly PolicyReads[]): ServiceReads {
  const groups = [...new Set(reads.flatMap(({ groups }) => [...groups.keys()]))];
  return {
    service,
    facts: [...new Set(reads.flatMap(({ facts }) => facts))],
    groups,
    needsNik: reads.every(({ decidesOnApplicant }) => decidesOnApplicant),
    groupsThatNeedNik: groups.filter((group) =>
      reads.every((read) => read.groups.get(group)?.registry ?? false),
    ),
  };
}
