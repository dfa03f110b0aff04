import type { Operations } from "./operation.ts";

/** This contract, the keys of receipts, and whether the service is up; open to everyone. */
export const SYSTEM_OPERATIONS: Operations = {
  "GET /v1/keys": {
    operationId: "readKeys",
    tag: "Contract",
    summary: "The public keys of receipts",
    description:
      "A JSON Web Key Set. Old keys stay in it, so that old receipts still verify. Kunci publik tanda terima.",
    answers: {
      200: {
        description: "The keys.",
        component: "KeySet",
        jsonType: "application/jwk-set+json",
        headers: ["CacheControl"],
      },
    },
    problems: [],
    refusesQuery: false,
  },
  "GET /openapi.json": {
    operationId: "readContract",
    tag: "Contract",
    summary: "This document",
    description: "OpenAPI 3.1, made from the schemas that requests are checked with.",
    parameters: ["IfNoneMatch"],
    answers: {
      200: {
        description: "The document.",
        component: "OpenApiDocument",
        headers: ["ETag", "CacheControl"],
      },
      304: { description: "It is as you have it." },
    },
    problems: [],
    refusesQuery: false,
  },
  "GET /docs": {
    operationId: "readDocumentation",
    tag: "Contract",
    summary: "This document for people",
    description: "A page that shows it. Halaman dokumentasi untuk manusia.",
    parameters: ["IfNoneMatch"],
    answers: {
      200: { description: "The page.", contentTypes: ["text/html"], headers: ["ETag"] },
      304: { description: "It is as you have it." },
    },
    problems: [],
    refusesQuery: false,
  },
  "GET /docs/:asset": {
    operationId: "readDocumentationAsset",
    tag: "Contract",
    summary: "A file of the page for people",
    description: "A style sheet, a script or an image.",
    parameters: ["IfNoneMatch"],
    answers: {
      200: {
        description: "The file.",
        contentTypes: ["text/css", "text/javascript", "image/png"],
        headers: ["ETag", "CacheControl"],
      },
      304: { description: "It is as you have it." },
    },
    problems: ["route-unknown"],
    refusesQuery: false,
  },
  "GET /healthz": {
    operationId: "readHealth",
    tag: "System",
    summary: "Whether the process answers",
    description: "Says nothing of what lies behind it. Apakah proses berjalan.",
    answers: { 200: { description: "It does.", component: "Health", headers: ["CacheControl"] } },
    problems: [],
    refusesQuery: false,
  },
  "GET /readyz": {
    operationId: "readReadiness",
    tag: "System",
    summary: "Whether decisions can be made",
    description:
      "Looks at the rules, the tables, the age of the registry's data, and whether people can be looked up in it.",
    answers: {
      200: { description: "They can.", component: "Readiness", headers: ["CacheControl"] },
      503: { description: "They cannot now.", component: "Readiness", headers: ["CacheControl"] },
    },
    problems: [],
    refusesQuery: false,
  },
};
