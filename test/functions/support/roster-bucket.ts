import type { AddressInfo } from "node:net";
import { PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { CreateQueueCommand, ReceiveMessageCommand, SQSClient } from "@aws-sdk/client-sqs";
import { buildApp } from "fauxqs";
import { afterAll, beforeAll } from "vitest";

export const REGION = "ap-southeast-3";
const BUCKET = "rosters";
const CREDENTIALS = { accessKeyId: "local", secretAccessKey: "local" };

/** An S3 with a bucket for rosters, and an SQS with the queue by which imports go on. */
export interface RosterBucket {
  /** The settings by which a function finds both. */
  readonly settings: () => Readonly<Record<string, string>>;
  readonly upload: (
    key: string,
    body: string,
    metadata?: Readonly<Record<string, string>>,
  ) => Promise<void>;
  /** The next message of the queue, or null. */
  readonly nextMessage: () => Promise<string | null>;
}

/** Starts both before the tests of a file, and stops them after. */
export function rosterBucket(): RosterBucket {
  const local = buildApp({ logger: false, defaultRegion: REGION });
  let endpoint = "";
  let queueUrl = "";
  let s3: S3Client;
  let sqs: SQSClient;
  beforeAll(async () => {
    await local.listen({ host: "127.0.0.1", port: 0 });
    const address = local.server.address();
    endpoint = `http://127.0.0.1:${isNetwork(address) ? address.port : 0}`;
    const client = { region: REGION, endpoint, credentials: CREDENTIALS };
    s3 = new S3Client({ ...client, forcePathStyle: true });
    sqs = new SQSClient(client);
    await fetch(`${endpoint}/${BUCKET}`, { method: "PUT" });
    const queue = await sqs.send(new CreateQueueCommand({ QueueName: "roster-imports" }));
    queueUrl = queue.QueueUrl ?? "";
  });
  afterAll(async () => {
    s3.destroy();
    sqs.destroy();
    await local.close();
  });
  return {
    settings: () => ({ LAYAK_S3_ENDPOINT: endpoint, LAYAK_ROSTER_QUEUE: queueUrl }),
    upload: async (key, body, metadata = {}) => {
      const object = { Bucket: BUCKET, Key: key, Body: body, Metadata: { ...metadata } };
      await s3.send(new PutObjectCommand(object));
    },
    nextMessage: async () => {
      const order = { QueueUrl: queueUrl, WaitTimeSeconds: 0 };
      const { Messages = [] } = await sqs.send(new ReceiveMessageCommand(order));
      return Messages[0]?.Body ?? null;
    },
  };
}

/** What S3 tells of a file that was put there; keys are written as forms do. */
export function uploaded(key: string) {
  return {
    Records: [{ eventSource: "aws:s3", s3: { bucket: { name: BUCKET }, object: { key } } }],
  };
}

/** What SQS hands on of a message. */
export function queued(message: string | null) {
  return { Records: [{ eventSource: "aws:sqs", body: message }] };
}

function isNetwork(address: AddressInfo | string | null): address is AddressInfo {
  return typeof address === "object" && address !== null;
}
