import { fileURLToPath } from "node:url";
import { createBase } from "../src/api/base.ts";
import { contractFilesIn } from "../src/api/openapi/contract-files.ts";
import { addContractRoutes } from "../src/api/openapi/routes.ts";
import { createHandler, type HttpHandler } from "./wiring/handler.ts";
import { MEASURED } from "./wiring/measured.ts";

/** `GET /openapi.json`, and `GET /docs` with its files, which the build writes beside this. */
export const handler: HttpHandler = createHandler(async (environment, base) => {
  const beside = fileURLToPath(new URL("contract/", import.meta.url));
  const app = createBase(base);
  const contract = contractFilesIn(environment["LAYAK_CONTRACT"] ?? beside);
  addContractRoutes(app, { ...base, contract });
  return app;
}, MEASURED);
