import { findService, findVersion, versionInForce } from "../../engine/decision/versions.ts";
import type { Pack, PolicyVersion, Service } from "../../engine/model/pack.ts";

/** What there is to compare of one service. */
export type Planned =
  | {
      readonly kind: "compared";
      readonly service: string;
      readonly from: PolicyVersion;
      readonly to: PolicyVersion;
    }
  /** The service, or its policy of that day, stands on one side alone. */
  | { readonly kind: "added" | "removed"; readonly service: string; readonly version: string };

export interface PlanOptions {
  /** One service; all of both sides unless stated. */
  readonly service?: string;
  /** The day of a policy file, or any day on which one is in force. */
  readonly from?: string;
  readonly to?: string;
  /** Whether both sides are one rules directory. */
  readonly areSameRules: boolean;
}

/**
 * Which policies to compare. Of one rules directory, a version with the one before it, the last
 * version unless it is said which. Of two, each version with that of the same day; a new one with
 * the one that it follows.
 * @throws LayakError where a service or version that was asked for does not exist.
 */
export function planOf(from: Pack, to: Pack, options: PlanOptions): readonly Planned[] {
  const { service } = options;
  if (service !== undefined && !from.services.has(service)) findService(to, service);
  const ids = [...new Set([...from.services.keys(), ...to.services.keys()])].sort();
  return ids
    .filter((id) => service === undefined || id === service)
    .flatMap((id) => planOfService(id, from.services.get(id), to.services.get(id), options));
}

function planOfService(
  id: string,
  from: Service | undefined,
  to: Service | undefined,
  options: PlanOptions,
): readonly Planned[] {
  if (from === undefined || to === undefined) {
    const kind = from === undefined ? "added" : "removed";
    return ((from ?? to)?.versions ?? []).map((version) => ({
      kind,
      service: id,
      version: version.from,
    }));
  }
  if (options.from !== undefined || options.to !== undefined || options.areSameRules) {
    return planOfTwo(from, to, options);
  }
  const days = [...new Set([...from.versions, ...to.versions].map((version) => version.from))];
  return days.sort().flatMap((day) => planOfDay(from, to, day));
}

function planOfTwo(from: Service, to: Service, options: PlanOptions): readonly Planned[] {
  const last = to.versions.at(-1);
  const after = options.to === undefined ? last : versionOf(to, options.to);
  if (after === undefined) return [];
  const before =
    options.from === undefined
      ? options.areSameRules
        ? precedingOf(from, after.from)
        : (from.versions.find((version) => version.from === after.from) ??
          precedingOf(from, after.from))
      : versionOf(from, options.from);
  if (before === undefined) return [{ kind: "added", service: to.id, version: after.from }];
  return [{ kind: "compared", service: to.id, from: before, to: after }];
}

function planOfDay(from: Service, to: Service, day: string): readonly Planned[] {
  const [before, after] = [from, to].map(({ versions }) =>
    versions.find((version) => version.from === day),
  );
  if (before !== undefined && after !== undefined) {
    return [{ kind: "compared", service: to.id, from: before, to: after }];
  }
  const followed = before ?? precedingOf(from, day);
  const following = after ?? versionInForce(to, day) ?? undefined;
  if (followed === undefined) return [{ kind: "added", service: to.id, version: day }];
  if (following === undefined) return [{ kind: "removed", service: to.id, version: day }];
  return [{ kind: "compared", service: to.id, from: followed, to: following }];
}

/** The version that decides up to a day, or else the one before it, draft or not. */
function precedingOf(service: Service, day: string): PolicyVersion | undefined {
  const earlier = service.versions.filter(({ from }) => from < day);
  return earlier.findLast(({ policy }) => policy.status !== "draft") ?? earlier.at(-1);
}

/** The file of that day, draft or not; else the version in force on it. */
function versionOf(service: Service, day: string): PolicyVersion {
  const named = service.versions.find(({ from }) => from === day);
  if (named !== undefined) return named;
  return versionInForce(service, day) ?? findVersion(service, day, day);
}
