import * as z from "zod";
import type { Facts } from "../../engine/model/catalogue.ts";
import type { Pack } from "../../engine/model/pack.ts";
import type { Condition } from "../../engine/model/policy.ts";
import { adoptionsFileSchema, recordEntrySchema } from "./adoptions.ts";
import { SOURCE_ID } from "./assurance.ts";
import { caseSchema, casesFileSchema } from "./cases.ts";
import { factSchema, factsFileSchema, groupSchema } from "./catalogue.ts";
import { citySchema } from "./city.ts";
import { annotationsSchema, conditionsFileSchema } from "./conditions.ts";
import { conditionDefinitions } from "./editor/condition.ts";
import { factsDefinition } from "./editor/facts.ts";
import { choiceOf, type JsonSchema } from "./editor/json-schema.ts";
import { type Vocabulary, vocabularyOf } from "./editor/vocabulary.ts";
import { parameterSchema, parametersFileSchema } from "./parameters.ts";
import { grantSchema, policySchema, requirementSchema } from "./policy.ts";
import { sourceSchema, sourcesFileSchema } from "./sources.ts";

/**
 * The JSON Schemas for editors: what stands in `rules/schema/`, file names with their text. The
 * shapes are those of the zod schemas; ids, operators and codes are those of this pack, so that an
 * editor offers them with their labels. Draft 7, which editors know best.
 */
export function jsonSchemas(pack: Pack): Readonly<Record<string, string>> {
  const vocabulary = vocabularyOf(pack);
  const written = (schema: z.ZodType): string => schemaText(schema, vocabulary, pack);
  const condition = conditionMarker();
  return {
    "facts.schema.json": written(factsFileSchema(factSchema, groupSchema)),
    "parameters.schema.json": written(parametersFileSchema(parameterSchema)),
    "sources.schema.json": written(sourcesFileSchema(sourceSchema)),
    "city.schema.json": written(citySchema),
    "conditions.schema.json": written(conditionsFileSchema(condition)),
    "policy.schema.json": written(
      policySchema(requirementSchema(condition), condition, grantSchema(condition)),
    ),
    "adoptions.schema.json": written(adoptionsFileSchema(recordEntrySchema)),
    "cases.schema.json": written(casesFileSchema(caseSchema(factsMarker()))),
  };
}

/** Stands where a condition does; the language itself is written beside it. */
function conditionMarker(): z.ZodType<Condition> {
  return z.custom<Condition>().meta({ title: CONDITION });
}
function factsMarker(): z.ZodType<Facts> {
  return z.custom<Facts>().meta({ title: FACTS });
}
const CONDITION = "condition";
const FACTS = "facts";

function schemaText(schema: z.ZodType, vocabulary: Vocabulary, pack: Pack): string {
  const used = new Set<string>();
  const { definitions = {}, ...shape } = z.toJSONSchema(schema, {
    target: "draft-7",
    reused: "ref",
    unrepresentable: "any",
    override: ({ jsonSchema }) => {
      const { title } = jsonSchema;
      if (title === SOURCE_ID && vocabulary.sources.length > 0) {
        delete jsonSchema.title;
        Object.assign(jsonSchema, choiceOf(vocabulary.sources, jsonSchema.description));
      }
      if (title !== CONDITION && title !== FACTS) return;
      used.add(title);
      delete jsonSchema.title;
      jsonSchema.$ref = `#/definitions/${title}`;
    },
  });
  const own = {
    ...(used.has(CONDITION) && conditionDefinitions(vocabulary, annotationProperties())),
    ...(used.has(FACTS) && { [FACTS]: factsDefinition(pack) }),
  };
  const all: JsonSchema = Object.assign({}, definitions, own);
  const whole = Object.keys(all).length === 0 ? shape : { ...shape, definitions: all };
  return `${JSON.stringify(whole, null, 2)}\n`;
}

/** What any node of a condition may carry, written out in full. */
function annotationProperties(): Readonly<Record<string, JsonSchema>> {
  const { properties = {} } = z.toJSONSchema(annotationsSchema, { target: "draft-7" });
  return Object.fromEntries(
    Object.entries(properties).flatMap(([key, value]) =>
      typeof value === "object" ? [[key, { ...value }]] : [],
    ),
  );
}
