const JAKARTA_MILLISECONDS_AHEAD = 7 * 3_600_000;

/** The day in Jakarta at a moment: UTC+7, without daylight saving since 1964. */
export function todayInJakarta(now: Date): string {
  return new Date(now.getTime() + JAKARTA_MILLISECONDS_AHEAD).toISOString().slice(0, 10);
}
