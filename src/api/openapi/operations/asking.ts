import { MOST_ITEMS } from "../../batch/request.ts";
import { MOST_PEOPLE } from "../../request/people.ts";
import { DECISION_PROBLEMS, type Examples, type Operations } from "./operation.ts";

/** Asking about many applications at once, and asking before there is an application. */
export function askingOperations(batches: Examples, previews: Examples): Operations {
  return {
    "POST /v1/decisions/batch": {
      operationId: "decideBatch",
      tag: "Decisions",
      summary: "Ask for many decisions",
      description: `At most ${MOST_ITEMS} items and ${MOST_PEOPLE.toLocaleString("en")} people, all items together. Each gets a decision in short or a problem of its own, in their order; evidence and texts are read by \`GET /v1/decisions/{id}\`. An item with the problem \`ledger-unavailable\` or \`batch-unfinished\` is decided when the same batch is sent again under its \`Idempotency-Key\`; with no decision at all, that is the problem of the whole. Memutuskan banyak permohonan sekaligus.`,
      parameters: ["IdempotencyKey"],
      body: { component: "BatchRequest", examples: batches },
      answers: { 200: { description: "The results.", component: "BatchAnswer" } },
      problems: [
        "idempotency-key-invalid",
        "idempotency-key-reused",
        "ledger-unavailable",
        "batch-unfinished",
      ],
      refusesQuery: true,
    },
    "POST /v1/previews": {
      operationId: "preview",
      tag: "Previews",
      summary: "Ask what is still needed",
      description:
        "For forms that ask step by step: which facts are missing, and what to ask for each. Names nobody, reads no registry, records nothing. Untuk formulir yang bertanya selangkah demi selangkah.",
      body: { component: "PreviewRequest", examples: previews },
      answers: {
        200: { description: "The preview.", component: "Preview", headers: ["ContentLanguage"] },
      },
      problems: DECISION_PROBLEMS.filter((code) => !code.startsWith("applicant-")),
      refusesQuery: true,
    },
  };
}
