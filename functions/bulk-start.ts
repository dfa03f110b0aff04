import { createBase } from "../src/api/base.ts";
import { addBulkStartRoute } from "../src/api/bulk/start.ts";
import { bulkStarterFrom } from "./wiring/bulk-starter.ts";
import { createHandler, type HttpHandler } from "./wiring/handler.ts";
import { MEASURED } from "./wiring/measured.ts";

/** `POST /v1/bulk`. */
export const handler: HttpHandler = createHandler(async (environment, base) => {
  const app = createBase(base);
  addBulkStartRoute(app, await bulkStarterFrom(environment, base));
  return app;
}, MEASURED);
