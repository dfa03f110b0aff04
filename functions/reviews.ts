import { createBase } from "../src/api/base.ts";
import { addReviewRoute } from "../src/api/stored/reviews.ts";
import { createHandler, type HttpHandler } from "./wiring/handler.ts";
import { MEASURED } from "./wiring/measured.ts";
import { reviewerFrom } from "./wiring/reviewer.ts";

/** `POST /v1/decisions/{id}/reviews`. */
export const handler: HttpHandler = createHandler(async (environment, base) => {
  const app = createBase(base);
  addReviewRoute(app, await reviewerFrom(environment, base));
  return app;
}, MEASURED);
