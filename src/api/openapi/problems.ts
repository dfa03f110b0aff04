import { say } from "../../engine/model/text.ts";
import type { Scope } from "../access/routes.ts";
import { PROBLEMS, type ProblemCode } from "../problems/codes.ts";
import { type JsonObject, ref } from "./schema.ts";

/** What any route may answer. */
const ANYWHERE: readonly ProblemCode[] = ["request-invalid", "internal-error"];

/** What any route with a scope may answer. */
const WITH_TOKEN: readonly ProblemCode[] = [
  "token-missing",
  "token-invalid",
  "token-expired",
  "scope-missing",
];

/** What any route with a body may answer. */
const WITH_BODY: readonly ProblemCode[] = [
  "body-not-json",
  "body-not-utf8",
  "body-too-large",
  "body-too-deep",
  "content-type-unsupported",
];

/** Answers for another method of an address, which no operation has. */
export const OUTSIDE_OPERATIONS: readonly ProblemCode[] = ["method-not-allowed"];

/** What an operation asks for, as far as its problems hang on it. */
export interface Demands {
  readonly scope: Scope | null;
  readonly hasBody: boolean;
  /** What this operation alone may answer. */
  readonly own: readonly ProblemCode[];
  /** Whether a parameter of the query that it does not have is refused. */
  readonly refusesQuery: boolean;
}

/** The problems of one operation, as responses by their status. */
export function problemResponses({ scope, hasBody, own, refusesQuery }: Demands): JsonObject {
  const codes = new Set<ProblemCode>([
    ...own,
    ...(scope === null ? [] : WITH_TOKEN),
    ...(hasBody ? WITH_BODY : []),
    ...(refusesQuery || hasBody ? ANYWHERE : ANYWHERE.filter((code) => code !== "request-invalid")),
  ]);
  const statuses = [...new Set([...codes].map((code) => PROBLEMS[code].status))].sort();
  return Object.fromEntries(
    statuses.map((status) => [
      String(status),
      responseOf(
        status,
        [...codes].filter((code) => PROBLEMS[code].status === status),
      ),
    ]),
  );
}

function responseOf(status: number, codes: readonly ProblemCode[]): JsonObject {
  const told = codes.map((code) => {
    const { title } = PROBLEMS[code];
    return `\`${code}\`: ${say(title, "en")}. ${say(title, "id")}.`;
  });
  return {
    description: told.join(" "),
    headers: headersOf(status),
    content: {
      "application/problem+json": {
        schema: {
          allOf: [
            ref("Problem"),
            {
              type: "object",
              properties: { code: { type: "string", enum: codes } },
              required: ["code"],
            },
          ],
        },
      },
    },
  };
}

function headersOf(status: number): JsonObject {
  return {
    "X-Request-Id": { $ref: "#/components/headers/RequestId" },
    ...(status === 401 || status === 403
      ? { "WWW-Authenticate": { $ref: "#/components/headers/Authenticate" } }
      : {}),
    ...(status === 503 ? { "Retry-After": { $ref: "#/components/headers/RetryAfter" } } : {}),
  };
}
