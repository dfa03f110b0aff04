import type { Pack } from "../../engine/model/pack.ts";
import { ROUTES } from "../access/routes.ts";
import { BATCH_COMPONENTS } from "./answers/batch.ts";
import { BULK_COMPONENTS } from "./answers/bulk.ts";
import { COVERAGE_COMPONENTS } from "./answers/coverage.ts";
import { DECISION_COMPONENTS } from "./answers/decision.ts";
import { PREVIEW_COMPONENTS } from "./answers/preview.ts";
import { PROBLEM_COMPONENTS } from "./answers/problem.ts";
import { SERVICE_COMPONENTS } from "./answers/services.ts";
import { STORED_COMPONENTS } from "./answers/stored.ts";
import { SYSTEM_COMPONENTS } from "./answers/system.ts";
import { HEADERS, PARAMETERS, SECURITY_SCHEMES } from "./components.ts";
import type { DocumentExamples } from "./examples.ts";
import { askingOperations } from "./operations/asking.ts";
import { BULK_OPERATIONS } from "./operations/bulk.ts";
import { COVERAGE_OPERATIONS } from "./operations/coverage.ts";
import { decisionOperations } from "./operations/decisions.ts";
import { OBJECTION_OPERATIONS } from "./operations/objections.ts";
import { serviceOperations } from "./operations/services.ts";
import { SYSTEM_OPERATIONS } from "./operations/system.ts";
import { pathsOf } from "./paths.ts";
import { requestComponents } from "./request-components.ts";
import type { Components, JsonObject } from "./schema.ts";

/**
 * The API as OpenAPI 3.1. It is made when the project is built, and only then: what it is made
 * with has no place in a process that serves requests.
 */
export function openApiDocument(
  pack: Pack,
  version: string,
  examples: DocumentExamples,
): JsonObject {
  return {
    openapi: "3.1.1",
    info: {
      title: "Layak",
      version,
      summary: "Eligibility for city services, decided and explained",
      description: DESCRIPTION,
      license: { name: "MIT", identifier: "MIT" },
    },
    servers: [{ url: "/", description: "Where this document came from." }],
    tags: TAGS,
    paths: pathsOf(ROUTES, {
      ...decisionOperations(examples.requests, examples.decisions),
      ...askingOperations(examples.batches, examples.previews),
      ...OBJECTION_OPERATIONS,
      ...COVERAGE_OPERATIONS,
      ...BULK_OPERATIONS,
      ...serviceOperations(examples.lists, examples.services),
      ...SYSTEM_OPERATIONS,
    }),
    components: {
      securitySchemes: SECURITY_SCHEMES,
      parameters: PARAMETERS,
      headers: HEADERS,
      schemas: { ...requestComponents(pack), ...ANSWERS },
    },
  };
}

const ANSWERS: Components = {
  ...DECISION_COMPONENTS,
  ...BATCH_COMPONENTS,
  ...PREVIEW_COMPONENTS,
  ...STORED_COMPONENTS,
  ...COVERAGE_COMPONENTS,
  ...BULK_COMPONENTS,
  ...SERVICE_COMPONENTS,
  ...SYSTEM_COMPONENTS,
  ...PROBLEM_COMPONENTS,
};

const DESCRIPTION = `Layak decides whether a person or business may have a city service, and says why, what is still missing, and what would change the answer. A decision is recorded and signed before it is answered.

Layak memutuskan apakah seseorang atau badan usaha dapat memperoleh layanan kota, beserta alasannya, yang masih kurang, dan yang akan mengubah hasilnya. Setiap keputusan dicatat dan ditandatangani.

- Every fault is \`application/problem+json\` (RFC 9457); act on its \`code\`. An unknown address answers 404 \`route-unknown\`, another method 405 \`method-not-allowed\` with \`Allow\`.
- Unknown keys and parameters are refused, so that a slip of the pen never changes an answer. Answers may grow keys: leave those you do not know alone.
- Facts from a registry are looked up and never accepted from a caller. A fact that is not known is left out or \`null\`; it never counts as false.
- The body's \`language\`, else \`Accept-Language\`, chooses Indonesian or English; Indonesian unless asked otherwise.
- Examples are decided by the rules that this document was made from; their ids and receipts stand for real ones.`;

const TAGS = [
  { name: "Decisions", description: "Ask, and read again. Keputusan." },
  { name: "Previews", description: "For forms that ask step by step. Pratinjau." },
  { name: "Objections", description: "A citizen objects, an officer reviews. Keberatan." },
  { name: "Coverage", description: "How many are protected. Perlindungan pekerja." },
  { name: "Bulk", description: "Whole files of applications. Putusan massal." },
  { name: "Services", description: "What can be asked, and with which facts. Layanan." },
  { name: "Contract", description: "This document, and keys. Kontrak." },
  { name: "System", description: "Whether it is up. Keadaan sistem." },
];
