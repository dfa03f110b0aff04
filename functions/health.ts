import { createBase } from "../src/api/base.ts";
import type { BaseDependencies } from "../src/api/dependencies.ts";
import { addHealthRoute } from "../src/api/health.ts";
import { addReadyRoute, type ReadyCheck } from "../src/api/ready.ts";
import { readyChecks } from "../src/api/ready-checks.ts";
import { todayInJakarta } from "../src/api/today.ts";
import { findDecision } from "../src/ledger/find.ts";
import { rosterProblem } from "../src/registry/roster-problem.ts";
import { serviceProblem } from "../src/registry/service-problem.ts";
import { IdentityKeysUnusable } from "../src/store/identity-keys-unusable.ts";
import { coverageServiceFrom, maximumAgeDaysFrom } from "./wiring/coverage.ts";
import { createHandler, type HttpHandler } from "./wiring/handler.ts";
import { MEASURED } from "./wiring/measured.ts";
import { deployedRules } from "./wiring/rules.ts";
import {
  type Environment,
  readSettings,
  SettingsMissing,
  SettingUnusable,
} from "./wiring/settings.ts";
import { STORE_SETTINGS, storeFrom } from "./wiring/store.ts";

/** `GET /healthz`, which needs no settings, and `GET /readyz`, which says where they lack. */
export const handler: HttpHandler = createHandler(async (environment, base) => {
  const app = createBase(base);
  addHealthRoute(app, base);
  addReadyRoute(app, { ...base, checks: await checksFrom(environment, base) });
  return app;
}, MEASURED);

async function checksFrom(
  environment: Environment,
  base: BaseDependencies,
): Promise<readonly ReadyCheck[]> {
  try {
    const setting = readSettings(environment, [
      ...STORE_SETTINGS,
      "LAYAK_RULES",
      "LAYAK_COVERAGE_TABLE",
      "LAYAK_DECISIONS_TABLE",
    ]);
    const { client, pseudonyms } = storeFrom(environment, setting);
    const table = setting("LAYAK_DECISIONS_TABLE");
    const ledger = { find: (id: string) => findDecision(id, { client, table }) };
    const pack = await deployedRules(setting("LAYAK_RULES"));
    const service = await coverageServiceFrom(environment, base);
    const { clock } = base;
    const coverage = setting("LAYAK_COVERAGE_TABLE");
    const maximumAgeDays = maximumAgeDaysFrom(environment);
    const roster = { client, table: coverage, ...pseudonyms, clock, maximumAgeDays };
    return readyChecks(pack, ledger, (signal) =>
      service === null
        ? rosterProblem(roster, signal)
        : serviceProblem(service, todayInJakarta(clock()), signal),
    );
  } catch (error) {
    const isMissing = error instanceof SettingsMissing;
    if (!(isMissing || error instanceof SettingUnusable || error instanceof IdentityKeysUnusable)) {
      throw error;
    }
    return [{ name: "settings", look: async () => (isMissing ? "missing" : "unusable") }];
  }
}
