import * as z from "zod/mini";
import { refuseShape } from "../request/refuse-shape.ts";
import { day } from "../request/schema.ts";

const facts = z.record(z.string(), z.unknown());

/** The body of `POST /v1/previews`: it names nobody. */
export const previewRequest = z.strictObject({
  service: z.string(),
  groups: z._default(
    z.record(z.string(), z.array(z.strictObject({ facts: z._default(facts, {}) }))),
    {},
  ),
  facts: z._default(facts, {}),
  asOf: z.optional(day),
  language: z.optional(z.enum(["id", "en"])),
});

export type PreviewRequest = z.output<typeof previewRequest>;

/** @throws Refusal with every fault of the body's shape. */
export async function readPreview(body: unknown): Promise<PreviewRequest> {
  const { success, data, error } = previewRequest.safeParse(body);
  if (success) return data;
  throw await refuseShape(error.issues, body, Object.keys(previewRequest.shape));
}
