import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { ROUTES } from "../../../src/api/access/routes.ts";
import { pathsOf } from "../../../src/api/openapi/paths.ts";
import { OUTSIDE_OPERATIONS } from "../../../src/api/openapi/problems.ts";
import { isObject, type Json } from "../../../src/api/openapi/schema.ts";
import { PROBLEMS } from "../../../src/api/problems/codes.ts";
import { testPack } from "../support/rules.ts";
import { at, documentOf, shippedPack } from "./support/document.ts";
import { packOfEveryType } from "./support/every-type.ts";
import { checksOf } from "./support/validate.ts";

const DOCUMENT = documentOf(testPack());
const schema = (name: string) => at(DOCUMENT, "components", "schemas", name);

describe("the document", () => {
  test("tells every route of the table, with the scope that it asks for", () => {
    const told = Object.entries(at(DOCUMENT, "paths")).flatMap(([path, item]) =>
      Object.entries(isObject(item) ? item : {}).map(([method, operation]) => ({
        method: method.toUpperCase(),
        path: path.replace(/\{(\w+)\}/g, ":$1"),
        security: isObject(operation) ? operation["security"] : null,
      })),
    );
    const table = ROUTES.map(({ method, path, scope }) => ({
      method,
      path,
      security: scope === null ? [] : [{ token: [scope] }],
    }));
    const byName = (first: object, second: object) =>
      JSON.stringify(first) < JSON.stringify(second) ? -1 : 1;
    expect([...told].sort(byName)).toEqual([...table].sort(byName));
  });

  test.each([
    ["a route that it does not tell", [{ method: "GET", path: "/x", scope: null }] as const, {}],
    ["an operation that is no route", [], { "GET /x": at(DOCUMENT, "info") }],
  ])("is not made with %s", (_, routes, operations) => {
    expect(() => pathsOf(routes, JSON.parse(JSON.stringify(operations)))).toThrow("/x");
  });

  test("tells every code of a problem somewhere", () => {
    const told = new Set<Json>();
    const collect = (value: Json): void => {
      if (Array.isArray(value)) for (const each of value) collect(each);
      else if (isObject(value)) for (const each of Object.values(value)) collect(each);
      else told.add(value);
    };
    collect(at(DOCUMENT, "paths"));
    const untold = Object.keys(PROBLEMS).filter((code) => !told.has(code));
    expect(untold.sort()).toEqual([...OUTSIDE_OPERATIONS].sort());
  });

  test("is what the build wrote, of the rules that ship", async () => {
    const built = JSON.parse(readFileSync("dist/functions/contract/openapi.json", "utf8"));
    const { version } = JSON.parse(readFileSync("package.json", "utf8"));
    const made = documentOf(await shippedPack());
    expect(built).toEqual({ ...made, info: { ...at(made, "info"), version } });
  });

  test("has a request of its own for each service that was ever published", () => {
    expect(schema("DecisionRequest")).toMatchObject({
      oneOf: [
        { $ref: "#/components/schemas/KotaUjiKiosRequest" },
        { $ref: "#/components/schemas/KotaUjiTrayekRequest" },
        { $ref: "#/components/schemas/KotaUjiUjiRequest" },
      ],
      discriminator: {
        propertyName: "service",
        mapping: { "kota-uji/kios": "#/components/schemas/KotaUjiKiosRequest" },
      },
    });
  });

  test("tells which facts are the caller's, and which are looked up", () => {
    expect(schema("KotaUjiKiosFacts")).toEqual({
      type: "object",
      description:
        "What kota-uji/kios looks at. Leave out what is not known, or send null. Looked up, never sent: coverage.status. Yang tidak diketahui tidak perlu dikirim. Dibaca dari registri, tidak dikirim: coverage.status.",
      allOf: [{ $ref: "#/components/schemas/CatalogueFacts" }],
      properties: {
        "kiosk.owner": { $ref: "#/components/schemas/FactKioskOwner" },
        "land.hectares": { $ref: "#/components/schemas/FactLandHectares" },
      },
    });
  });

  test("tells a fact's label, unit, codes and limits in both languages", () => {
    expect([schema("FactLandHectares"), schema("FactKioskOwner")]).toEqual([
      {
        description:
          "Luas lahan; Area of land. In ha; satuan ha. Told by the applicant; dari pemohon.",
        type: ["number", "null"],
        minimum: 0,
        "x-label": { id: "Luas lahan", en: "Area of land" },
        "x-source": "applicant",
        "x-personal": false,
        "x-unit": "ha",
      },
      {
        description:
          "Pemilik kios; Owner of the kiosk. Asserted by the calling office; dari kantor pemanggil. `PEMKOT`: Pemkot; the city. `LAINNYA`: lain; other.",
        type: ["string", "null"],
        enum: ["PEMKOT", "LAINNYA", null],
        "x-enumDescriptions": { PEMKOT: "Pemkot; the city", LAINNYA: "lain; other" },
        "x-label": { id: "Pemilik kios", en: "Owner of the kiosk" },
        "x-source": "office",
        "x-personal": false,
      },
    ]);
  });

  test.each([
    ["shipped", shippedPack],
    ["of every type", async () => packOfEveryType()],
  ])("has examples that are as it says, for the rules %s", async (_, pack) => {
    const document = documentOf(await pack());
    const checks = checksOf(document);
    const faults = Object.entries(at(document, "paths")).flatMap(([path, item]) =>
      Object.entries(isObject(item) ? item : {}).flatMap(([method, operation]) =>
        examplesIn(operation, ["paths", path, method]).flatMap(({ place, value }) =>
          checks(...place, "schema")(value),
        ),
      ),
    );
    expect(faults).toEqual([]);
  });

  test("has an example of each shipped service, refused, with why, and one that is open", async () => {
    const pack = await shippedPack();
    const document = documentOf(pack);
    const post = at(document, "paths", "/v1/decisions", "post");
    const answers = at(post, "responses", "201", "content", "application/json", "examples");
    expect(
      Object.values(answers).map((example) => isObject(example) && example["value"]),
    ).toMatchObject([
      ...[...pack.services.keys()].map((service) => ({ service, outcome: "ineligible" })),
      {
        service: expect.any(String),
        outcome: "undetermined",
        explanation: { unknownBecause: [{ cause: "not-found" }] },
      },
    ]);
  });

  test("tells the limits of a request", () => {
    const { description } = at(DOCUMENT, "paths", "/v1/decisions", "post");
    expect(description).toContain("1,000,000 bytes, 16 levels and 2,000 people");
    expect(schema("BatchRequest")).toMatchObject({
      properties: { items: { minItems: 1, maxItems: 500 } },
    });
    const groups = at(schema("KotaUjiTrayekRequest"), "properties", "groups", "properties");
    expect(groups).toMatchObject({ drivers: { minItems: 1, maxItems: 2000 } });
  });
});

interface FoundExample {
  readonly place: readonly string[];
  readonly value: Json | undefined;
}

/** Every example of an operation, with the place of what it is an example of. */
function examplesIn(value: Json | undefined, place: readonly string[]): readonly FoundExample[] {
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    if (key !== "examples" || !isObject(inner)) return examplesIn(inner, [...place, key]);
    return Object.values(inner).map((example) => ({
      place,
      value: isObject(example) ? example["value"] : undefined,
    }));
  });
}
