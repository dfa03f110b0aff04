import { createBase } from "../src/api/base.ts";
import { addDecisionRoute } from "../src/api/decisions/route.ts";
import { jsonRulesEngineOpinion } from "../src/api/second-opinion.ts";
import { createLedger } from "../src/ledger/dynamodb-ledger.ts";
import { createSnapshotRegistry } from "../src/registry/snapshot-registry.ts";
import { createStoreClient } from "../src/store/client.ts";
import { pseudonymWith } from "../src/store/identity.ts";
import { createHandler, type HttpHandler, LAMBDA } from "./wiring/handler.ts";
import { deployedRules } from "./wiring/rules.ts";
import { readSettings } from "./wiring/settings.ts";

const MAXIMUM_AGE_DAYS = 31;

/** `POST /v1/decisions`. */
export const handler: HttpHandler = createHandler(async (environment, base) => {
  const setting = readSettings(environment, [
    "AWS_REGION",
    "LAYAK_RULES",
    "LAYAK_COVERAGE_TABLE",
    "LAYAK_DECISIONS_TABLE",
    "LAYAK_IDENTITY_KEY",
    "LAYAK_IDENTITY_KEY_ID",
  ]);
  const endpoint = environment["LAYAK_DYNAMODB_ENDPOINT"];
  const client = createStoreClient({
    region: setting("AWS_REGION"),
    ...(endpoint !== undefined && { endpoint }),
  });
  const pseudonym = pseudonymWith({
    id: setting("LAYAK_IDENTITY_KEY_ID"),
    secret: Buffer.from(setting("LAYAK_IDENTITY_KEY"), "base64"),
  });
  const pack = await deployedRules(setting("LAYAK_RULES"));
  const app = createBase(base);
  addDecisionRoute(app, {
    ...base,
    pack,
    coverage: createSnapshotRegistry({
      client,
      table: setting("LAYAK_COVERAGE_TABLE"),
      pseudonym,
      clock: base.clock,
      maximumAgeDays: MAXIMUM_AGE_DAYS,
    }),
    ledger: createLedger({ client, table: setting("LAYAK_DECISIONS_TABLE"), pseudonym }),
    secondOpinion: jsonRulesEngineOpinion(pack),
  });
  return app;
}, LAMBDA);
