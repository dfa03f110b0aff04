import { bearerIn } from "../../api/access/bearer.ts";
import type { GatewayContext } from "../../api/access/identify.ts";
import type { TokenVerifier } from "../../api/access/verify-token.ts";
import type { App } from "../../api/base.ts";

/**
 * Stands before the app on one machine as the HTTP API and its authorizer do in AWS: verifies the
 * bearer token and hands on who calls. Where there is none, the app answers for itself: open
 * routes need none, and others tell what is wrong with the token.
 */
export function createGateway(
  app: App,
  verify: TokenVerifier,
): (request: Request) => Promise<Response> {
  return async (request) => {
    const token = bearerIn(request.headers.get("authorization"));
    return await app.fetch(request, await contextFor(token, verify));
  };
}

async function contextFor(token: string | null, verify: TokenVerifier): Promise<GatewayContext> {
  if (token === null) return { caller: null };
  const result = await verify(token);
  return result.kind === "verified"
    ? { caller: result.caller }
    : { caller: null, refused: result.reason };
}
