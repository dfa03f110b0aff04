import { createBase } from "../src/api/base.ts";
import { addReviewRoutes } from "../src/api/stored/reviews.ts";
import { createHandler, type HttpHandler, LAMBDA } from "./wiring/handler.ts";
import { ledgerFrom } from "./wiring/ledger.ts";

/** `POST /v1/decisions/{id}/reviews`. */
export const handler: HttpHandler = createHandler(async (environment, base) => {
  const app = createBase(base);
  addReviewRoutes(app, await ledgerFrom(environment, base));
  return app;
}, LAMBDA);
