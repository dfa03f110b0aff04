import { createBase } from "../src/api/base.ts";
import { addHealthRoute } from "../src/api/health.ts";
import { createHandler, type HttpHandler, LAMBDA } from "./wiring/handler.ts";

/** `GET /healthz`. */
export const handler: HttpHandler = createHandler(async (_environment, base) => {
  const app = createBase(base);
  addHealthRoute(app, base);
  return app;
}, LAMBDA);
