import * as z from "zod";
import { caseSchema, casesFileSchema, factsSchema } from "./cases.ts";
import { factSchema, factsFileSchema, groupSchema } from "./catalogue.ts";
import { conditionSchema, conditionsFileSchema } from "./conditions.ts";
import { parameterSchema, parametersFileSchema } from "./parameters.ts";
import { policySchema, requirementSchema } from "./policy.ts";
import { sourceSchema, sourcesFileSchema } from "./sources.ts";

/** The JSON Schemas for editors: what stands in `rules/schema/`, file names with their text. */
export function jsonSchemas(): Readonly<Record<string, string>> {
  return {
    "facts.schema.json": written(factsFileSchema(factSchema, groupSchema)),
    "parameters.schema.json": written(parametersFileSchema(parameterSchema)),
    "sources.schema.json": written(sourcesFileSchema(sourceSchema)),
    "conditions.schema.json": written(conditionsFileSchema(conditionSchema)),
    "policy.schema.json": written(
      policySchema(requirementSchema(conditionSchema), conditionSchema),
    ),
    "cases.schema.json": written(casesFileSchema(caseSchema(factsSchema))),
  };
}

function written(schema: z.ZodType): string {
  return `${JSON.stringify(z.toJSONSchema(schema, { reused: "ref" }), null, 2)}\n`;
}
