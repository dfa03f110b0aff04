import { createBase } from "../src/api/base.ts";
import { addDecisionRoute } from "../src/api/decisions/route.ts";
import { deciderFrom } from "./wiring/decider.ts";
import { createHandler, type HttpHandler } from "./wiring/handler.ts";
import { MEASURED } from "./wiring/measured.ts";

/** `POST /v1/decisions`. */
export const handler: HttpHandler = createHandler(async (environment, base) => {
  const app = createBase(base);
  addDecisionRoute(app, await deciderFrom(environment, base));
  return app;
}, MEASURED);
