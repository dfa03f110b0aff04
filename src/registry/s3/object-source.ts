import {
  GetObjectCommand,
  HeadObjectCommand,
  type S3Client,
  S3ServiceException,
} from "@aws-sdk/client-s3";
import { type RosterSource, SourceChanged } from "../roster-file/source.ts";

/** One object in S3, as it was when its ETag was this. */
export interface ObjectVersion {
  readonly bucket: string;
  readonly key: string;
  readonly etag: string;
}

/** An object, and what whoever put it there said about it. */
export interface FoundObject {
  readonly version: ObjectVersion;
  readonly modifiedAt: Date;
  /** The object's own metadata; S3 writes the names in small letters. */
  readonly metadata: Readonly<Record<string, string>>;
}

/** The object as it is now. */
export async function findObject(
  s3: S3Client,
  { bucket, key }: Pick<ObjectVersion, "bucket" | "key">,
  now: Date,
): Promise<FoundObject> {
  const head = await s3.send(new HeadObjectCommand({ Bucket: bucket, Key: key }));
  const { ETag: etag = "", LastModified: modifiedAt = now, Metadata: metadata = {} } = head;
  return { version: { bucket, key, etag }, modifiedAt, metadata };
}

const CHANGED = ["PreconditionFailed", "NoSuchKey"];
const BEYOND_THE_END = "InvalidRange";

/** Reads an object from any byte on, and only as long as its ETag stays. */
export function objectSource(s3: S3Client, { bucket, key, etag }: ObjectVersion): RosterSource {
  async function* open(offset: number): AsyncGenerator<Uint8Array> {
    const request = new GetObjectCommand({
      Bucket: bucket,
      Key: key,
      IfMatch: etag,
      ...(offset > 0 && { Range: `bytes=${offset}-` }),
    });
    try {
      const { Body } = await s3.send(request);
      if (isChunks(Body)) yield* Body;
    } catch (error) {
      const name = error instanceof S3ServiceException ? error.name : "";
      if (CHANGED.includes(name)) throw new SourceChanged();
      if (name !== BEYOND_THE_END) throw error;
    }
  }
  return { open };
}

/** In Node the body is a stream of bytes; its type also covers browsers. */
function isChunks(body: unknown): body is AsyncIterable<Uint8Array> {
  return typeof body === "object" && body !== null && Symbol.asyncIterator in body;
}
