import { choiceOf, type JsonSchema } from "./json-schema.ts";
import { leafRules } from "./leaves.ts";
import { bilingual, type Vocabulary } from "./vocabulary.ts";

const CONDITION: JsonSchema = { $ref: "#/definitions/condition" };
const SEVERAL: JsonSchema = { type: "array", minItems: 1, items: CONDITION };

/**
 * The condition language with this pack's own ids. One object with its keys, and not one
 * alternative a kind: so an editor knows which values a half-written leaf may have.
 */
export function conditionDefinitions(
  vocabulary: Vocabulary,
  annotations: Readonly<Record<string, JsonSchema>>,
): Readonly<Record<string, JsonSchema>> {
  const { facts, conditions, groups } = vocabulary;
  return {
    condition: {
      type: "object",
      properties: {
        all: { ...SEVERAL, description: "Semuanya harus terpenuhi / All must hold" },
        any: {
          ...SEVERAL,
          description: "Sedikitnya satu harus terpenuhi / At least one must hold",
        },
        not: { ...CONDITION, description: "Tidak boleh terpenuhi / Must not hold" },
        condition: choiceOf(conditions, "Syarat bersama dari conditions.json / A shared condition"),
        every: choiceOf(groups, "Setiap anggota kelompok / Every item of a group"),
        some: choiceOf(groups, "Sedikitnya satu anggota / At least one item of a group"),
        conditions: {
          ...CONDITION,
          description: "Syarat bagi anggotanya / What its items must meet",
        },
        fact: choiceOf(facts, "Data yang diperiksa / The fact that is looked at"),
        params: { $ref: "#/definitions/shift" },
        operator: { type: "string", description: "Perbandingan / The comparison" },
        value: { description: "Nilai pembanding, atau fakta lain / The value, or another fact" },
        ...annotations,
      },
      additionalProperties: false,
      oneOf: [
        ...["all", "any", "not", "condition"].map((key) => ({ required: [key] })),
        { required: ["every", "conditions"] },
        { required: ["some", "conditions"] },
        { required: ["fact", "operator", "value"] },
      ],
      dependencies: {
        conditions: { anyOf: [{ required: ["every"] }, { required: ["some"] }] },
        every: ["conditions"],
        some: ["conditions"],
        params: ["fact"],
        operator: ["fact"],
        value: ["fact"],
      },
      allOf: leafRules(vocabulary),
    },
    shift: shiftSchema(vocabulary),
  };
}

function shiftSchema({ durations }: Vocabulary): JsonSchema {
  const duration: JsonSchema = {
    anyOf: [
      {
        type: "string",
        pattern: "^P(?=\\d)(\\d{1,4}Y)?(\\d{1,4}M)?(\\d{1,4}W)?(\\d{1,4}D)?$",
        examples: ["P3M", "P17Y"],
      },
      ...(durations.length === 0
        ? []
        : [
            {
              type: "object",
              properties: { fact: choiceOf(durations) },
              required: ["fact"],
              additionalProperties: false,
            },
          ]),
    ],
  };
  return {
    type: "object",
    description: bilingual({ id: "Menggeser tanggal", en: "Moves the date" }),
    properties: { plus: duration, minus: duration },
    additionalProperties: false,
    minProperties: 1,
    maxProperties: 1,
  };
}
