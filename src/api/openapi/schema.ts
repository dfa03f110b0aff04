/** A value of JSON. */
export type Json = string | number | boolean | null | readonly Json[] | JsonObject;

export interface JsonObject {
  readonly [key: string]: Json;
}

/** A JSON Schema of draft 2020-12, the dialect of OpenAPI 3.1. */
export type JsonSchema = JsonObject;

/** Named schemas of the document. */
export type Components = Readonly<Record<string, JsonSchema>>;

/** An object whose keys are all told. Answers may grow new keys, so readers leave others alone. */
export function object(
  description: string,
  required: Components,
  optional: Components = {},
): JsonSchema {
  return {
    type: "object",
    description,
    properties: { ...required, ...optional },
    required: Object.keys(required),
  };
}

export function text(description: string, more: JsonSchema = {}): JsonSchema {
  return { type: "string", description, ...more };
}

export function flag(description: string): JsonSchema {
  return { type: "boolean", description };
}

/** A number of things. */
export function count(description: string): JsonSchema {
  return { type: "integer", minimum: 0, description };
}

export function date(description: string): JsonSchema {
  return { type: "string", format: "date", description };
}

/** RFC 3339. */
export function moment(description: string): JsonSchema {
  return { type: "string", format: "date-time", description };
}

/** One of a closed set of words. */
export function word(description: string, words: readonly string[]): JsonSchema {
  return { type: "string", enum: words, description };
}

export function list(description: string, items: JsonSchema, more: JsonSchema = {}): JsonSchema {
  return { type: "array", description, items, ...more };
}

/** An object whose keys are the caller's or the catalogue's, with values of one kind. */
export function record(description: string, values: JsonSchema): JsonSchema {
  return { type: "object", description, additionalProperties: values };
}

export function ref(component: string, description?: string): JsonSchema {
  const $ref = `#/components/schemas/${component}`;
  return description === undefined ? { $ref } : { $ref, description };
}

/** The same schema, or `null`. */
export function orNull(schema: JsonSchema): JsonSchema {
  const { type, ...rest } = schema;
  return typeof type === "string"
    ? { ...rest, type: [type, "null"] }
    : { anyOf: [schema, { type: "null" }] };
}

/** True for a JSON object, as opposed to a list or a single value. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The schemas of an object's keys. */
export function propertiesOf(schema: JsonSchema): JsonObject {
  const properties = schema["properties"];
  return isObject(properties) ? properties : {};
}
