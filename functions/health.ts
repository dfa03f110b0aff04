import { createBase } from "../src/api/base.ts";
import { addHealthRoute } from "../src/api/health.ts";
import { addReadyRoute, type ReadyCheck } from "../src/api/ready.ts";
import { readyChecks } from "../src/api/ready-checks.ts";
import { findDecision } from "../src/ledger/decisions.ts";
import { createStoreClient } from "../src/store/client.ts";
import { createHandler, type HttpHandler, LAMBDA } from "./wiring/handler.ts";
import { deployedRules } from "./wiring/rules.ts";
import { type Environment, readSettings, SettingsMissing } from "./wiring/settings.ts";

const MAXIMUM_AGE_DAYS = 31;

/** `GET /healthz`, which needs no settings, and `GET /readyz`, which says where they lack. */
export const handler: HttpHandler = createHandler(async (environment, base) => {
  const app = createBase(base);
  addHealthRoute(app, base);
  addReadyRoute(app, { ...base, checks: await checksFrom(environment, base.clock) });
  return app;
}, LAMBDA);

async function checksFrom(
  environment: Environment,
  clock: () => Date,
): Promise<readonly ReadyCheck[]> {
  try {
    const setting = readSettings(environment, [
      "AWS_REGION",
      "LAYAK_RULES",
      "LAYAK_COVERAGE_TABLE",
      "LAYAK_DECISIONS_TABLE",
    ]);
    const endpoint = environment["LAYAK_DYNAMODB_ENDPOINT"];
    const region = setting("AWS_REGION");
    const client = createStoreClient({ region, ...(endpoint !== undefined && { endpoint }) });
    const table = setting("LAYAK_DECISIONS_TABLE");
    const ledger = { find: (id: string) => findDecision(id, { client, table }) };
    const coverage = setting("LAYAK_COVERAGE_TABLE");
    const roster = { client, table: coverage, clock, maximumAgeDays: MAXIMUM_AGE_DAYS };
    return readyChecks(await deployedRules(setting("LAYAK_RULES")), ledger, roster);
  } catch (error) {
    if (!(error instanceof SettingsMissing)) throw error;
    return [{ name: "settings", look: async () => "missing" }];
  }
}
