import { GetObjectCommand, ListObjectsV2Command, type S3Client } from "@aws-sdk/client-s3";
import { getSignedUrl } from "@aws-sdk/s3-request-presigner";

/** The bucket of what is put in and what comes out. */
export interface BulkBucket {
  readonly s3: S3Client;
  readonly bucket: string;
}

export interface FileLink {
  /** Whoever has it may fetch the file until it expires. */
  readonly url: string;
  readonly bytes: number;
}

/** Athena passes over these, and so does it over folders' own entries. */
const HIDDEN = /\/[._][^/]*$|\/$/;

/** Whether there is any file that Athena would read. */
export async function holdsFiles(
  prefix: string,
  { s3, bucket }: BulkBucket,
  signal: AbortSignal,
): Promise<boolean> {
  for await (const { key, bytes } of filesIn(prefix, { s3, bucket }, signal)) {
    if (bytes > 0 && !HIDDEN.test(key)) return true;
  }
  return false;
}

/** Links to all files, by name, each good for so many seconds. */
export async function linksTo(
  prefix: string,
  seconds: number,
  { s3, bucket }: BulkBucket,
  signal: AbortSignal,
): Promise<readonly FileLink[]> {
  const links: FileLink[] = [];
  for await (const { key, bytes } of filesIn(prefix, { s3, bucket }, signal)) {
    const order = new GetObjectCommand({ Bucket: bucket, Key: key });
    links.push({ url: await getSignedUrl(s3, order, { expiresIn: seconds }), bytes });
  }
  return links;
}

async function* filesIn(
  prefix: string,
  { s3, bucket }: BulkBucket,
  signal: AbortSignal,
): AsyncGenerator<{ readonly key: string; readonly bytes: number }> {
  let next: string | undefined;
  do {
    const page = await s3.send(
      new ListObjectsV2Command({
        Bucket: bucket,
        Prefix: prefix,
        ...(next !== undefined && { ContinuationToken: next }),
      }),
      { abortSignal: signal },
    );
    for (const { Key: key = "", Size: bytes = 0 } of page.Contents ?? []) yield { key, bytes };
    next = page.NextContinuationToken;
  } while (next !== undefined);
}
