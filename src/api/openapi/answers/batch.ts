import { MOST_ITEM_ERRORS } from "../../batch/results.ts";
import { type Components, list, object, ref } from "../schema.ts";
import { ISSUED, RECEIPT } from "./decision.ts";

const { id = {}, service = {}, outcome = {}, missing = {}, subject = {} } = ISSUED;

const ABRIDGED = { type: "boolean", const: true, description: "Parts are left out." };

export const BATCH_COMPONENTS: Components = {
  BatchAnswer: object("One result for each request, in their order. Hasil sesuai urutan.", {
    results: list("A decision in short, or a problem.", ref("BatchResult")),
  }),
  BatchResult: {
    description:
      "What became of one request. It has `id`, or it has `problem`; what would make the answer too large is `abridged`.",
    oneOf: [ref("BatchDecision"), ref("BatchAbridged"), ref("BatchProblem")],
  },
  BatchDecision: object("A decision in short; evidence and texts by `GET /v1/decisions/{id}`.", {
    id,
    service,
    outcome,
    missing,
    subject,
    receipt: RECEIPT,
    salts: ref("Salts"),
  }),
  BatchAbridged: object(
    "A recorded decision of which the answer had no room for more: the rest by `GET /v1/decisions/{id}`. Ringkas; selengkapnya dibaca satu per satu.",
    { id, service, outcome, subject, abridged: ABRIDGED },
  ),
  BatchProblem: object(
    "Why there is no decision on this request alone.",
    { problem: ref("Problem") },
    {
      moreErrors: {
        type: "integer",
        minimum: 1,
        description: `How many faults are left out of \`problem.errors\`: at most ${MOST_ITEM_ERRORS} of one request are told.`,
      },
      abridged: ABRIDGED,
    },
  ),
};
