import type { Almanac } from "json-rules-engine";
import type { DurationReference, ShiftParams } from "../engine/model/policy.ts";
import { parseDuration, shiftDate } from "../engine/values/calendar.ts";

/** Moves a date as a leaf's `params` ask; undefined where the date or the duration is missing. */
export async function movedDate(
  date: unknown,
  params: ShiftParams,
  almanac: Almanac,
): Promise<unknown> {
  const reference = params.plus ?? params.minus;
  if (reference === undefined) return date;
  const text = await durationText(reference, almanac);
  const duration = typeof text === "string" ? parseDuration(text) : null;
  if (typeof date !== "string" || duration === null) return undefined;
  return shiftDate(date, params.plus === undefined ? -1 : 1, duration) ?? undefined;
}

/** Names a moved date as a fact: `permit.issued plus P5Y`. No fact of a catalogue holds a space. */
export function movedName(fact: string, params: ShiftParams): string {
  const reference = params.plus ?? params.minus;
  const direction = params.plus === undefined ? "minus" : "plus";
  return `${fact} ${direction} ${typeof reference === "object" ? reference.fact : reference}`;
}

async function durationText(reference: DurationReference, almanac: Almanac): Promise<unknown> {
  return typeof reference === "string" ? reference : almanac.factValue(reference.fact);
}
