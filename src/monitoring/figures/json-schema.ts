import * as z from "zod";
import { claimSchema, fileSchema, quantitySchema, reportSchema } from "./schema.ts";

/** The JSON Schema of a figures file, for editors: draft 7, which they know best. */
export function figuresJsonSchema(): string {
  const schema = z.toJSONSchema(fileSchema(reportSchema, quantitySchema, claimSchema), {
    target: "draft-7",
    reused: "ref",
    unrepresentable: "any",
  });
  return `${JSON.stringify(schema, null, 2)}\n`;
}
