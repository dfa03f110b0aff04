import * as z from "zod";
import type { Fact, FactSource, Group, Scalar } from "../../engine/model/catalogue.ts";
import { filledSchema, scalarSchema, schemaReferenceSchema } from "./basics.ts";
import { computationSchema } from "./compute.ts";
import {
  booleanShape,
  codeShape,
  dateShape,
  decimalShape,
  listShape,
  numericShape,
  stringShape,
} from "./shapes.ts";
import { strictObject } from "./strict.ts";
import { textSchema } from "./text.ts";

const sourceSchema: z.ZodType<FactSource> = z
  .union([
    z.enum(["applicant", "office", "system"]),
    z.templateLiteral(["registry:", z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)]),
  ])
  .meta({
    description:
      "Siapa yang menyatakan: pemohon, kantor, registri, atau Layak / Who says it: the applicant, the calling office, a registry, or Layak",
  });

const actionableSchema: z.ZodType<true | readonly Scalar[]> = z
  .union([z.literal(true), z.array(scalarSchema).min(1)])
  .meta({
    description:
      "true, atau nilai yang dapat dicapai pemohon / true, or the values that an applicant can reach",
  });

const common = {
  label: textSchema,
  unit: z.exactOptional(filledSchema),
  source: sourceSchema,
  personal: z.boolean().meta({ description: "Data pribadi / Personal data" }),
  question: z.exactOptional(textSchema),
  actionable: z.exactOptional(actionableSchema),
  compute: z.exactOptional(computationSchema),
  note: z.exactOptional(textSchema),
};

/** One entry of the fact catalogue. */
export const factSchema: z.ZodType<Fact> = z.discriminatedUnion("type", [
  strictObject({ ...booleanShape, ...common }),
  strictObject({ ...numericShape, ...common }),
  strictObject({ ...decimalShape, ...common }),
  strictObject({ ...dateShape, ...common }),
  strictObject({ ...stringShape, ...common }),
  strictObject({ ...codeShape, ...common }),
  strictObject({ ...listShape, ...common }),
]);

/** A list of people or things, each with facts. */
export const groupSchema: z.ZodType<Group> = strictObject({
  label: textSchema,
  minItems: z.exactOptional(z.int().min(0)),
  maxItems: z.exactOptional(z.int().min(1)),
  facts: z.array(z.string()).min(1),
  note: z.exactOptional(textSchema),
});

export interface FactsFile<FactEntry, GroupEntry> {
  readonly $schema?: string;
  readonly facts: Readonly<Record<string, FactEntry>>;
  readonly groups?: Readonly<Record<string, GroupEntry>>;
}

/** `facts.json`: the fact catalogue, with entries of the schemas given. */
export function factsFileSchema<FactEntry, GroupEntry>(
  fact: z.ZodType<FactEntry>,
  group: z.ZodType<GroupEntry>,
): z.ZodType<FactsFile<FactEntry, GroupEntry>> {
  return strictObject({
    $schema: z.exactOptional(schemaReferenceSchema),
    facts: z.record(z.string(), fact).meta({ description: "Katalog fakta / The fact catalogue" }),
    groups: z.exactOptional(z.record(z.string(), group)),
  });
}
