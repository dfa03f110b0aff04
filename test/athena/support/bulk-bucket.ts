import type { AddressInfo } from "node:net";
import { PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { buildApp } from "fauxqs";
import { afterAll, beforeAll } from "vitest";

const REGION = "ap-southeast-3";

/** An S3 with one bucket, before the tests of a file. */
export interface LocalBucket {
  readonly endpoint: () => string;
  readonly s3: () => S3Client;
  readonly put: (key: string, body: string) => Promise<void>;
}

export function localBucket(bucket: string): LocalBucket {
  const local = buildApp({ logger: false, defaultRegion: REGION });
  let endpoint = "";
  let s3: S3Client | null = null;
  const client = () => {
    if (s3 === null) throw new Error("the bucket has not started");
    return s3;
  };
  beforeAll(async () => {
    await local.listen({ host: "127.0.0.1", port: 0 });
    const address = local.server.address();
    endpoint = `http://127.0.0.1:${isNetwork(address) ? address.port : 0}`;
    const credentials = { accessKeyId: "local", secretAccessKey: "local" };
    s3 = new S3Client({ region: REGION, endpoint, credentials, forcePathStyle: true });
    await fetch(`${endpoint}/${bucket}`, { method: "PUT" });
  });
  afterAll(async () => {
    s3?.destroy();
    await local.close();
  });
  return {
    endpoint: () => endpoint,
    s3: client,
    put: async (Key, Body) => {
      await client().send(new PutObjectCommand({ Bucket: bucket, Key, Body }));
    },
  };
}

function isNetwork(address: AddressInfo | string | null): address is AddressInfo {
  return typeof address === "object" && address !== null;
}
