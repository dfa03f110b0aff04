import { describe, expect, test } from "vitest";
import { batchRequest } from "../../../src/api/batch/request.ts";
import { applicant } from "../../../src/api/request/schema.ts";
import { reviewRequest } from "../../../src/api/stored/reviews.ts";
import { searchRequest } from "../../../src/api/stored/search.ts";
import { testPack } from "../support/rules.ts";
import { documentOf } from "./support/document.ts";
import { checksOf } from "./support/validate.ts";

const CHECKS = checksOf(documentOf(testPack()));
const NIK = "3673991204850001";
const NIB = "1234567890123";

/** The validators' schemas, each with bodies about the edges of what it takes. */
const BODIES = {
  Applicant: {
    validator: applicant,
    bodies: [
      { nik: NIK },
      { nik: "3673994104850001" },
      { nib: NIB },
      {},
      { nik: NIK, nib: NIB },
      { nik: "3673997204850001" },
      { nik: "3673991213850001" },
      { nib: "12345678901234" },
      { nib: 1234567890123 },
      { nik: null },
      { nik: NIK, name: "x" },
      [],
      null,
    ],
  },
  SearchRequest: {
    validator: searchRequest,
    bodies: [
      { applicant: { nik: NIK } },
      { applicant: { nib: NIB }, service: "kota-uji/kios", from: "2024-02-29", to: "9999-12-31" },
      {},
      { applicant: {} },
      { applicant: { nik: NIK }, from: "2025-02-29" },
      { applicant: { nik: NIK }, from: "0000-01-01" },
      { applicant: { nik: NIK }, to: null },
      { applicant: { nik: NIK }, asOf: "2026-11-22" },
      { applicant: { nik: NIK }, service: 1 },
    ],
  },
  ReviewRequest: {
    validator: reviewRequest,
    bodies: [
      { verdict: "upheld", reason: "Sesuai." },
      { verdict: "overturned", reason: ` \n${"x".repeat(4998)}` },
      { verdict: "upheld", reason: "x".repeat(5001) },
      { verdict: "upheld", reason: " \n\t" },
      { verdict: "upheld", reason: "" },
      { verdict: "upheld" },
      { verdict: "changed", reason: "x" },
      { verdict: "upheld", reason: "x", officer: "x" },
    ],
  },
  BatchRequest: {
    validator: batchRequest,
    bodies: [
      { items: [requestOf("kota-uji/kios")] },
      { items: Array.from({ length: 500 }, () => requestOf("kota-uji/uji")), language: "en" },
      { items: Array.from({ length: 501 }, () => requestOf("kota-uji/uji")) },
      { items: [] },
      { items: {} },
      {},
      { items: [requestOf("kota-uji/kios")], language: "su" },
      { items: [requestOf("kota-uji/kios")], asOf: "2026-11-22" },
    ],
  },
} as const;

function requestOf(service: string) {
  return { service, applicant: { nik: NIK } };
}

describe.each(Object.entries(BODIES))("%s", (name, { validator, bodies }) => {
  const check = CHECKS("components", "schemas", name);

  test.each(bodies.map((body) => [JSON.stringify(body).slice(0, 80), body] as const))(
    "is told as it is checked: %s",
    (_, body) => {
      expect(check(body).length === 0).toBe(validator.safeParse(body).success);
    },
  );

  test("is tried with bodies of both kinds", () => {
    expect(new Set(bodies.map((body) => validator.safeParse(body).success)).size).toBe(2);
  });
});
