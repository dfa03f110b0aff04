import type { PublicKeySet } from "../ledger/receipt/public-keys.ts";
import { type App, addRoute } from "./base.ts";
import type { BaseDependencies } from "./dependencies.ts";

export interface KeysDependencies extends BaseDependencies {
  /** The keys that receipts verify with, retired ones among them. */
  readonly publicKeys: PublicKeySet;
}

/** Short enough that a new key is known before long, long enough to spare both sides. */
const CACHED_SECONDS = 300;

/** `GET /v1/keys`: the JWK set (RFC 7517) that receipts verify with. */
export function addKeysRoute(app: App, dependencies: KeysDependencies): void {
  const body = JSON.stringify(dependencies.publicKeys, null, dependencies.indent);
  addRoute(app, "GET", "/v1/keys", (context) =>
    context.body(body, 200, {
      "Content-Type": "application/jwk-set+json",
      "Cache-Control": `public, max-age=${CACHED_SECONDS}`,
    }),
  );
}
