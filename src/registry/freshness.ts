/** How many days after it was observed coverage is answered from, unless set. */
export const MAXIMUM_AGE_DAYS = 31;

const MILLISECONDS_A_DAY = 86_400_000;

/** How far a source's clock may be ahead of ours. */
const MOST_MILLISECONDS_AHEAD = 5 * 60_000;

const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})$/;

/** An ISO 8601 time with a time zone, such as `2026-11-20T02:00:00Z`. */
export function isMoment(value: unknown): value is string {
  return typeof value === "string" && MOMENT.test(value) && !Number.isNaN(Date.parse(value));
}

/** Whether a time lies more than five minutes ahead: more than clocks may differ. */
export function isInFuture(moment: string, now: Date): boolean {
  return Date.parse(moment) - now.getTime() > MOST_MILLISECONDS_AHEAD;
}

/**
 * Whether an observation is too old to answer from. Nonsense for a time counts as stale, and so
 * does one in the future: nobody knows how old it is.
 */
export function isStale(observedAt: string, now: Date, maximumAgeDays: number): boolean {
  const age = now.getTime() - Date.parse(observedAt);
  return !(age <= maximumAgeDays * MILLISECONDS_A_DAY) || isInFuture(observedAt, now);
}
