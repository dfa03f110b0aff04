import type { Operations } from "./operation.ts";

/** Finding a citizen's decisions again, and reviewing them. */
export const OBJECTION_OPERATIONS: Operations = {
  "POST /v1/decisions/search": {
    operationId: "searchDecisions",
    tag: "Objections",
    summary: "Find the decisions about an applicant",
    description:
      "The latest first, of the services in the token. The NIK stands in the body, as addresses end up in logs. Days are of Jakarta, both inclusive. A service that has left the rules is unknown only where no decision of it is found. Mencari keputusan tentang seorang pemohon.",
    body: { component: "SearchRequest" },
    answers: { 200: { description: "What was found.", component: "SearchAnswer" } },
    problems: ["service-unknown", "service-foreign", "ledger-unavailable"],
    refusesQuery: true,
  },
  "POST /v1/decisions/:id/reviews": {
    operationId: "reviewDecision",
    tag: "Objections",
    summary: "Review a decision",
    description:
      "An officer, whom the token names, upholds or overturns a decision with a written reason. The client that asked for a decision may not review it. The decision stays as it was. Petugas mengukuhkan atau membatalkan keputusan.",
    parameters: ["IdempotencyKey"],
    body: { component: "ReviewRequest" },
    answers: { 201: { description: "The review, recorded.", component: "Review" } },
    problems: [
      "decision-not-found",
      "officer-missing",
      "review-by-asker",
      "idempotency-key-invalid",
      "idempotency-key-reused",
      "ledger-unavailable",
    ],
    refusesQuery: true,
  },
  "GET /v1/decisions/:id/reviews": {
    operationId: "readReviews",
    tag: "Objections",
    summary: "Read the reviews of a decision",
    description: "In the order they were made. Hasil peninjauan suatu keputusan.",
    answers: { 200: { description: "The reviews.", component: "Reviews" } },
    problems: ["decision-not-found", "ledger-unavailable"],
    refusesQuery: true,
  },
};
