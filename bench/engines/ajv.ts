import { Ajv, type SchemaObject } from "ajv";
import { answerOf, type Entrant, synchronous } from "./engine.ts";

/** JSON Schema, each requirement compiled by itself; dates by two keywords of our own. */
export const ajv: Entrant = (applications) => {
  const compiler = new Ajv();
  compiler.addKeyword({
    keyword: "onOrAfter",
    type: "string",
    schemaType: "string",
    compile: (limit: string) => (date: string) => date >= limit,
  });
  compiler.addKeyword({
    keyword: "onOrBefore",
    type: "string",
    schemaType: "string",
    compile: (limit: string) => (date: string) => date <= limit,
  });
  const requirements = SCHEMAS.map((schema) => compiler.compile(schema));
  return synchronous({
    name: "ajv, compiled",
    forms: applications,
    decide: (facts) => requirements.map((requirement) => requirement(facts)),
    read: answerOf,
  });
};

/** A fact that must be there and satisfy a schema; without `required` an absent one would pass. */
function leaf(fact: string, schema: SchemaObject): SchemaObject {
  return { type: "object", required: [fact], properties: { [fact]: schema } };
}

const SCHEMAS: readonly SchemaObject[] = [
  {
    allOf: [
      {
        anyOf: [
          leaf("coverage.status", { const: "AKTIF" }),
          {
            allOf: [
              leaf("coverage.status", { const: "MASA_TENGGANG" }),
              leaf("coverage.paidThrough", { type: "string", onOrAfter: "2026-08-22" }),
            ],
          },
        ],
      },
      leaf("coverage.programmes", {
        type: "array",
        allOf: [{ contains: { const: "JKK" } }, { contains: { const: "JKM" } }],
      }),
    ],
  },
  {
    allOf: [
      leaf("applicant.residence", { enum: ["3673", "3604"] }),
      leaf("applicant.birthDate", { type: "string", onOrBefore: "2009-11-22" }),
    ],
  },
  leaf("kiosk.count", { type: "integer", exclusiveMaximum: 2 }),
  {
    anyOf: [
      leaf("levy.arrears", { const: 0 }),
      {
        allOf: [
          leaf("levy.instalments", { const: true }),
          leaf("levy.arrears", { type: "integer", maximum: 5_000_000 }),
        ],
      },
    ],
  },
  {
    not: {
      anyOf: [
        leaf("sanction.blacklisted", { const: true }),
        leaf("sanction.level", { type: "integer", exclusiveMinimum: 2 }),
      ],
    },
  },
  {
    anyOf: [
      { not: leaf("stall.goods", { const: "MAKANAN" }) },
      {
        allOf: [
          leaf("stall.documents", { type: "array", contains: { const: "HALAL" } }),
          leaf("stall.inspectedOn", { type: "string", onOrAfter: "2025-11-22" }),
        ],
      },
    ],
  },
  {
    anyOf: [
      leaf("deposit.paid", { type: "integer", minimum: 2_500_000 }),
      leaf("guarantor.kind", { not: { const: "TIDAK_ADA" } }),
    ],
  },
  {
    allOf: [
      leaf("contract.months", { type: "integer", minimum: 6 }),
      leaf("contract.startsOn", { type: "string", onOrAfter: "2026-11-22" }),
      leaf("stall.activities", { type: "array", not: { contains: { const: "MALAM" } } }),
    ],
  },
];
