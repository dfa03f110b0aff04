import { createServer, type Server } from "node:http";
import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import dynalite from "dynalite";
import { afterAll, beforeAll } from "vitest";
import { close, listen } from "../../../src/cli/serve/listen.ts";
import { createStoreClient } from "../../../src/store/client.ts";

const CREDENTIALS = { accessKeyId: "local", secretAccessKey: "local" };

export interface TestDatabase {
  readonly endpoint: () => string;
  readonly client: () => DynamoDBClient;
}

/** A DynamoDB in this process, in memory, for the tests of one file. */
export function testDatabase(): TestDatabase {
  let server: Server | null = null;
  let address = "";
  let client: DynamoDBClient | null = null;
  beforeAll(async () => {
    process.env["AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED"] = "true";
    server = dynalite({ createTableMs: 0 });
    address = await listen(server, 0);
    client = clientOf(address, 1, 10_000);
  });
  afterAll(async () => {
    client?.destroy();
    if (server !== null) await close(server);
  });
  return {
    endpoint: () => address,
    client: () => {
      if (client === null) throw new Error("the database has not started");
      return client;
    },
  };
}

export function clientOf(
  endpoint: string,
  attempts = 1,
  requestMilliseconds = 300,
): DynamoDBClient {
  return createStoreClient({
    region: "local",
    endpoint,
    credentials: CREDENTIALS,
    requestMilliseconds,
    attempts,
  });
}

type Meddled = { readonly status: number; readonly body: unknown } | "hang" | null;

/**
 * What stands between a client and the database: it may answer itself, change the question, or let
 * something else happen before it passes that on.
 */
export type Meddler = (
  operation: string,
  body: Record<string, unknown>,
) => Meddled | Promise<Meddled>;

/** A server before the database that lets a test meddle. */
export async function meddling(
  endpoint: string,
  meddle: Meddler,
): Promise<{ readonly endpoint: string; readonly stop: () => Promise<void> }> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", async () => {
      const text = Buffer.concat(chunks).toString("utf8");
      const target = String(request.headers["x-amz-target"]).split(".")[1] ?? "";
      const meddled = await meddle(target, JSON.parse(text));
      if (meddled === "hang") return;
      if (meddled !== null) {
        response.writeHead(meddled.status, { "content-type": "application/x-amz-json-1.0" });
        response.end(JSON.stringify(meddled.body));
        return;
      }
      const headers = {
        "content-type": "application/x-amz-json-1.0",
        "x-amz-target": String(request.headers["x-amz-target"]),
        authorization: String(request.headers.authorization),
        "x-amz-date": String(request.headers["x-amz-date"]),
      };
      const answer = await fetch(endpoint, { method: "POST", body: text, headers });
      response.writeHead(answer.status, { "content-type": "application/x-amz-json-1.0" });
      response.end(await answer.text());
    });
  });
  return { endpoint: await listen(server, 0), stop: () => close(server) };
}
