import { createBase } from "../src/api/base.ts";
import { addBulkStatusRoute } from "../src/api/bulk/status.ts";
import { lookAtQuery, rowsReadBy } from "../src/athena/queries.ts";
import { createBulkRunReader } from "../src/athena/runs.ts";
import { athenaFrom, bulkBucket, readBulkSettings } from "./wiring/bulk.ts";
import { clientFrom } from "./wiring/client.ts";
import { createHandler, type HttpHandler } from "./wiring/handler.ts";
import { MEASURED } from "./wiring/measured.ts";

/** `GET /v1/bulk/{id}`. */
export const handler: HttpHandler = createHandler(async (environment, base) => {
  const setting = readBulkSettings(environment, [
    "AWS_REGION",
    "LAYAK_BULK_BUCKET",
    "LAYAK_CLAIMS_TABLE",
  ]);
  const region = setting("AWS_REGION");
  const client = clientFrom(environment, region);
  const runs = createBulkRunReader({ client, table: setting("LAYAK_CLAIMS_TABLE"), ...base });
  const athena = athenaFrom(environment, region);
  const { linksTo } = bulkBucket(environment, region, setting("LAYAK_BULK_BUCKET"));
  const app = createBase(base);
  addBulkStatusRoute(app, {
    ...base,
    runs,
    lookAtQuery: (query, signal) => lookAtQuery(query, athena, signal),
    rowsReadBy: (query, signal) => rowsReadBy(query, athena, signal),
    linksTo,
  });
  return app;
}, MEASURED);
