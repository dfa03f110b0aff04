import { comparable } from "../../../engine/conditions/operators.ts";
import type { FactShape, ScalarShape } from "../../../engine/model/catalogue.ts";
import { choiceOf, type JsonSchema } from "./json-schema.ts";
import { bilingual, type Vocabulary } from "./vocabulary.ts";

/** A value of this shape, as it is written in a rule or a case. */
export function valueSchema(shape: FactShape): JsonSchema {
  if (shape.type !== "list") return scalarSchema(shape);
  return { type: "array", items: scalarSchema(shape.items) };
}

function scalarSchema(shape: ScalarShape): JsonSchema {
  switch (shape.type) {
    case "boolean":
      return { type: "boolean" };
    case "number":
      return { type: "number" };
    case "integer":
    case "money":
      return { type: "integer" };
    case "date":
      return { type: "string", pattern: "^\\d{4}-\\d{2}-\\d{2}$" };
    case "code":
      return choiceOf(
        Object.entries(shape.codes).map(([value, label]) => ({
          value,
          description: bilingual(label),
        })),
      );
    default:
      return { type: "string" };
  }
}

/** As {@link valueSchema}, or `null` for what is not known; of lists the items too. */
export function givenSchema(shape: FactShape): JsonSchema {
  const or = (schema: JsonSchema): JsonSchema => ({ anyOf: [schema, { type: "null" }] });
  return or(
    shape.type === "list"
      ? { type: "array", items: or(scalarSchema(shape.items)) }
      : scalarSchema(shape),
  );
}

/** What a leaf may hold a fact against: a value of the shape, or another fact that compares with it. */
export function operandSchema(shape: FactShape, { facts }: Vocabulary): JsonSchema {
  const others = facts.filter((fact) => comparable(shape, fact.shape));
  if (others.length === 0) return valueSchema(shape);
  const reference = {
    type: "object",
    properties: { fact: choiceOf(others), params: { $ref: "#/definitions/shift" } },
    required: ["fact"],
    additionalProperties: false,
  };
  return { anyOf: [valueSchema(shape), reference] };
}
