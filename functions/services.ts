import { createBase } from "../src/api/base.ts";
import { addServiceRoutes } from "../src/api/services/routes.ts";
import { createHandler, type HttpHandler } from "./wiring/handler.ts";
import { MEASURED } from "./wiring/measured.ts";
import { deployedRules } from "./wiring/rules.ts";
import { readSettings } from "./wiring/settings.ts";

/** `GET /v1/services` and `GET /v1/services/{city}/{service}`. */
export const handler: HttpHandler = createHandler(async (environment, base) => {
  const setting = readSettings(environment, ["LAYAK_RULES"]);
  const app = createBase(base);
  addServiceRoutes(app, { ...base, pack: await deployedRules(setting("LAYAK_RULES")) });
  return app;
}, MEASURED);
