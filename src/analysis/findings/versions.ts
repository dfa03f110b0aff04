import { versionInForce } from "../../engine/decision/versions.ts";
import type { PolicyVersion, Service } from "../../engine/model/pack.ts";
import { addDays } from "../../engine/values/calendar.ts";

/** A version that is in force or may come to be, and the days on which it decides from now on. */
export interface LivingVersion {
  readonly service: Service;
  readonly version: PolicyVersion;
  /** Relative to the rules directory. */
  readonly file: string;
  /** Its first day, or today where that has passed. */
  readonly from: string;
  /** Its last day; null where nothing ends it. */
  readonly until: string | null;
}

export function fileOf({ id }: Pick<Service, "id">, { from }: PolicyVersion): string {
  return `${id}/${from}.json`;
}

/** Versions in force today or later, and drafts; what has ended is history. */
export function livingVersions(service: Service, today: string): readonly LivingVersion[] {
  return service.versions.flatMap((version): readonly LivingVersion[] => {
    const from = version.from > today ? version.from : today;
    const until = lastDayOf(service, version);
    if (until !== null && until < from) return [];
    return [{ service, version, file: fileOf(service, version), from, until }];
  });
}

/** The last day on which a version decides; of a draft, would decide if it were adopted. */
export function lastDayOf({ versions }: Service, { from, policy }: PolicyVersion): string | null {
  const next = versions.find((other) => other.from > from && other.policy.status !== "draft");
  const before = next === undefined ? null : addDays(next.from, -1);
  const ends = [before, policy.until ?? null].filter((day) => day !== null).sort();
  return ends[0] ?? null;
}

/** Whether a version decides on its first living day. */
export function isInForce({ service, version, from }: LivingVersion): boolean {
  return versionInForce(service, from) === version;
}
