import { valueAt } from "../value-at.ts";
import type { Caller } from "./caller.ts";
import { readCaller } from "./caller-context.ts";
import { hasExpired } from "./expiry.ts";
import { isTokenFault, type TokenFault } from "./token-fault.ts";

/** Who a request comes from, so far as it is known. */
export type Identity =
  | { readonly kind: "known"; readonly caller: Caller }
  | { readonly kind: "refused"; readonly reason: TokenFault }
  | { readonly kind: "nobody" };

/** What a gateway in the same process hands on with a request. */
export interface GatewayContext {
  readonly caller: Caller | null;
  /** Why there is no caller although a token came. */
  readonly refused?: TokenFault;
}

const NOBODY: Identity = { kind: "nobody" };

/**
 * Who the gateway says that a request comes from: the Lambda authorizer in the event of an HTTP
 * API, or the gateway of this process. Headers are never looked at. The answer of an authorizer
 * may be kept for a minute, so the token's end is looked at again.
 */
export function identityIn(context: unknown, now: Date): Identity {
  const given = valueAt(context, ["caller"]) ?? valueAt(context, AUTHORIZER) ?? null;
  if (given === null) {
    const reason = valueAt(context, ["refused"]);
    return isTokenFault(reason) ? { kind: "refused", reason } : NOBODY;
  }
  const caller = readCaller(given);
  if (caller === null) return { kind: "refused", reason: "claims" };
  if (hasExpired(caller.expiresAt, now)) return { kind: "refused", reason: "expired" };
  return { kind: "known", caller };
}

const AUTHORIZER = ["event", "requestContext", "authorizer", "lambda"] as const;
