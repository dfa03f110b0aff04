import { isReserved } from "../../engine/conditions/references.ts";
import { notADottedId, notAHyphenedId, reservedId } from "../diagnostics/names.ts";
import { DOTTED_ID, HYPHENED_ID } from "../schemas/basics.ts";
import type { Place, Report } from "./rule-file.ts";

/** Ids of facts and groups: dotted, and not a name that Layak or JavaScript uses itself. */
export function checkFactId(id: string, place: Place, report: Report): void {
  if (isReserved(id) || isInherited(id)) report(place, reservedId(id));
  else if (!DOTTED_ID.test(id)) report(place, notADottedId(id));
}

export function checkParameterId(id: string, place: Place, report: Report): void {
  if (isInherited(id)) report(place, reservedId(id));
  else if (!DOTTED_ID.test(id)) report(place, notADottedId(id));
}

/** Ids of sources and named conditions. */
export function checkHyphenedId(id: string, place: Place, report: Report): void {
  if (isInherited(id)) report(place, reservedId(id));
  else if (!HYPHENED_ID.test(id)) report(place, notAHyphenedId(id));
}

/** `constructor`, `toString` and their like, which every JavaScript object seems to have. */
export function isInherited(id: string): boolean {
  return id in Object.prototype;
}
