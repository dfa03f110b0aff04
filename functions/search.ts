import { createBase } from "../src/api/base.ts";
import { addSearchRoute } from "../src/api/stored/search.ts";
import { createHandler, type HttpHandler } from "./wiring/handler.ts";
import { ledgerFrom } from "./wiring/ledger.ts";
import { MEASURED } from "./wiring/measured.ts";

/** `POST /v1/decisions/search`. */
export const handler: HttpHandler = createHandler(async (environment, base) => {
  const app = createBase(base);
  addSearchRoute(app, await ledgerFrom(environment, base));
  return app;
}, MEASURED);
