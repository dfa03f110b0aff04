import type { Leaf, Operand } from "../../engine/conditions/tree.ts";
import { leavesOf } from "../../engine/conditions/tree.ts";
import { type PreparedPolicy, prepare } from "../../engine/decision/prepare.ts";
import { allTrees, type Program } from "../../engine/decision/program.ts";
import { LayakError } from "../../engine/errors.ts";
import type { Pack, PolicyVersion, Service } from "../../engine/model/pack.ts";
import type { Text } from "../../engine/model/text.ts";
import { preimages } from "../../engine/remedies/neighbours.ts";
import { addDays } from "../../engine/values/calendar.ts";
import { readsOf } from "../../pack/adoptions/reads.ts";
import { lastDayOf } from "../findings/versions.ts";
import { dayOfVersion, questionFor } from "./day.ts";
import { wordOfDay } from "./limits.ts";

/** A version on the days on which it may mean something else than the day before. */
export interface AskedVersion {
  /** The day that most of its cases ask about first; then the others, in their order. */
  readonly asked: readonly PreparedPolicy[];
  readonly unasked: readonly UnaskedDay[];
}

/** A day of a version on which its policy cannot be made out. */
export interface UnaskedDay {
  readonly service: string;
  /** The version's first day in force, its file name. */
  readonly version: string;
  readonly asOf: string;
  readonly because: Text;
}

/**
 * Compiles a version for its usual day, its first day, and each later one on which a parameter of
 * its conditions changes or `asOf` passes a date that it is compared with.
 */
export function askedVersion(pack: Pack, service: Service, version: PolicyVersion): AskedVersion {
  const asked: PreparedPolicy[] = [];
  const unasked: UnaskedDay[] = [];
  const days = new Set<string>();
  const words = new Set<string>();
  const ask = (asOf: string) => {
    if (days.has(asOf)) return;
    days.add(asOf);
    try {
      const prepared = prepare(pack, questionFor(service, version.from, asOf));
      const word = wordOfDay(prepared.program);
      if (!words.has(word)) asked.push(prepared);
      words.add(word);
    } catch (error) {
      if (!(error instanceof LayakError)) throw error;
      unasked.push({ service: service.id, version: version.from, asOf, because: error.text });
    }
  };
  ask(dayOfVersion(service, version));
  const living = within(service, version);
  for (const day of living([version.from, ...parameterDays(pack, service, version)])) ask(day);
  const [first] = asked;
  if (first !== undefined) for (const day of living(passedDays(first.program))) ask(day);
  const [usual, ...others] = asked;
  const inOrder = others.toSorted((one, other) => (one.asOf < other.asOf ? -1 : 1));
  return { asked: usual === undefined ? [] : [usual, ...inOrder], unasked };
}

/** Of days those on which a version decides, or would if it were adopted. */
function within(service: Service, version: PolicyVersion) {
  const last = lastDayOf(service, version);
  return (days: readonly string[]) =>
    days.filter((day) => day >= version.from && (last === null || day <= last)).sort();
}

function parameterDays(pack: Pack, service: Service, { policy }: PolicyVersion): readonly string[] {
  const { parameters } = readsOf(pack, service, policy);
  return [...parameters].flatMap(
    (id) => service.parameters.get(id)?.values.map(({ from }) => from) ?? [],
  );
}

/** The days around those on which `asOf` reaches a date that stands beside it. */
function passedDays(program: Program): readonly string[] {
  return leavesIn(program).flatMap(({ left, right }) =>
    [...meetings(left, right), ...meetings(right, left)].flatMap((day) =>
      [addDays(day, -1), day, addDays(day, 1)].flatMap((near) => near ?? []),
    ),
  );
}

function meetings(own: Operand, other: Operand): readonly string[] {
  if (own.kind !== "constant" || own.from !== "asOf") return [];
  if (other.kind !== "constant" || typeof other.value !== "string") return [];
  if (own.shift === undefined) return [other.value];
  return own.shift.duration === null ? [] : preimages(own.shift, other.value);
}

function leavesIn(program: Program): readonly Leaf[] {
  return allTrees(program).flatMap((tree) => leavesOf(tree).map(({ leaf }) => leaf));
}
