import { S3Client } from "@aws-sdk/client-s3";
import { importFromEvent } from "../src/registry/s3/import-object.ts";
import { measured } from "./wiring/measure.ts";
import { rosterTarget } from "./wiring/roster-target.ts";
import { readSettings } from "./wiring/settings.ts";

/** What a page of rows, and the message to go on, may take at the very most. */
const RESERVE_MILLISECONDS = 60_000;

interface Context {
  readonly getRemainingTimeInMillis: () => number;
}

/** A roster that was put into the bucket, or one whose import goes on by a message. */
export async function handler(event: unknown, context: Context): Promise<void> {
  const setting = readSettings(process.env, ["AWS_REGION", "LAYAK_ROSTER_QUEUE"]);
  const region = setting("AWS_REGION");
  const endpoint = process.env["LAYAK_S3_ENDPOINT"];
  const local = endpoint === undefined ? {} : { endpoint };
  const s3 = new S3Client({
    region,
    ...local,
    ...(endpoint !== undefined && { forcePathStyle: true }),
  });
  const target = rosterTarget(process.env);
  try {
    const tell = measured(process.env);
    const queueUrl = setting("LAYAK_ROSTER_QUEUE");
    const send = (message: string) => sendTo(queueUrl, message, { region, ...local });
    await importFromEvent({ target, s3, send, tell }, event, {
      outOfTime: () => context.getRemainingTimeInMillis() < RESERVE_MILLISECONDS,
      clock: () => new Date(),
      signal: AbortSignal.timeout(context.getRemainingTimeInMillis()),
    });
  } finally {
    for (const client of [s3, target.client]) client.destroy();
  }
}

/** Most imports end in one run, and never load the queue's client. */
async function sendTo(
  queueUrl: string,
  message: string,
  options: { readonly region: string; readonly endpoint?: string },
): Promise<void> {
  const { SendMessageCommand, SQSClient } = await import("@aws-sdk/client-sqs");
  const sqs = new SQSClient(options);
  try {
    await sqs.send(new SendMessageCommand({ QueueUrl: queueUrl, MessageBody: message }));
  } finally {
    sqs.destroy();
  }
}
