import { createConfig, lintFromString } from "@redocly/openapi-core";
import { describe, expect, test } from "vitest";
import type { JsonObject } from "../../../src/api/openapi/schema.ts";
import { testPack } from "../support/rules.ts";
import { documentOf, shippedPack } from "./support/document.ts";

/** The linter's recommended rules, all of them but those that are switched off here. */
const CONFIG = await createConfig({
  extends: ["recommended"],
  rules: {
    // An unknown address or method belongs to no operation, and nothing else can be wrong with
    // `GET /healthz` and its like.
    "operation-4xx-response": "off",
  },
});

async function faultsOf(document: JsonObject): Promise<readonly string[]> {
  const problems = await lintFromString({
    source: JSON.stringify(document),
    absoluteRef: "openapi.json",
    config: CONFIG,
  });
  return problems.map(
    ({ ruleId, message, location }) => `${ruleId}: ${message} (${location[0]?.pointer ?? ""})`,
  );
}

describe("a public linter", () => {
  test("finds no fault with the document of the shipped rules, warnings among them", async () => {
    expect(await faultsOf(documentOf(await shippedPack()))).toEqual([]);
  });

  test("finds no fault with that of other rules", async () => {
    expect(await faultsOf(documentOf(testPack()))).toEqual([]);
  });

  test("would find one", async () => {
    const { components: _, ...document } = documentOf(testPack());
    expect((await faultsOf(document)).join("\n")).toContain("no-unresolved-refs");
  });
});
