import * as z from "zod/mini";
import { refuseFields } from "../problems/refusal.ts";
import { schemaFaults } from "../request/schema-faults.ts";

export const MOST_ITEMS = 500;

/** The body of `POST /v1/decisions/batch`. Each item is a body of `POST /v1/decisions`. */
export const batchRequest = z.strictObject({
  items: z.array(z.unknown()).check(
    z.refine((items: readonly unknown[]) => items.length > 0 && items.length <= MOST_ITEMS, {
      params: { code: "items-count" },
    }),
  ),
  language: z.optional(z.enum(["id", "en"])),
});

/** The items, each still to be read. @throws Refusal where the body is no batch. */
export function readBatch(body: unknown): readonly unknown[] {
  const { success, data, error } = batchRequest.safeParse(body);
  if (success) return data.items;
  throw refuseFields(schemaFaults(error.issues, body, Object.keys(batchRequest.shape)));
}
