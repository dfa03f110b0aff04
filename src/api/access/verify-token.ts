import { errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from "jose";
import type { Caller } from "./caller.ts";
import { readCaller } from "./caller-context.ts";
import { TOLERANCE_SECONDS } from "./expiry.ts";
import type { TokenFault } from "./token-fault.ts";

export type TokenVerification =
  | { readonly kind: "verified"; readonly caller: Caller }
  | { readonly kind: "refused"; readonly reason: TokenFault };

/** Verifies one bearer token. It rejects only where the issuer's keys cannot be had. */
export type TokenVerifier = (token: string) => Promise<TokenVerification>;

export interface TokenVerifierOptions {
  /** The `iss` that tokens must have, letter for letter. */
  readonly issuer: string;
  /** The `aud` that tokens must name. */
  readonly audience: string;
  /** The issuer's public keys, such as jose's `createRemoteJWKSet` gives. */
  readonly keys: JWTVerifyGetKey;
  readonly clock: () => Date;
}

/** Only asymmetric ones: with HS256, whoever knows the public key could sign. */
const ALGORITHMS = [
  ...["ES256", "ES384", "ES512", "EdDSA", "Ed25519"],
  ...["RS256", "RS384", "RS512", "PS256", "PS384", "PS512"],
];

/** Longer ones are not looked at; API Gateway takes 10,240 bytes for all headers together. */
const MOST_CHARACTERS = 8192;

/**
 * Verifies JWTs (RFC 7519, checked as RFC 8725 advises): signature, issuer, audience, times, and
 * the claims that make a caller: `client_id` or `sub`, `scope`, `services`, `officer`, `exp`.
 */
export function createTokenVerifier(options: TokenVerifierOptions): TokenVerifier {
  const { issuer, audience, keys, clock } = options;
  return async (token) => {
    if (token.length > MOST_CHARACTERS) return { kind: "refused", reason: "malformed" };
    try {
      const { payload } = await jwtVerify(token, keys, {
        issuer,
        audience,
        algorithms: ALGORITHMS,
        requiredClaims: ["exp"],
        clockTolerance: TOLERANCE_SECONDS,
        currentDate: clock(),
      });
      const caller = callerIn(payload);
      return caller === null ? { kind: "refused", reason: "claims" } : { kind: "verified", caller };
    } catch (error) {
      const reason = faultOf(error);
      if (reason === null) throw error;
      return { kind: "refused", reason };
    }
  };
}

/** Where a token names both, `sub` may be the person who uses the client (RFC 9068, 2.2). */
function callerIn({ client_id, sub, scope, services, officer, exp }: JWTPayload): Caller | null {
  return readCaller({
    client: client_id ?? sub,
    scopes: scope ?? "",
    services: services ?? "",
    officer,
    expiresAt: exp,
  });
}

const CLAIM_FAULTS: Readonly<Partial<Record<string, TokenFault>>> = {
  iss: "issuer",
  aud: "audience",
  nbf: "not-yet-valid",
};

/** What a fault of jose's says about the token; null where it is no fault of the token. */
function faultOf(error: unknown): TokenFault | null {
  if (error instanceof errors.JWTExpired) return "expired";
  if (error instanceof errors.JWTClaimValidationFailed) {
    return CLAIM_FAULTS[error.claim] ?? "claims";
  }
  if (error instanceof errors.JOSEAlgNotAllowed) return "algorithm";
  if (error instanceof errors.JOSENotSupported) return "algorithm";
  if (error instanceof errors.JWSSignatureVerificationFailed) return "signature";
  if (error instanceof errors.JWKSNoMatchingKey) return "key-unknown";
  if (error instanceof errors.JWKSMultipleMatchingKeys) return "key-unknown";
  if (error instanceof errors.JWSInvalid || error instanceof errors.JWTInvalid) return "malformed";
  return null;
}
