import { createBase } from "../src/api/base.ts";
import { addKeysRoute } from "../src/api/keys.ts";
import { publicPart, readKeyEntries } from "../src/ledger/receipt/public-keys.ts";
import { createHandler, type HttpHandler } from "./wiring/handler.ts";
import { MEASURED } from "./wiring/measured.ts";
import { readSettings, SettingUnusable } from "./wiring/settings.ts";

/** `GET /v1/keys`. It answers everybody, so it never has what signs. */
export const handler: HttpHandler = createHandler(async (environment, base) => {
  const setting = readSettings(environment, ["LAYAK_PUBLIC_KEYS"]);
  const { entries } = readKeyEntries(setting("LAYAK_PUBLIC_KEYS"), "all");
  if (entries.some(({ d }) => d !== undefined)) {
    throw new SettingUnusable("LAYAK_PUBLIC_KEYS", "without private parts");
  }
  const app = createBase(base);
  addKeysRoute(app, { ...base, publicKeys: { keys: entries.map(publicPart) } });
  return app;
}, MEASURED);
