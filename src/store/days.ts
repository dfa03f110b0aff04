/** A hundred years. */
export const MOST_DAYS = 36_525;

/** Days as a setting writes them, whole ones from 1 to 36525; null for anything else. */
export function readWholeDays(text: string): number | null {
  const days = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  return days >= 1 && days <= MOST_DAYS ? days : null;
}
