import {
  createLocalJWKSet,
  createRemoteJWKSet,
  type ExportedJWKSCache,
  errors,
  type JWKSCacheInput,
  type JWTVerifyGetKey,
  jwksCache,
} from "jose";
import type { Log } from "../../src/api/log.ts";

/** In milliseconds. */
const WAIT = 3000;
const FRESH = 10 * 60 * 1000;
const BETWEEN_FETCHES = 30 * 1000;
const USABLE = 24 * 60 * 60 * 1000;

/**
 * The issuer's public keys: the JSON of a key set itself, or an https address. From there they are
 * fetched again after ten minutes, and sooner where a token names a key that is not among them. An
 * issuer that does not answer leaves the keys of the last day in use, with an alarm.
 * @throws Error where the setting is neither. It quotes nothing.
 */
export function tokenKeys(setting: string, log: Log): JWTVerifyGetKey {
  if (setting.startsWith("{")) return createLocalJWKSet(JSON.parse(setting));
  const url = URL.canParse(setting) ? new URL(setting) : null;
  if (url === null || !(url.protocol === "https:" || isThisMachine(url))) {
    throw new Error("LAYAK_TOKEN_JWKS is neither an https address nor the JSON of a key set");
  }
  const cache: JWKSCacheInput = {};
  const fetched = createRemoteJWKSet(url, {
    timeoutDuration: WAIT,
    cacheMaxAge: FRESH,
    cooldownDuration: BETWEEN_FETCHES,
    [jwksCache]: cache,
  });
  return async (header, token) => {
    try {
      return await fetched(header, token);
    } catch (error) {
      if (isFaultOfToken(error) || !isUsable(cache)) throw error;
      log({
        level: "alarm",
        event: "token-keys-stale",
        fetchedAt: new Date(cache.uat).toISOString(),
      });
      return await createLocalJWKSet(cache.jwks)(header, token);
    }
  };
}

function isThisMachine({ protocol, hostname }: URL): boolean {
  return protocol === "http:" && hostname === "127.0.0.1";
}

function isFaultOfToken(error: unknown): boolean {
  return (
    error instanceof errors.JWKSNoMatchingKey ||
    error instanceof errors.JWKSMultipleMatchingKeys ||
    error instanceof errors.JOSENotSupported
  );
}

function isUsable(cache: JWKSCacheInput): cache is ExportedJWKSCache {
  return "uat" in cache && Date.now() - (cache.uat ?? 0) < USABLE;
}
