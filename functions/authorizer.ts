import { bearerIn } from "../src/api/access/bearer.ts";
import { type CallerContext, contextOf } from "../src/api/access/caller-context.ts";
import { createTokenVerifier, type TokenVerifier } from "../src/api/access/verify-token.ts";
import { jsonLog, type Log } from "../src/api/log.ts";
import { type Environment, readSettings } from "./wiring/settings.ts";
import { LAMBDA, type Surroundings } from "./wiring/surroundings.ts";
import { tokenKeys } from "./wiring/token-keys.ts";

/** What an HTTP API sends to its authorizer (payload 2.0), so far as it is read. */
export interface AuthorizerEvent {
  readonly headers?: Readonly<Record<string, string | undefined>>;
}

/** The simple response of payload 2.0; the API hands the context on to the route's function. */
export interface AuthorizerAnswer {
  readonly isAuthorized: boolean;
  readonly context?: CallerContext;
}

/** Proves who calls, and no more: what the caller may do, the app checks on each request. */
export function createAuthorizer({ environment, write }: Surroundings) {
  const log = jsonLog(write);
  let verify: TokenVerifier | null = null;
  return async ({ headers }: AuthorizerEvent): Promise<AuthorizerAnswer> => {
    try {
      verify ??= verifierFrom(environment, log);
      const token = bearerIn(headers?.["authorization"]);
      const result = token === null ? null : await verify(token);
      if (result?.kind === "verified") {
        return { isAuthorized: true, context: contextOf(result.caller) };
      }
      log({ level: "info", event: "token-refused", reason: result?.reason ?? "missing" });
      return { isAuthorized: false };
    } catch (error) {
      // Settings and the issuer's keys alone throw here, and their messages hold no token.
      const reason = error instanceof Error ? error.message : typeof error;
      log({ level: "alarm", event: "authorizer-not-ready", reason });
      throw error;
    }
  };
}

function verifierFrom(environment: Environment, log: Log): TokenVerifier {
  const setting = readSettings(environment, [
    "LAYAK_TOKEN_ISSUER",
    "LAYAK_TOKEN_AUDIENCE",
    "LAYAK_TOKEN_JWKS",
  ]);
  return createTokenVerifier({
    issuer: setting("LAYAK_TOKEN_ISSUER"),
    audience: setting("LAYAK_TOKEN_AUDIENCE"),
    keys: tokenKeys(setting("LAYAK_TOKEN_JWKS"), log),
    clock: () => new Date(),
  });
}

/** The Lambda authorizer of the HTTP API. */
export const handler: ReturnType<typeof createAuthorizer> = createAuthorizer(LAMBDA);
