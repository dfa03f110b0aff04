import type { Examples, Operations } from "./operation.ts";

const CACHED = ["ETag", "Vary", "ContentLanguage"] as const;
const UNCHANGED = { description: "It is as you have it: `If-None-Match` named its ETag." };

/** What the services are, and what each wants to know; open to everyone. */
export function serviceOperations(lists: Examples, services: Examples): Operations {
  return {
    "GET /v1/services": {
      operationId: "listServices",
      tag: "Services",
      summary: "List the services",
      description: "With the policy in force today, or on another day. Daftar layanan.",
      parameters: ["AsOf", "IfNoneMatch"],
      answers: {
        200: {
          description: "The services. Daftar layanan.",
          component: "ServiceList",
          headers: CACHED,
          examples: lists,
        },
        304: UNCHANGED,
      },
      problems: [],
      refusesQuery: true,
    },
    "GET /v1/services/:city/:service": {
      operationId: "describeService",
      tag: "Services",
      summary: "Describe a service",
      description:
        "Its requirements, which facts to send, and which are looked up. Syarat layanan dan fakta yang diminta.",
      parameters: ["AsOf", "IfNoneMatch"],
      answers: {
        200: {
          description: "The service. Layanannya.",
          component: "Service",
          headers: CACHED,
          examples: services,
        },
        304: UNCHANGED,
      },
      problems: ["service-unknown", "policy-not-in-force"],
      refusesQuery: true,
    },
  };
}
