import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { itemsOf, type JsonNode, memberOf, plainValueOf } from "../../src/pack/json/nodes.ts";
import { parseJson } from "../../src/pack/json/parse.ts";
import { caseSchema, casesFileSchema, factsSchema } from "../../src/pack/schemas/cases.ts";
import { annotationsSchema } from "../../src/pack/schemas/conditions.ts";
import { parameterSchema } from "../../src/pack/schemas/parameters.ts";
import { grantSchema, policySchema, requirementSchema } from "../../src/pack/schemas/policy.ts";
import { APART, type QuickSchema, quick } from "../../src/pack/schemas/quick.ts";

const POLICY = quick(policySchema(APART, APART, APART));
const REQUIREMENT = quick(requirementSchema(APART));
const GRANT = quick(grantSchema(APART));
const CASE = quick(caseSchema(z.record(z.string(), z.unknown())));
const FACTS = quick(factsSchema);
const SCHEMAS: Readonly<Record<string, QuickSchema<unknown>>> = {
  policy: POLICY,
  requirement: REQUIREMENT,
  grant: GRANT,
  case: CASE,
  facts: FACTS,
  annotations: quick(annotationsSchema),
  parameter: quick(parameterSchema),
};

/** What other checks read is `true` in what is read quickly, and whole in what zod makes of it. */
const LEFT_APART = ["scope", "when", "conditions", "requirements", "grants"];

function told(value: unknown): string {
  return JSON.stringify(value, (key, inner: unknown) =>
    LEFT_APART.includes(key) ? "apart" : inner,
  );
}

function nodeOf(text: string): JsonNode {
  const { root } = parseJson(text);
  if (root === null) throw new Error(`not JSON: ${text}`);
  return root;
}

const files = readdirSync("rules", { recursive: true, encoding: "utf8" })
  .map((path) => path.replaceAll("\\", "/"))
  .filter((path) => /^[^/]+\/[^/]+\/[^/]+\.json$/.test(path))
  .map((path) => ({ path, root: nodeOf(readFileSync(`rules/${path}`, "utf8")) }));

const policies = files.filter(({ path }) => !path.endsWith("cases.json")).map(({ root }) => root);
const cases = files.filter(({ path }) => path.endsWith("cases.json")).map(({ root }) => root);
const requirements = policies.flatMap((policy) => itemsOf(memberOf(policy, "requirements")));
const grants = policies.flatMap((policy) => itemsOf(memberOf(policy, "grants")));

describe("a quick schema", () => {
  it.each([
    ["policies", policies, POLICY],
    ["requirements", requirements, REQUIREMENT],
    ["grants", grants, GRANT],
    ["cases", cases.flatMap(itemsOf), CASE],
    [
      "facts of cases",
      cases.flatMap(itemsOf).flatMap((one) => memberOf(one, "facts") ?? []),
      FACTS,
    ],
  ] as const)("reads the shipped %s as zod does, key by key", (_, nodes, { schema, read }) => {
    expect(nodes.length).toBeGreaterThan(0);
    for (const node of nodes) expect(told(read(node))).toBe(told(schema.parse(plainValueOf(node))));
  });

  it("gives true for each part that other checks read", () => {
    const list = nodeOf('[{ "name": "" }, 1, null]');
    expect(quick(casesFileSchema(APART)).read(list)).toEqual([true, true, true]);
  });

  it("gives nothing where zod finds a fault, and else what zod gives, whatever it reads", () => {
    const texts = fc.oneof(fc.jsonValue(), fc.constantFrom("", " ", "a", "2026-02-30", "adopted"));
    const text = fc.constantFrom(
      ...[...policies, ...requirements, ...grants, ...cases.flatMap(itemsOf)].map((node) =>
        JSON.stringify(plainValueOf(node)),
      ),
    );
    const changed = fc.tuple(text, fc.nat(), texts).map(([whole, at, value]) => {
      const places = [...whole.matchAll(/(?<=[:,[])(?:"[^"]*"(?!:)|\d+|true|false)|"\w+"(?=:)/g)];
      const place = places[at % places.length];
      if (place === undefined) return whole;
      const isKey = whole.charAt(place.index + place[0].length) === ":";
      const put = isKey
        ? JSON.stringify(typeof value === "string" ? value : "lain")
        : JSON.stringify(value);
      return whole.slice(0, place.index) + put + whole.slice(place.index + place[0].length);
    });
    const name = fc.constantFrom(...Object.keys(SCHEMAS));
    fc.assert(
      fc.property(name, changed, (which, json) => {
        const { root, faults } = parseJson(json);
        const quickSchema = SCHEMAS[which];
        if (root === null || faults.length > 0 || quickSchema === undefined) return;
        const { success, data } = quickSchema.schema.safeParse(plainValueOf(root));
        expect(told(quickSchema.read(root))).toBe(told(success ? data : undefined));
      }),
      { numRuns: 2000 },
    );
  });
});
