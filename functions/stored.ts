import { createBase } from "../src/api/base.ts";
import { addReviewListRoute } from "../src/api/stored/reviews.ts";
import { addStoredRoutes } from "../src/api/stored/routes.ts";
import { createHandler, type HttpHandler } from "./wiring/handler.ts";
import { ledgerReaderFrom } from "./wiring/ledger-reader.ts";
import { MEASURED } from "./wiring/measured.ts";

/** `GET /v1/decisions/{id}`, its record and its reviews. */
export const handler: HttpHandler = createHandler(async (environment, base) => {
  const app = createBase(base);
  const dependencies = await ledgerReaderFrom(environment, base);
  addStoredRoutes(app, dependencies);
  addReviewListRoute(app, dependencies);
  return app;
}, MEASURED);
