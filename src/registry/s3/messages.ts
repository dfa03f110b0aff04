import * as z from "zod/mini";
import { importState } from "../import/state.ts";

const upload = z.object({
  s3: z.object({
    bucket: z.object({ name: z.string() }),
    object: z.object({ key: z.string() }),
  }),
});

const continuation = z.object({
  bucket: z.string(),
  key: z.string(),
  etag: z.string(),
  state: importState,
});

const queued = z.object({ body: z.string() });
const event = z.object({ Records: z.array(z.union([upload, queued])) });

/** What a function goes on with: the message that it sent itself. */
export type Continuation = z.infer<typeof continuation>;

/** A file that was put into the bucket, or an import that goes on. */
export type ImportTask =
  | { readonly kind: "upload"; readonly bucket: string; readonly key: string }
  | { readonly kind: "continue"; readonly continuation: Continuation };

/**
 * The tasks in an event of S3 or SQS.
 * @throws where it is neither.
 */
export function readTasks(told: unknown): readonly ImportTask[] {
  return event.parse(told).Records.map((record) => {
    if ("body" in record) {
      return { kind: "continue", continuation: continuation.parse(JSON.parse(record.body)) };
    }
    const { bucket, object } = record.s3;
    return { kind: "upload", bucket: bucket.name, key: keyFrom(object.key) };
  });
}

/** S3's events write keys as forms do: `daftar+november.csv` has a space. */
function keyFrom(written: string): string {
  return decodeURIComponent(written.replaceAll("+", " "));
}
