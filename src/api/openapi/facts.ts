import { DEFAULT_MAX_ITEMS, DEFAULT_MAX_LENGTH } from "../../engine/facts/shapes.ts";
import type {
  DecimalShape,
  Fact,
  NumericShape,
  ScalarShape,
  StringShape,
} from "../../engine/model/catalogue.ts";
import type { Text } from "../../engine/model/text.ts";
import { DATE_PATTERN, NIK_PATTERN } from "./patterns.ts";
import { type JsonSchema, orNull } from "./schema.ts";

/** Whether the caller supplies a fact; all others are looked up or set by Layak. */
export function isFromCaller({ source }: Fact): boolean {
  return source === "applicant" || source === "office";
}

/**
 * A fact of a request: its value, or `null` where it is not known. It has no `title`: generators
 * name types by it, and a client must not change where a label does.
 */
export function factSchema(fact: Fact): JsonSchema {
  const { label, source, personal, unit } = fact;
  const { description = "", ...shape } = valueSchema(fact);
  return {
    description: [
      `${bothLanguages(label)}.`,
      unit === undefined ? "" : `In ${unit}; satuan ${unit}.`,
      SAID_BY[source] ?? "",
      personal ? "Personal data; data pribadi." : "",
      String(description),
    ]
      .filter((sentence) => sentence !== "")
      .join(" "),
    ...shape,
    "x-label": { id: label.id, en: label.en ?? label.id },
    "x-source": source,
    "x-personal": personal,
    ...(unit !== undefined && { "x-unit": unit }),
  };
}

const SAID_BY: Readonly<Record<string, string>> = {
  applicant: "Told by the applicant; dari pemohon.",
  office: "Asserted by the calling office; dari kantor pemanggil.",
};

function valueSchema(fact: Fact): JsonSchema {
  if (fact.type !== "list") return nullable(scalarSchema(fact));
  const { items, maxItems = DEFAULT_MAX_ITEMS } = fact;
  const { description, ...shape } = nullable(scalarSchema(items));
  return {
    type: ["array", "null"],
    items: shape,
    maxItems,
    ...(description !== undefined && { description }),
  };
}

/** A closed set must name `null` among its values too. */
function nullable(schema: JsonSchema): JsonSchema {
  const values = schema["enum"];
  return { ...orNull(schema), ...(Array.isArray(values) && { enum: [...values, null] }) };
}

function scalarSchema(shape: ScalarShape): JsonSchema {
  switch (shape.type) {
    case "boolean":
      return { type: "boolean" };
    case "integer":
    case "number":
    case "money":
      return numberSchema(shape);
    case "decimal":
      return decimalSchema(shape);
    case "date":
      return { type: "string", format: "date", pattern: DATE_PATTERN };
    case "code":
      return {
        type: "string",
        enum: Object.keys(shape.codes),
        description: codesTold(shape.codes),
        "x-enumDescriptions": Object.fromEntries(
          Object.entries(shape.codes).map(([code, words]) => [code, bothLanguages(words)]),
        ),
      };
    case "string":
      return stringSchema(shape);
  }
}

/** No `multipleOf`: validators divide binary fractions, and would refuse 0.07. */
function decimalSchema({ scale, minimum, maximum }: DecimalShape): JsonSchema {
  return {
    type: "number",
    ...(minimum !== undefined && { minimum }),
    ...(maximum !== undefined && { maximum }),
    description: `At most ${scale} decimals; paling banyak ${scale} angka desimal.`,
  };
}

function numberSchema({ type, minimum, maximum }: NumericShape): JsonSchema {
  const bounds = {
    ...(minimum !== undefined && { minimum }),
    ...(maximum !== undefined && { maximum }),
  };
  if (type === "number") return { type: "number", ...bounds };
  return {
    type: "integer",
    minimum: Number.MIN_SAFE_INTEGER,
    maximum: Number.MAX_SAFE_INTEGER,
    ...bounds,
    ...(type === "money" && { description: "Whole rupiah; rupiah bulat." }),
  };
}

/** JSON Schema counts characters where the engine counts UTF-16 units, so it never asks for more. */
function stringSchema({ pattern, format, maxLength }: StringShape): JsonSchema {
  const whole = pattern === undefined ? null : `^(?:${pattern})$`;
  const nik = format === "nik" ? NIK_PATTERN : null;
  return {
    type: "string",
    maxLength: maxLength ?? DEFAULT_MAX_LENGTH,
    ...(whole !== null && nik !== null && { allOf: [{ pattern: nik }] }),
    ...((whole ?? nik) !== null && { pattern: whole ?? nik }),
  };
}

function codesTold(codes: Readonly<Record<string, Text>>): string {
  return Object.entries(codes)
    .map(([code, words]) => `\`${code}\`: ${bothLanguages(words)}.`)
    .join(" ");
}

function bothLanguages({ id, en }: Text): string {
  return en === undefined || en === id ? id : `${id}; ${en}`;
}
