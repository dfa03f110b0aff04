import { createBase } from "../src/api/base.ts";
import { addKeysRoute } from "../src/api/keys.ts";
import { publicKeySet, readSigningKeys } from "../src/ledger/receipt/keys.ts";
import { createHandler, type HttpHandler, LAMBDA } from "./wiring/handler.ts";
import { readSettings } from "./wiring/settings.ts";

/** `GET /v1/keys`. */
export const handler: HttpHandler = createHandler(async (environment, base) => {
  const setting = readSettings(environment, ["LAYAK_SIGNING_KEYS"]);
  const app = createBase(base);
  const publicKeys = publicKeySet(readSigningKeys(setting("LAYAK_SIGNING_KEYS")));
  addKeysRoute(app, { ...base, publicKeys });
  return app;
}, LAMBDA);
