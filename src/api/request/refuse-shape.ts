import type * as z from "zod/mini";
import { type Refusal, refuseFields } from "../problems/refusal.ts";

/** Refuses a body for its shape. The words for what is wrong are loaded where something is. */
export async function refuseShape(
  issues: readonly z.core.$ZodIssue[],
  body: unknown,
  keys?: readonly string[],
): Promise<Refusal> {
  const { schemaFaults } = await import("./schema-faults.ts");
  return refuseFields(schemaFaults(issues, body, keys));
}
