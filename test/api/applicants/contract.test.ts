import { describe, expect, test } from "vitest";
import { at, documentOf } from "../openapi/support/document.ts";
import { checksOf } from "../openapi/support/validate.ts";
import { CALLER, harness, NIB, NIKS, postOf } from "../support/harness.ts";
import { packOfApplicants } from "./rules.ts";

const PACK = packOfApplicants();
const DOCUMENT = documentOf(PACK);
const schema = (...steps: string[]) => at(DOCUMENT, "components", "schemas", ...steps);
const applicantOf = (service: string) => schema(`${service}Request`, "properties", "applicant");
const component = (name: string) => `#/components/schemas/${name}`;

const SERVICES = [
  "kota-uji/warga",
  "kota-uji/toko",
  "kota-uji/siapa",
  "kota-uji/pekerja",
  "kota-uji/semula",
  "kota-lain/pekerja",
];

const APPLICANTS = [
  { nik: NIKS.active },
  { nib: NIB },
  { office: "dishub" },
  { office: "dlh" },
  { office: "bappeda" },
  { office: "" },
  { office: 7 },
  { nik: NIKS.active, office: "dishub" },
  { nib: NIB, office: "dishub" },
  {},
];

describe("the contract", () => {
  test("shows for each service only the applicants whom it is for", () => {
    expect(applicantOf("KotaUjiWarga")).toMatchObject({ $ref: component("PersonApplicant") });
    expect(applicantOf("KotaUjiToko")).toEqual({ $ref: component("BusinessApplicant") });
    expect(applicantOf("KotaUjiSiapa")).toEqual({ $ref: component("Applicant") });
    expect(applicantOf("KotaUjiPekerja")).toEqual({ $ref: component("KotaUjiOfficeApplicant") });
    expect(applicantOf("KotaLainPekerja")).toEqual({ $ref: component("KotaLainOfficeApplicant") });
  });

  test("shows those of all versions of a service, as a request may ask about any day", () => {
    expect(applicantOf("KotaUjiSemula")).toEqual({
      oneOf: [
        { $ref: component("PersonApplicant") },
        { $ref: component("KotaUjiOfficeApplicant") },
      ],
    });
  });

  test("has the codes of each city's offices, with their names", () => {
    expect(schema("KotaUjiOfficeApplicant")).toEqual({
      type: "object",
      description: "An office of kota-uji; perangkat daerah.",
      properties: {
        office: {
          type: "string",
          pattern: "^[a-z0-9]+(-[a-z0-9]+)*$",
          maxLength: 60,
          description:
            "The code of an office of kota-uji. `dishub` Dinas Perhubungan; `dlh` Dinas Lingkungan Hidup.",
          enum: ["dishub", "dlh"],
        },
      },
      required: ["office"],
      additionalProperties: false,
    });
  });

  test("accepts the applicants whom the API accepts, and refuses those whom it refuses", async () => {
    const check = checksOf(DOCUMENT)("components", "schemas", "DecisionRequest");
    const { send } = harness({ pack: PACK });
    const caller = { ...CALLER, services: ["kota-uji/*", "kota-lain/*"] };
    const ask = (body: object) => send("/v1/decisions", postOf(body), caller);
    const seen = { accepted: 0, refused: 0 };
    for (const service of SERVICES) {
      for (const applicant of APPLICANTS) {
        const body = {
          service,
          applicant,
          facts: { "building.area": 20 },
          groups: { workers: [{ nik: NIKS.active }] },
        };
        // The day on which the service of two versions is for persons, and another.
        const answers = [await ask(body), await ask({ ...body, asOf: "2026-01-01" })];
        const isAccepted = answers.some(({ status }) => status === 201);
        expect([service, applicant, check(body).length === 0]).toEqual([
          service,
          applicant,
          isAccepted,
        ]);
        seen[isAccepted ? "accepted" : "refused"] += 1;
      }
    }
    expect(seen).toEqual({ accepted: 10, refused: 50 });
  });

  test("has an example for each service that names an applicant of it", () => {
    const check = checksOf(DOCUMENT)("components", "schemas", "DecisionRequest");
    const content = ["requestBody", "content", "application/json", "examples"];
    const examples = at(DOCUMENT, "paths", "/v1/decisions", "post", ...content);
    const values = Object.values(JSON.parse(JSON.stringify(examples)));
    expect(values).toHaveLength(6);
    const faults = values.flatMap((example) =>
      check(at(JSON.parse(JSON.stringify(example)), "value")),
    );
    expect(faults).toEqual([]);
  });
});
