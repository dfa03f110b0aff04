import * as z from "zod";
import { dateSchema, scalarSchema } from "../pack/schemas/basics.ts";
import { strictObject } from "../pack/schemas/strict.ts";
import {
  bySchema,
  fileSchema,
  groupSchema,
  type Parts,
  READ_APART,
  reportSchema,
  shareSchema,
  sharesSchema,
} from "./schema.ts";

const duration = z.string().meta({ examples: ["P3M", "P17Y", "P14D"] });

const asOf = strictObject({
  fact: z.literal("asOf"),
  params: z.exactOptional(
    z.union([strictObject({ plus: duration }), strictObject({ minus: duration })]),
  ),
}).meta({ description: "Hari permohonan, boleh digeser / The day applied on, moved or not" });

const otherFact = strictObject({
  fact: z.string().meta({
    description: "Sama dengan fakta lain / The same as another fact",
    examples: ["workers.count"],
  }),
});

/** The parts as an editor gets them. */
function wholeParts(): Parts {
  const marginal: z.ZodType<unknown> = z.lazy(() =>
    z.union([sharesSchema(parts, false), bySchema(parts, false)]),
  );
  const row: z.ZodType<unknown> = z.lazy(() =>
    z.union([sharesSchema(parts, true), bySchema(parts, true)]),
  );
  const marginals = z.record(z.string(), marginal);
  const parts: Parts = {
    ...READ_APART,
    value: z
      .union([scalarSchema, z.array(z.union([scalarSchema, z.null()])), asOf, otherFact])
      .meta({ description: "Nilainya / The value" }),
    bound: z.union([z.number(), dateSchema, asOf]),
    values: z.array(scalarSchema).min(1),
    shares: z.array(z.lazy(() => shareSchema(parts))).min(1),
    rows: z.array(row).min(1),
    marginal,
    marginals,
    groups: z.record(
      z.string(),
      z.lazy(() => groupSchema(parts)),
    ),
    reports: z.record(z.string(), reportSchema),
  };
  return parts;
}

/** The JSON Schema of a population's file, for editors: draft 7, which they know best. */
export function populationJsonSchema(): string {
  const schema = z.toJSONSchema(fileSchema(wholeParts()), {
    target: "draft-7",
    reused: "ref",
    unrepresentable: "any",
  });
  return `${JSON.stringify(schema, null, 2)}\n`;
}
