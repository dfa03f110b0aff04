/** How far the issuer's clock and ours may be apart. */
export const TOLERANCE_SECONDS = 5;

/** Whether a token is past its `exp`, in seconds since 1970, by our clock. */
export function hasExpired(expiresAt: number, now: Date): boolean {
  return expiresAt <= Math.floor(now.getTime() / 1000) - TOLERANCE_SECONDS;
}
