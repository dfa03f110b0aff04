import { type Components, list, object, ref } from "../schema.ts";
import { ISSUED, RECEIPT } from "./decision.ts";

const { id = {}, service = {}, outcome = {}, missing = {}, subject = {} } = ISSUED;

export const BATCH_COMPONENTS: Components = {
  BatchAnswer: object("One result for each request, in their order. Hasil sesuai urutan.", {
    results: list("A decision in short, or a problem.", ref("BatchResult")),
  }),
  BatchResult: {
    description: "What became of one request. It has `id`, or it has `problem`.",
    oneOf: [ref("BatchDecision"), ref("BatchProblem")],
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
  BatchProblem: object("Why there is no decision on this request alone.", {
    problem: ref("Problem"),
  }),
};
