import { createBase } from "../src/api/base.ts";
import { addPreviewRoute } from "../src/api/previews/route.ts";
import { createHandler, type HttpHandler } from "./wiring/handler.ts";
import { MEASURED } from "./wiring/measured.ts";
import { deployedRules } from "./wiring/rules.ts";
import { readSettings } from "./wiring/settings.ts";

/** `POST /v1/previews`. */
export const handler: HttpHandler = createHandler(async (environment, base) => {
  const setting = readSettings(environment, ["LAYAK_RULES"]);
  const app = createBase(base);
  addPreviewRoute(app, { ...base, pack: await deployedRules(setting("LAYAK_RULES")) });
  return app;
}, MEASURED);
