import type { TokenVerification, TokenVerifier } from "../../api/access/verify-token.ts";

/** As long as the HTTP API keeps its authorizer's answers. */
const MOST_MILLISECONDS = 60_000;
const MOST_TOKENS = 1000;

interface Kept {
  readonly verified: TokenVerification;
  readonly until: number;
}

/**
 * Verifies a token once a minute, as the HTTP API in AWS asks its authorizer. A token that ends
 * meanwhile is refused by the app, which looks at that on each request.
 */
export function keepVerifications(verify: TokenVerifier, clock: () => Date): TokenVerifier {
  const kept = new Map<string, Kept>();
  return async (token) => {
    const now = clock().getTime();
    const known = kept.get(token);
    if (known !== undefined && now < known.until) return known.verified;
    const verified = await verify(token);
    if (verified.kind === "refused") return verified;
    if (kept.size >= MOST_TOKENS) kept.clear();
    kept.set(token, { verified, until: now + MOST_MILLISECONDS });
    return verified;
  };
}
