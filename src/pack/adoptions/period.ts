import type { PolicyVersion, Service } from "../../engine/model/pack.ts";
import { addDays } from "../../engine/values/calendar.ts";
import type { Adoption } from "./adoption.ts";

/** The last day on which a version decides, by its own end and the next version's beginning. */
export function lastDayOf(service: Service, version: PolicyVersion): string | null {
  const next = nextOf(service, version);
  return earlier(version.policy.until ?? null, next === null ? null : addDays(next.from, -1));
}

/** The next version that decides. */
export function nextOf({ versions }: Service, { from }: PolicyVersion): PolicyVersion | null {
  return versions.find((other) => other.from > from && other.policy.status !== "draft") ?? null;
}

/** The last day that is on record: as the version's own entry has it, or as adopted successors end it. */
export function recordedLastDay(adoption: Adoption, all: readonly Adoption[]): string | null {
  const successors = all.filter(
    ({ service, version }) => service === adoption.service && version > adoption.version,
  );
  return successors.reduce<string | null>(
    (last, { version }) => earlier(last, addDays(version, -1)),
    adoption.until ?? null,
  );
}

/** The earlier of two days; `null` is no day, and later than all. */
export function earlier(first: string | null, second: string | null): string | null {
  if (first === null || second === null) return first ?? second;
  return first < second ? first : second;
}

/** The later of two days. */
export function later(first: string, second: string): string {
  return first < second ? second : first;
}
