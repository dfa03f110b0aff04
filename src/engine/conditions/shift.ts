import { LayakError } from "../errors.ts";
import type { EvidenceParams } from "../model/decision.ts";
import { type Duration, shiftDate } from "../values/calendar.ts";

/** A date fact's move by a duration; `duration` is null where its parameter has no value. */
export interface Shift {
  readonly direction: 1 | -1;
  readonly duration: Duration | null;
  /** As evidence tells it. */
  readonly params: EvidenceParams;
}

/**
 * Moves a date.
 * @throws LayakError `date-out-of-range` where the result leaves the years 1 to 9999.
 */
export function move(date: string, shift: Shift, name: string): string {
  const moved = shift.duration === null ? date : shiftDate(date, shift.direction, shift.duration);
  if (moved !== null) return moved;
  throw new LayakError("date-out-of-range", {
    id: `Tanggal "${name}", setelah digeser menurut aturan, keluar dari tahun 1–9999. Periksa tahunnya.`,
    en: `The date "${name}", moved as the rule asks, leaves the years 1–9999. Check its year.`,
  });
}
