import { digestOf } from "../engine/decision/digest.ts";
import { compileProgram, type Program } from "../engine/decision/program.ts";
import { LayakError } from "../engine/errors.ts";
import type { Pack, PolicyVersion, Service } from "../engine/model/pack.ts";
import type { Text } from "../engine/model/text.ts";
import { addDays, LAST_DAY } from "../engine/values/calendar.ts";

/** One policy of a service, and the days on which it decides. */
export interface DatedPolicy {
  readonly pack: Pack;
  readonly service: Service;
  readonly version: PolicyVersion;
  /** The first and the last day; `null`: it has no end. */
  readonly from: string;
  readonly until: string | null;
}

/** Days on which every parameter that a policy reads keeps its value. */
export type Stretch =
  | {
      readonly kind: "decides";
      readonly from: string;
      readonly program: Program;
      readonly digest: string;
    }
  /** Some date of the policy leaves the calendar on each of them. */
  | { readonly kind: "fails"; readonly from: string; readonly text: Text };

/** The policies of a service that decide on some day, in the order of their days; no draft does. */
export function datedPolicies(pack: Pack, service: Service): readonly DatedPolicy[] {
  const deciding = service.versions.filter(({ policy }) => policy.status !== "draft");
  return deciding.flatMap((version, index) => {
    const { from, policy } = version;
    const next = deciding[index + 1]?.from;
    const before = next === undefined ? LAST_DAY : (addDays(next, -1) ?? LAST_DAY);
    const last = policy.until !== undefined && policy.until < before ? policy.until : before;
    if (last < from) return [];
    return [{ pack, service, version, from, until: last === LAST_DAY ? null : last }];
  });
}

/** The drafts of a service, each from its first day to its own last one: no other policy ends it. */
export function draftPolicies(pack: Pack, service: Service): readonly DatedPolicy[] {
  const drafts = service.versions.filter(({ policy }) => policy.status === "draft");
  return drafts.map((version) => {
    const { from, policy } = version;
    return { pack, service, version, from, until: policy.until ?? null };
  });
}

/** The stretches of a policy's days, in their order. */
export function stretchesOf(policy: DatedPolicy): readonly Stretch[] {
  const { service, from, until } = policy;
  const last = until ?? LAST_DAY;
  const turns = [...service.parameters.values()]
    .flatMap(({ values }) => values.map((value) => value.from))
    .filter((day) => day > from && day <= last);
  const days = [from, ...new Set(turns.toSorted())];
  return days
    .map((day, index) => stretchFrom(policy, day, addDays(days[index + 1] ?? "", -1) ?? last))
    .filter((stretch, index, all) => !isSame(stretch, all[index - 1]));
}

function stretchFrom(policy: DatedPolicy, from: string, last: string): Stretch {
  try {
    return decidingFrom(policy, from, from);
  } catch (error) {
    if (!(error instanceof LayakError)) throw error;
  }
  // What `asOf` is moved out of the calendar by on the first day need not do so on the last.
  try {
    return decidingFrom(policy, from, last);
  } catch (error) {
    if (!(error instanceof LayakError)) throw error;
    return { kind: "fails", from, text: error.text };
  }
}

function decidingFrom(policy: DatedPolicy, from: string, asOf: string): Stretch {
  const { pack, service, version } = policy;
  const program = compileProgram({ pack, service, pinned: false }, version, asOf);
  return { kind: "decides", from, program, digest: digestOf(program) };
}

/** The digest covers every parameter that the policy reads. */
function isSame(one: Stretch, before: Stretch | undefined): boolean {
  return one.kind === "decides" && before?.kind === "decides" && one.digest === before.digest;
}
