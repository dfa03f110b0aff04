import { MOST_BODY_BYTES } from "../../body/read-body.ts";
import { MOST_EVIDENCE } from "../../decisions/abridge.ts";
import { MOST_PEOPLE } from "../../request/people.ts";
import { MOST_PLAIN_BYTES } from "../../stored/answer-large.ts";
import { DECISION_PROBLEMS, type Examples, type Operations } from "./operation.ts";

const LIMITS = `A body has at most ${MOST_BODY_BYTES.toLocaleString("en")} bytes, 16 levels and ${MOST_PEOPLE.toLocaleString("en")} people.`;

const ABRIDGED = `Beyond ${MOST_EVIDENCE.toLocaleString("en")} entries of evidence a decision tells, of the items of large groups, those that decide; \`leftOut\` says how many are left out and where they are.`;

/** Asking for a decision, and reading it again. */
export function decisionOperations(requests: Examples, decisions: Examples): Operations {
  return {
    "POST /v1/decisions": {
      operationId: "decide",
      tag: "Decisions",
      summary: "Ask for a decision",
      description: `Decides one application, records the decision, signs it and answers it. \`undetermined\` is never a refusal: something is not known yet. Memutuskan satu permohonan, mencatat dan menandatanganinya. ${LIMITS} ${ABRIDGED}`,
      parameters: ["IdempotencyKey"],
      body: { component: "DecisionRequest", examples: requests },
      answers: {
        201: {
          description: "The decision, recorded. Keputusan yang tercatat.",
          component: "Decision",
          headers: ["Location", "ContentLanguage"],
          examples: decisions,
        },
      },
      problems: [
        ...DECISION_PROBLEMS,
        "idempotency-key-invalid",
        "idempotency-key-reused",
        "decision-too-large",
        "second-opinion-differs",
        "second-opinion-late",
        "ledger-unavailable",
      ],
      refusesQuery: true,
    },
    "GET /v1/decisions/:id": {
      operationId: "readDecision",
      tag: "Decisions",
      summary: "Read a decision again",
      description: `The decision as it was issued, in your language. A client reads its own decisions; with the scope \`decisions:review\`, those of the services in its token. ${ABRIDGED} Membaca kembali keputusan.`,
      answers: {
        200: {
          description: "The decision. Keputusannya.",
          component: "Decision",
          headers: ["ContentLanguage"],
          examples: decisions,
        },
      },
      problems: ["decision-not-found", "ledger-unavailable"],
      refusesQuery: true,
    },
    "GET /v1/decisions/:id/evidence": {
      operationId: "readEvidence",
      tag: "Decisions",
      summary: "Read all evidence of a requirement, in pages",
      description:
        "A large decision tells, of the items of large groups, those that decide; here are all of them, in an order that never changes, on pages of less than 1 MB. Semua pemeriksaan suatu syarat, per halaman.",
      parameters: ["Requirement", "After"],
      answers: {
        200: {
          description: "A page of evidence. Satu halaman.",
          component: "EvidencePage",
          headers: ["ContentLanguage"],
        },
      },
      problems: ["decision-not-found", "ledger-unavailable"],
      refusesQuery: true,
    },
    "GET /v1/decisions/:id/record": {
      operationId: "readDecisionRecord",
      tag: "Decisions",
      summary: "Read all that a decision rests on",
      description: `The decision with the facts' values, the policy and the receipt: what \`layak replay\` decides again from. Beyond ${MOST_PLAIN_BYTES.toLocaleString("en")} bytes it is only sent compressed by gzip. Seluruh dasar keputusan, untuk diputuskan ulang.`,
      answers: {
        200: {
          description: "The record. Catatannya.",
          component: "DecisionRecord",
          headers: ["ContentLanguage", "Vary"],
        },
      },
      problems: ["decision-not-found", "compression-needed", "ledger-unavailable"],
      refusesQuery: true,
    },
  };
}
