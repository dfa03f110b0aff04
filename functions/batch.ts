import { createBase } from "../src/api/base.ts";
import { addBatchRoute } from "../src/api/batch/route.ts";
import { deciderFrom } from "./wiring/decider.ts";
import { createHandler, type HttpHandler } from "./wiring/handler.ts";
import { MEASURED } from "./wiring/measured.ts";

/** `POST /v1/decisions/batch`. */
export const handler: HttpHandler = createHandler(async (environment, base) => {
  const app = createBase(base);
  addBatchRoute(app, await deciderFrom(environment, base));
  return app;
}, MEASURED);
