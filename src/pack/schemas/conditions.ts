import * as z from "zod";
import { OPERATORS } from "../../engine/conditions/operators.ts";
import type {
  Annotations,
  Condition,
  DurationReference,
  FactReference,
  LeafValue,
  ShiftParams,
} from "../../engine/model/policy.ts";
import { confirmation, provenanceSchema, remarks } from "./assurance.ts";
import { scalarSchema, schemaReferenceSchema } from "./basics.ts";
import { strictObject } from "./strict.ts";

const annotations = {
  ...remarks,
  provenance: z.exactOptional(provenanceSchema),
  ...confirmation,
};

/** What any node of a condition may carry besides its condition. */
export const annotationsSchema: z.ZodType<Annotations> = strictObject(annotations);

/** The keys of {@link annotationsSchema}. */
export const ANNOTATION_KEYS: readonly string[] = Object.keys(annotations);

const operatorNames = Object.keys(OPERATORS);

const operatorSchema: z.ZodType<string> = z.string().meta({
  pattern: `^(not:)?((some|every)(Fact|Value):)?(${operatorNames.join("|")})$`,
  examples: operatorNames,
});

const durationReferenceSchema: z.ZodType<DurationReference> = z
  .union([z.string(), strictObject({ fact: z.string() })])
  .meta({ examples: ["P3M", "P17Y"] });

const shiftSchema: z.ZodType<ShiftParams> = z.union([
  strictObject({ plus: durationReferenceSchema }),
  strictObject({ minus: durationReferenceSchema }),
]);

const referenceSchema: z.ZodType<FactReference> = strictObject({
  fact: z.string(),
  params: z.exactOptional(shiftSchema),
});

const leafValueSchema: z.ZodType<LeafValue> = z.union([
  scalarSchema,
  z.array(scalarSchema),
  referenceSchema,
]);

/**
 * The condition language as a whole, for JSON Schema. Rules are checked by `checks/condition.ts`
 * instead, which knows at which key a condition goes wrong.
 */
export const conditionSchema: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    strictObject({ all: z.array(conditionSchema).min(1), ...annotations }),
    strictObject({ any: z.array(conditionSchema).min(1), ...annotations }),
    strictObject({ not: conditionSchema, ...annotations }),
    strictObject({ condition: z.string(), ...annotations }),
    strictObject({ every: z.string(), conditions: conditionSchema, ...annotations }),
    strictObject({ some: z.string(), conditions: conditionSchema, ...annotations }),
    strictObject({
      fact: z.string(),
      params: z.exactOptional(shiftSchema),
      operator: operatorSchema,
      value: leafValueSchema,
      ...annotations,
    }),
  ]),
);

export interface ConditionsFile<Entry> {
  readonly $schema?: string;
  readonly conditions: Readonly<Record<string, Entry>>;
}

/** `conditions.json`: the named conditions of a city. */
export function conditionsFileSchema<Entry>(
  condition: z.ZodType<Entry>,
): z.ZodType<ConditionsFile<Entry>> {
  return strictObject({
    $schema: z.exactOptional(schemaReferenceSchema),
    conditions: z.record(z.string(), condition),
  });
}
