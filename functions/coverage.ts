import { createBase } from "../src/api/base.ts";
import { addCoverageRoute } from "../src/api/coverage/route.ts";
import { readRosterCounts } from "../src/registry/read-counts.ts";
import { clientFrom } from "./wiring/client.ts";
import { createHandler, type HttpHandler } from "./wiring/handler.ts";
import { MEASURED } from "./wiring/measured.ts";
import { deployedRules } from "./wiring/rules.ts";
import { readSettings } from "./wiring/settings.ts";

/** `GET /v1/coverage`. */
export const handler: HttpHandler = createHandler(async (environment, base) => {
  const setting = readSettings(environment, ["AWS_REGION", "LAYAK_RULES", "LAYAK_COVERAGE_TABLE"]);
  const client = clientFrom(environment, setting("AWS_REGION"));
  const roster = { client, table: setting("LAYAK_COVERAGE_TABLE") };
  const app = createBase(base);
  const pack = await deployedRules(setting("LAYAK_RULES"));
  const rosterCounts = (signal: AbortSignal) => readRosterCounts(roster, signal);
  addCoverageRoute(app, { ...base, pack, rosterCounts });
  return app;
}, MEASURED);
