import { randomBytes, randomUUID } from "node:crypto";
import { PutItemCommand } from "@aws-sdk/client-dynamodb";
import { createAdaptorServer } from "@hono/node-server";
import { Hono } from "hono";
import { readItems } from "../../src/store/batches.ts";
import { createStoreClient } from "../../src/store/client.ts";

/** What the record of such a decision weighs in the ledger, compressed. */
const RECORD_BYTES = 2400;

/** The database, and the keys that a look-up of the registry reads. */
const [endpoint = "", ...keys] = process.argv.slice(2);
const client = createStoreClient({
  region: "local",
  endpoint,
  credentials: { accessKeyId: "local", secretAccessKey: "local" },
});

/** Only the database calls of a decision: one batched reading, one conditional put. */
const app = new Hono();
app.post("/v1/decisions", async (context) => {
  const body: unknown = await context.req.json();
  await readItems(client, "layak-coverage", keys, AbortSignal.timeout(2000));
  const id = randomUUID();
  await client.send(
    new PutItemCommand({
      TableName: "layak-decisions",
      Item: {
        pk: { S: id },
        sk: { S: "decision" },
        applicant: { S: "k1.0123456789012345678901234567890123456789012" },
        service: { S: "kota-serang/sewa-kios" },
        asOf: { S: "2026-11-22" },
        outcome: { S: "ineligible" },
        policyDigest: { S: `sha256:${"0".repeat(64)}` },
        issuedAt: { S: "2026-11-22T05:00:00.000Z" },
        caller: { S: "lokal" },
        expires: { N: "2110000000" },
        record: { B: randomBytes(RECORD_BYTES) },
      },
      ConditionExpression: "attribute_not_exists(pk)",
    }),
  );
  return context.json({ id, asked: typeof body }, 201);
});
const server = createAdaptorServer({ fetch: app.fetch });
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  if (typeof address === "object" && address !== null) {
    console.log(`Layak: http://127.0.0.1:${address.port}`);
  }
});
