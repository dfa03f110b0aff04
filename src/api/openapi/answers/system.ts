import { READY_PROBLEMS } from "../../ready-problems.ts";
import { type Components, list, object, text, word } from "../schema.ts";

export const SYSTEM_COMPONENTS: Components = {
  Health: object("The process answers; it says nothing of what lies behind it.", {
    status: { type: "string", const: "ok", description: "Always `ok`." },
  }),
  Readiness: object("Whether decisions can be made now, and what each part says.", {
    status: word("Whether all of it is ready.", ["ready", "not-ready"]),
    checks: list(
      "What decisions need, each by itself.",
      object(
        "One of them.",
        {
          name: text("`pack`, `ledger`, `coverage`; or `settings`, where one of these is wrong."),
          problem: {
            type: ["string", "null"],
            enum: [...Object.keys(READY_PROBLEMS), null],
            description: "What keeps it; null: it is ready.",
          },
        },
        { message: text("What that means and what to do, in your language.") },
      ),
    ),
  }),
  OpenApiDocument: {
    type: "object",
    description: "An OpenAPI document.",
    properties: { openapi: text("The version of OpenAPI.") },
    required: ["openapi"],
    additionalProperties: true,
  },
  KeySet: object("A JSON Web Key Set (RFC 7517): public keys alone.", {
    keys: list(
      "The key that signs now, and those that signed before.",
      object("A public key.", {
        kty: text("Key type."),
        crv: text("Curve."),
        x: text("Coordinate."),
        y: text("Coordinate."),
        kid: text("The key's id, as receipts name it."),
        alg: text("Algorithm."),
        use: text("For signatures."),
      }),
    ),
  }),
};
