import * as z from "zod";
import { CHECKS } from "./patterns.ts";
import { isObject, type JsonSchema } from "./schema.ts";

/**
 * A request schema as JSON Schema. Its checks are told by {@link CHECKS}.
 * @throws Error where a check has no telling: the document would accept what the API refuses.
 */
export function fromZod(schema: z.core.$ZodType): JsonSchema {
  const { $schema: _, ...made } = plainJson(
    z.toJSONSchema(schema, {
      io: "input",
      override: ({ zodSchema, jsonSchema }) => {
        for (const check of zodSchema._zod.def.checks ?? []) {
          Object.assign(jsonSchema, tellingOf(check._zod.def));
        }
        // Keys of JSON are always texts.
        delete jsonSchema.propertyNames;
      },
    }),
  );
  return made;
}

function tellingOf(check: z.core.$ZodCheckDef): JsonSchema {
  if (check.check !== "custom") return {};
  const parameters: unknown = "params" in check ? check.params : undefined;
  const code = isObject(parameters) ? parameters["code"] : undefined;
  const telling = typeof code === "string" ? CHECKS[code] : undefined;
  if (telling !== undefined) return telling;
  throw new Error(`the check ${String(code)} of a request is not told in the OpenAPI document`);
}

/** What is written to a file anyway. */
function plainJson(value: unknown): JsonSchema {
  const plain: unknown = JSON.parse(JSON.stringify(value));
  if (!isObject(plain)) throw new TypeError("a JSON Schema is an object");
  return plain;
}
