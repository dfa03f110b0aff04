import * as z from "zod";
import type { Grant, GrantAmount, Policy, Requirement } from "../../engine/model/policy.ts";
import { citationSchema, confirmation, provenanceSchema, remarks } from "./assurance.ts";
import { dateSchema, filledSchema, hyphenedIdSchema, schemaReferenceSchema } from "./basics.ts";
import { strictObject } from "./strict.ts";
import { textSchema } from "./text.ts";

/** A requirement of a policy file, with conditions of the schema given. */
export interface RequirementEntry<C> extends Omit<Requirement, "when" | "conditions"> {
  readonly when?: C;
  readonly conditions: C;
}

export function requirementSchema<C>(condition: z.ZodType<C>): z.ZodType<RequirementEntry<C>> {
  return strictObject({
    id: hyphenedIdSchema,
    title: textSchema,
    enforcement: z.enum(["required", "advisory"]).meta({
      description:
        "required memutuskan, advisory hanya menyarankan / required decides, advisory advises",
    }),
    sources: z.array(citationSchema),
    provenance: provenanceSchema,
    ...confirmation,
    ...remarks,
    when: z.exactOptional(condition),
    conditions: condition,
  });
}

/** A grant of a policy file, with conditions of the schema given. */
export interface GrantEntry<C> extends Omit<Grant, "conditions"> {
  readonly conditions?: C;
}

const amountSchema: z.ZodType<GrantAmount> = z
  .union([z.int().min(0), strictObject({ fact: z.string() })])
  .meta({
    description:
      'Rupiah bulat, atau { "fact": … } yang menyebut parameter atau fakta berjenis money / Whole rupiah, or { "fact": … } naming a parameter or fact of type money',
    examples: [42000000, { fact: "parameter.iuran.bpu" }],
  });

export function grantSchema<C>(condition: z.ZodType<C>): z.ZodType<GrantEntry<C>> {
  const { note, doubt } = remarks;
  return strictObject({
    id: hyphenedIdSchema,
    text: textSchema.meta({
      description:
        "Apa yang diberikan; {amount} menandai tempat jumlahnya / What is given; {amount} is where the amount stands",
    }),
    sources: z.array(citationSchema),
    provenance: provenanceSchema,
    ...confirmation,
    note,
    doubt,
    conditions: z.exactOptional(condition),
    amount: z.exactOptional(amountSchema),
  });
}

/** A policy file, with requirements, conditions and grants of the schemas given. */
export interface PolicyFile<R, C, G> extends Omit<Policy, "scope" | "requirements" | "grants"> {
  readonly $schema?: string;
  readonly scope?: C;
  readonly requirements: readonly R[];
  readonly grants?: readonly G[];
}

/** `<city>/<service>/<YYYY-MM-DD>.json`: the rules of one service from one day on. */
export function policySchema<R, C, G>(
  requirement: z.ZodType<R>,
  condition: z.ZodType<C>,
  grant: z.ZodType<G>,
): z.ZodType<PolicyFile<R, C, G>> {
  return strictObject({
    $schema: z.exactOptional(schemaReferenceSchema),
    title: textSchema,
    owner: filledSchema.meta({
      description: "Dinas yang bertanggung jawab / The office in charge",
    }),
    applicant: z.exactOptional(
      z.enum(["person", "business", "office"]).meta({
        description:
          "Siapa yang mengajukan: person perorangan (NIK), business badan usaha (NIB), office perangkat daerah; tanpa ini perorangan atau badan usaha / Who applies: a person, a business, or an office; without it a person or a business",
      }),
    ),
    contact: z.exactOptional(textSchema),
    objection: z.exactOptional(
      textSchema.meta({ description: "Cara mengajukan keberatan / How to object" }),
    ),
    status: z.enum(["draft", "pilot", "adopted"]).meta({
      description:
        "draft tidak memutuskan; pilot memutuskan sementara; adopted memutuskan / draft decides nothing; pilot decides provisionally; adopted decides",
    }),
    until: z.exactOptional(
      dateSchema.meta({ description: "Hari terakhir berlaku / The last day in force" }),
    ),
    note: z.exactOptional(
      textSchema.meta({ description: "Catatan untuk staf / A note for staff" }),
    ),
    scope: z.exactOptional(condition),
    requirements: z.array(requirement).min(1),
    grants: z.exactOptional(
      z.array(grant).min(1).meta({
        description:
          "Apa yang diterima pemohon yang memenuhi syarat; tidak mengubah putusan / What whoever is eligible is given; it decides nothing",
      }),
    ),
  });
}
