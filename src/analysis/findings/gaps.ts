import type { Service } from "../../engine/model/pack.ts";
import { addDays } from "../../engine/values/calendar.ts";
import { draftOverlaps, gapBetween } from "../../pack/diagnostics/meaning/declarations.ts";
import type { Notes } from "./notes.ts";
import type { JsonPlace } from "./places.ts";
import { fileOf } from "./versions.ts";

/** Days between two versions on which none decides, and drafts that begin before the one before ends. */
export function judgeGaps(service: Service, notes: Notes): void {
  for (const [index, version] of service.versions.entries()) {
    const { until, status } = version.policy;
    if (status === "draft" || until === undefined) continue;
    const later = service.versions.slice(index + 1);
    const place: JsonPlace = { file: fileOf(service, version), path: ["until"] };
    const next = later[0];
    if (next === undefined) continue;
    const dayBefore = addDays(next.from, -1);
    if (next.policy.status === "draft" && until >= next.from) {
      notes.tell(place, draftOverlaps(until, next.from, dayBefore));
    }
    const firstDay = addDays(until, 1);
    if (dayBefore !== null && firstDay !== null && firstDay <= dayBefore) {
      notes.tell(place, gapBetween(firstDay, dayBefore, next.from));
    }
  }
}
