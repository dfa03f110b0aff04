import { expect, test } from "vitest";
import { changesBetween } from "../../../src/analysis/statement/changes.ts";
import { statementOf } from "../../../src/analysis/statement/statement.ts";
import { programOf } from "../../../src/engine/decision/program.ts";
import { parsePack } from "../../../src/pack/parse-pack.ts";
import { fact, filesOf, policy, requirement, SERVICE } from "../../support/pack.ts";

const law = { title: { id: "UU" }, kind: "law", date: "2011", text: "seen" };
const limit = {
  type: "number",
  label: { id: "Batas" },
  sources: [{ source: "law" }, { source: "bylaw" }],
  values: [{ from: "2024-01-01", value: 2, provenance: "reported" }],
};
const small = requirement("lahan", {
  all: [
    {
      fact: "land.hectares",
      operator: "lessThanInclusive",
      value: { fact: "parameter.limit" },
    },
    { fact: "land.hectares", operator: "greaterThan", value: { fact: "parameter.least" } },
  ],
});

const FILES = {
  ...filesOf({
    facts: { "land.hectares": fact({ type: "number" }) },
    parameters: { limit, least: limit },
    sources: { law, bylaw: law },
    policies: {
      "2025-01-01": policy([small]),
      "2026-01-01": policy([small], { applicant: "office" }),
    },
  }),
  "kota/city.json": JSON.stringify({
    label: { id: "Kota Uji", en: "Test City" },
    offices: { dishub: { id: "Dishub" } },
  }),
  "kota/parameters.json": JSON.stringify({
    parameters: { limit: { ...limit, values: [{ ...limit.values[0], value: 1 }] } },
  }),
  "kota/sources.json": JSON.stringify({ sources: { bylaw: { ...law, title: { id: "Perda" } } } }),
};

function statedOn(asOf: string) {
  const result = parsePack(FILES);
  if (!result.ok) throw new Error(JSON.stringify(result.diagnostics));
  return statementOf(programOf(result.pack, { service: SERVICE, asOf }));
}

test("a statement tells which amounts and sources are the city's own", () => {
  const { parameters, sources } = statedOn("2026-11-22");
  expect(parameters.map(({ name, level, amount }) => [name, level, amount.id])).toEqual([
    ["parameter.limit", "city", "1"],
    ["parameter.least", "national", "2"],
  ]);
  expect(sources.map(({ id, level, title }) => [id, level, title.id])).toEqual([
    ["law", "national", "UU"],
    ["bylaw", "city", "Perda"],
  ]);
});

test("a statement names the city, and the applicant where the policy does", () => {
  const [before, after] = [statedOn("2025-11-22"), statedOn("2026-11-22")];
  expect([before.city, before.applicant]).toEqual([{ id: "Kota Uji", en: "Test City" }, undefined]);
  expect(after.applicant).toBe("office");
  expect(changesBetween(before, after).around).toEqual(["applicant"]);
});
