import type { AppContext } from "../base.ts";
import type { Caller } from "./caller.ts";
import { refuseScope, refuseUnidentified } from "./refusals.ts";
import type { Scope } from "./routes.ts";

/**
 * The caller of this request.
 * @throws Refusal `token-missing`, `token-invalid`, `token-expired`
 */
export function callerOf(context: AppContext): Caller {
  const identity = context.get("identity");
  if (identity.kind === "known") return identity.caller;
  throw refuseUnidentified(identity);
}

/**
 * Lets nobody pass whose token lacks the scope; null lets everybody pass.
 * @throws Refusal as {@link callerOf}, and `scope-missing`
 */
export function checkScope(context: AppContext, scope: Scope | null): void {
  if (scope !== null && !callerOf(context).scopes.includes(scope)) throw refuseScope(scope);
}
