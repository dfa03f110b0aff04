import { MOST_STATEMENT_BYTES } from "../../bulk/statement.ts";
import type { Operations } from "./operation.ts";

/** Deciding whole files on Athena. */
export const BULK_OPERATIONS: Operations = {
  "POST /v1/bulk": {
    operationId: "startBulk",
    tag: "Bulk",
    summary: "Decide an upload",
    description: `Decides every row of the files of Parquet in the client's own folder, \`in/{client}/{upload}/\`, with the statement that \`layak sql --dialect trino\` prints; it has at most ${MOST_STATEMENT_BYTES.toLocaleString("en")} bytes. Files come joined and carry no NIK. Nothing is recorded and nothing is signed. Memutuskan seluruh unggahan; hasilnya tidak dicatat sebagai keputusan.`,
    parameters: ["IdempotencyKey"],
    body: { component: "BulkRequest" },
    answers: {
      201: {
        description: "The run, begun. Putusan massal dimulai.",
        component: "BulkRun",
        headers: ["Location"],
      },
    },
    problems: [
      "service-unknown",
      "service-foreign",
      "policy-not-in-force",
      "idempotency-key-invalid",
      "idempotency-key-reused",
      "bulk-statement-too-long",
      "bulk-not-configured",
      "bulk-unavailable",
      "ledger-unavailable",
    ],
    refusesQuery: true,
  },
  "GET /v1/bulk/:id": {
    operationId: "readBulk",
    tag: "Bulk",
    summary: "See how far a run is",
    description:
      "Once it has succeeded, with links to its results, which are good for a quarter of an hour; ask again for new ones. A client sees its own runs alone. Keadaan putusan massal.",
    answers: { 200: { description: "The run. Keadaannya.", component: "BulkProgress" } },
    problems: ["bulk-not-found", "bulk-not-configured", "bulk-unavailable"],
    refusesQuery: true,
  },
};
