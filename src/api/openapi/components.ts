import { DIMENSIONS } from "../../monitoring/coverage/report.ts";
import { PROGRAMMES } from "../../registry/roster-file/codes.ts";
import { SCOPES } from "../access/routes.ts";
import type { JsonObject } from "./schema.ts";

/** Headers of answers, by the name of their component. */
export const HEADERS: JsonObject = {
  RequestId: header("Names the request; quote it when you report a fault."),
  Location: header("The address of what was made.", { format: "uri-reference" }),
  ETag: header("Names this content; send it as `If-None-Match` to ask for changes alone."),
  CacheControl: header("How long it may be kept."),
  Vary: header("What the answer hangs on besides its address."),
  ContentLanguage: header("The language of the texts.", { enum: ["id", "en"] }),
  RetryAfter: {
    description: "Try again after so many seconds.",
    schema: { type: "integer", minimum: 0 },
  },
  Authenticate: header("What the token lacks (RFC 6750)."),
};

/** Parameters, by the name of their component. */
export const PARAMETERS: JsonObject = {
  AcceptLanguage: parameter(
    "header",
    "Accept-Language",
    "The language of texts: `id` or `en`. Bahasa jawaban.",
    { type: "string", example: "id" },
  ),
  IfNoneMatch: parameter("header", "If-None-Match", "The ETag of what you have.", {
    type: "string",
  }),
  IdempotencyKey: parameter(
    "header",
    "Idempotency-Key",
    "Any text of your own, such as a UUID. The same key with the same body gives the same decision or review again, however often it is sent; with another body it is refused. Permintaan yang diulang dengan kunci yang sama mendapat jawaban yang sama.",
    { type: "string", pattern: "^[!-~]{1,200}$" },
  ),
  Requirement: {
    ...parameter("query", "requirement", "The requirement's id, or `scope`. Syarat.", {
      type: "string",
    }),
    required: true,
  },
  After: parameter(
    "query",
    "after",
    "Begins after so many entries; follow `next`, which has it. Halaman berikutnya.",
    { type: "integer", minimum: 0, default: 0 },
  ),
  AsOf: parameter("query", "asOf", "The day asked about; today in Jakarta unless given.", {
    type: "string",
    format: "date",
  }),
  CoverageBy: parameter(
    "query",
    "by",
    "What to count by, parted by commas; everything unless given. Menurut apa.",
    { type: "string", pattern: listPattern(DIMENSIONS), examples: ["segment,opd"] },
  ),
  CoverageMonth: parameter(
    "query",
    "month",
    "The month that is told; the last one unless given. Bulan.",
    { type: "string", pattern: "^\\d{4}-(0[1-9]|1[0-2])$", examples: ["2026-11"] },
  ),
  CoverageProgrammes: parameter(
    "query",
    "programmes",
    "The programmes whose contributions the cost is told by; `JKK,JKM` unless given. Program.",
    { type: "string", pattern: listPattern(PROGRAMMES), examples: ["JKK,JKM,JHT"] },
  ),
  CoverageCity: parameter(
    "query",
    "city",
    "The city whose contributions the cost is told by; those that all cities have alike unless given. Kota.",
    { type: "string", examples: ["kota-serang"] },
  ),
};

/** One of these words, or several, parted by commas. */
function listPattern(words: readonly string[]): string {
  const one = `(${words.join("|")})`;
  return `^${one}(,${one})*$`;
}

/** Parameters of paths, by their name in the table of routes. */
export const PATH_PARAMETERS: JsonObject = {
  id: pathParameter("id", "The id of the decision or the bulk run.", { type: "string" }),
  city: pathParameter("city", "The city's id: `kota-serang`.", { type: "string" }),
  service: pathParameter("service", "The service's id in its city: `sewa-kios`.", {
    type: "string",
  }),
  asset: pathParameter("asset", "The file's name.", { type: "string" }),
};

const SCOPES_TOLD: Readonly<Record<(typeof SCOPES)[number], string>> = {
  "decisions:write": "ask for decisions and previews",
  "decisions:read": "read the client's own decisions",
  "decisions:review": "find and review decisions of the services in the token",
  "coverage:read": "read how many people are protected",
  "bulk:run": "decide whole files, of the services in the token",
};

export const SECURITY_SCHEMES: JsonObject = {
  token: {
    type: "http",
    scheme: "bearer",
    bearerFormat: "JWT",
    description: `A token of your issuer with the scopes that a route names, and the services that it is for. Scopes: ${SCOPES.map((scope) => `\`${scope}\` (${SCOPES_TOLD[scope]})`).join(", ")}.`,
  },
};

function header(description: string, more: JsonObject = {}): JsonObject {
  return { description, schema: { type: "string", ...more } };
}

function parameter(
  place: "header" | "query",
  name: string,
  description: string,
  schema: JsonObject,
): JsonObject {
  return { in: place, name, required: false, description, schema };
}

function pathParameter(name: string, description: string, schema: JsonObject): JsonObject {
  return { in: "path", name, required: true, description, schema };
}
