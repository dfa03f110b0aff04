import * as z from "zod/mini";
import { refuseShape } from "../request/refuse-shape.ts";
import { day } from "../request/schema.ts";

/** An upload's id is a folder's name, and stands in a statement: nothing in it means anything else. */
export const UPLOAD_PATTERN = "^[a-z0-9]+(-[a-z0-9]+)*$";
export const LONGEST_UPLOAD = 64;

const UPLOAD = new RegExp(UPLOAD_PATTERN);

/** The body of `POST /v1/bulk`. */
export const bulkRequest = z.strictObject({
  service: z.string(),
  asOf: z.optional(day),
  upload: z.string().check(
    z.refine((text) => text.length <= LONGEST_UPLOAD && UPLOAD.test(text), {
      params: { code: "upload-format" },
    }),
  ),
});

export type BulkRequest = z.output<typeof bulkRequest>;

/** @throws Refusal with every fault of the body's shape. */
export async function readBulkRequest(body: unknown): Promise<BulkRequest> {
  const { success, data, error } = bulkRequest.safeParse(body);
  if (success) return data;
  throw await refuseShape(error.issues, body, Object.keys(bulkRequest.shape));
}
