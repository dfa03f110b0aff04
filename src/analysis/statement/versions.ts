import type { PolicyVersion, Service } from "../../engine/model/pack.ts";
import { addDays } from "../../engine/values/calendar.ts";

/** A version ends by itself, or where the next one begins that is no draft. */
export function lastDayOf(service: Service, { from, policy }: PolicyVersion): string | null {
  const next = service.versions.find(
    (other) => other.from > from && other.policy.status !== "draft",
  );
  const before = next === undefined ? null : addDays(next.from, -1);
  const ends = [policy.until, before].filter((day) => typeof day === "string");
  return ends.toSorted()[0] ?? null;
}

/** The version that was in force before another, drafts left aside; `null`: it is the first. */
export function versionBefore(service: Service, version: PolicyVersion): PolicyVersion | null {
  const earlier = service.versions.filter(
    ({ from, policy }) => from < version.from && policy.status !== "draft",
  );
  return earlier.at(-1) ?? null;
}
