import { Ajv2020 } from "ajv/dist/2020.js";
import { isObject, type Json, type JsonObject } from "../../../../src/api/openapi/schema.ts";
import { isDate } from "../../../../src/engine/values/calendar.ts";

/** Tells what is wrong with a value, one line a fault; empty where nothing is. */
export type Check = (value: unknown) => readonly string[];

const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/;

/** Makes the document's schemas into checks, named by where they stand: `components/schemas/X`. */
export function checksOf(document: JsonObject): (...steps: readonly string[]) => Check {
  const ajv = new Ajv2020({
    allErrors: true,
    strict: false,
    formats: {
      date: isDate,
      "date-time": (text: string) => MOMENT.test(text) && !Number.isNaN(Date.parse(text)),
      uuid: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
      "uri-reference": /^\/[^\s]*$/,
    },
  });
  ajv.addSchema(document, "document");
  return (...steps) => {
    const pointer = steps.map((step) => step.replaceAll("~", "~0").replaceAll("/", "~1"));
    const check = ajv.compile({ $ref: `document#/${pointer.map(encodeURIComponent).join("/")}` });
    return (value) =>
      check(value)
        ? []
        : (check.errors ?? []).map(
            ({ instancePath, message, params }) =>
              `${instancePath} ${message} ${JSON.stringify(params)}`,
          );
  };
}

/**
 * The document with every object closed that tells its keys: what an answer has beyond them is a
 * fault then, so that no key of an answer goes untold.
 */
export function closed(document: JsonObject): JsonObject {
  const closing = (value: Json): Json => {
    if (Array.isArray(value)) return value.map(closing);
    if (!isObject(value)) return value;
    const entries = Object.entries(value).map(([key, inner]) => [key, closing(inner)] as const);
    const isOpen = isObject(value["properties"]) && !("additionalProperties" in value);
    const isPart = !("description" in value);
    return {
      ...Object.fromEntries(entries),
      ...(isOpen && !isPart && { additionalProperties: false }),
    };
  };
  const whole = closing(document);
  return isObject(whole) ? whole : {};
}
