import { parameterOn } from "../../engine/conditions/references.ts";
import {
  checkAsOf,
  findService,
  findVersion,
  versionInForce,
} from "../../engine/decision/versions.ts";
import { LayakError } from "../../engine/errors.ts";
import type { Pack, PolicyVersion, Service } from "../../engine/model/pack.ts";
import { addDays } from "../../engine/values/calendar.ts";

/** What there is to compare of one service. */
export type Planned =
  | {
      readonly kind: "compared";
      readonly service: string;
      readonly from: PolicyVersion;
      readonly to: PolicyVersion;
      /** The day on which both decide; the first day of the later version unless stated. */
      readonly asOf?: string;
    }
  /** The service stands on one side alone, or from that day on a policy decides on one side alone. */
  | { readonly kind: "added" | "removed"; readonly service: string; readonly version: string };

export interface PlanOptions {
  /** One service; all of both sides unless stated. */
  readonly service?: string;
  /** The first day of a version, draft or not. */
  readonly from?: string;
  readonly to?: string;
  /** The only day that is asked about. */
  readonly asOf?: string;
  /** Whether both sides are one rules directory. */
  readonly areSameRules: boolean;
}

/**
 * Which policies to compare. Of one rules directory, a version with the one before it, the last
 * version unless it is said which. Of two, those that decide on each day on which either side turns:
 * a version begins or ends, or a parameter has another value than on the other side; and each draft
 * with the draft of the same day, or with the version that it follows.
 * @throws LayakError where a service or version that was asked for does not exist, where a version
 *   would be compared with itself, or where nothing decides on the only day that is asked about.
 */
export function planOf(from: Pack, to: Pack, options: PlanOptions): readonly Planned[] {
  const { service, asOf } = options;
  if (service !== undefined && !from.services.has(service)) findService(to, service);
  if (asOf !== undefined) checkAsOf(asOf);
  const ids = [...new Set([...from.services.keys(), ...to.services.keys()])]
    .filter((id) => service === undefined || id === service)
    .sort();
  const planned = ids.flatMap((id) =>
    planOfService(id, from.services.get(id), to.services.get(id), options),
  );
  if (asOf === undefined) return planned;
  const begun = planned.filter((one) => hasBegun(one, asOf));
  if (begun.length > 0) return begun;
  throw nothingDecides(
    asOf,
    [from, to].flatMap((pack) => ids.flatMap((id) => pack.services.get(id) ?? [])),
  );
}

/** Whether one of both sides decides on a day, or is past its first. */
function hasBegun(planned: Planned, asOf: string): boolean {
  return planned.kind !== "compared" || [planned.from, planned.to].some(({ from }) => from <= asOf);
}

function nothingDecides(asOf: string, services: readonly Service[]): LayakError {
  const days = services.flatMap(({ versions }) => versions.map(({ from }) => from)).sort();
  const first = days.find((day) => day > asOf);
  const isLater = first !== undefined && first === days[0];
  return new LayakError("policy-not-in-force", {
    id: `Pada ${asOf} tidak ada aturan yang berlaku, jadi tidak ada yang dibandingkan.${isLater ? ` Yang pertama berlaku mulai ${first}: sebut hari itu atau sesudahnya.` : ""}`,
    en: `No policy is in force on ${asOf}, so there is nothing to compare.${isLater ? ` The first one begins on ${first}: name that day or a later one.` : ""}`,
  });
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
  const { asOf } = options;
  const days = asOf === undefined ? turningDays(from, to) : [asOf];
  return [...days.flatMap((day) => planOfDay(from, to, day)), ...planOfDrafts(from, to)];
}

function planOfTwo(from: Service, to: Service, options: PlanOptions): readonly Planned[] {
  const last = to.versions.at(-1);
  const after = options.to === undefined ? last : findVersion(to, options.to, options.to);
  if (after === undefined) return [];
  const before =
    options.from === undefined
      ? options.areSameRules
        ? precedingOf(from, after.from)
        : (from.versions.find((version) => version.from === after.from) ??
          precedingOf(from, after.from))
      : findVersion(from, options.from, options.from);
  if (before === undefined) return [{ kind: "added", service: to.id, version: after.from }];
  if (options.areSameRules && before.from === after.from) throw isOneVersion(to, after);
  return [{ kind: "compared", service: to.id, from: before, to: after }];
}

/** Those that decide on a day. */
function planOfDay(from: Service, to: Service, asOf: string): readonly Planned[] {
  const [before, after] = [versionInForce(from, asOf), versionInForce(to, asOf)];
  if (before !== null && after !== null) {
    return [{ kind: "compared", service: to.id, from: before, to: after, asOf }];
  }
  if (before === null && after === null) return [];
  return [{ kind: before === null ? "added" : "removed", service: to.id, version: asOf }];
}

/** Days on which who decides, or by which value, may begin to be another on one of the sides. */
function turningDays(from: Service, to: Service): readonly string[] {
  const versions = [...from.versions, ...to.versions].filter(
    ({ policy }) => policy.status !== "draft",
  );
  const ends = versions.flatMap(({ policy }) =>
    policy.until === undefined ? [] : (addDays(policy.until, 1) ?? []),
  );
  const days = [...versions.map((version) => version.from), ...ends, ...differingDays(from, to)];
  return [...new Set(days)].sort();
}

function differingDays(from: Service, to: Service): readonly string[] {
  const ids = new Set([...from.parameters.keys(), ...to.parameters.keys()]);
  return [...ids].flatMap((id) => {
    const both = [from.parameters.get(id), to.parameters.get(id)];
    const days = both.flatMap((parameter) => parameter?.values ?? []).map((value) => value.from);
    return days.filter((day) => {
      const [before, after] = both.map((parameter) => parameterOn(parameter, day)?.value ?? null);
      return JSON.stringify(before) !== JSON.stringify(after);
    });
  });
}

function planOfDrafts(from: Service, to: Service): readonly Planned[] {
  const drafts = to.versions.filter(({ policy }) => policy.status === "draft");
  return drafts.map((draft): Planned => {
    const same = from.versions.find((version) => version.from === draft.from);
    const before = same ?? precedingOf(from, draft.from);
    return before === undefined
      ? { kind: "added", service: to.id, version: draft.from }
      : { kind: "compared", service: to.id, from: before, to: draft };
  });
}

/** The version that decides up to a day, or else the one before it, draft or not. */
function precedingOf(service: Service, day: string): PolicyVersion | undefined {
  const earlier = service.versions.filter(({ from }) => from < day);
  return earlier.findLast(({ policy }) => policy.status !== "draft") ?? earlier.at(-1);
}

/** Compared with itself a version would seem to change nothing, whatever was meant. */
function isOneVersion({ id, versions }: Service, { from }: PolicyVersion): LayakError {
  const others = versions.filter((version) => version.from !== from);
  const named = others.map((version) => version.from).join(", ");
  const hint =
    others.length === 0
      ? { id: "Versi lainnya tidak ada.", en: "It has no other version." }
      : { id: `Versi lainnya: ${named}.`, en: `Its other versions: ${named}.` };
  return new LayakError("version-unknown", {
    id: `Kedua sisi adalah "${id}" versi ${from}, jadi tidak ada yang dibandingkan. ${hint.id}`,
    en: `Both sides are "${id}" of version ${from}, so there is nothing to compare. ${hint.en}`,
  });
}
