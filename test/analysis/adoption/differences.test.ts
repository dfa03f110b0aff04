import { describe, expect, it } from "vitest";
import { differences } from "../../../src/analysis/adoption/differences.ts";
import { preparing, runCase } from "../../../src/analysis/run-cases.ts";
import type { Case } from "../../../src/engine/model/pack.ts";
import { fact, packOf, policy, requirement, SERVICE } from "../../support/pack.ts";

const PACK = packOf({
  facts: {
    paid: fact({ type: "boolean", label: { id: "Lunas", en: "Paid up" } }),
    poor: fact({ type: "boolean", label: { id: "Tidak mampu", en: "Poor" } }),
  },
  policies: {
    "2026-01-01": policy(
      [
        requirement("lunas", { fact: "paid", operator: "equal", value: true }),
        requirement(
          "anjuran",
          { fact: "poor", operator: "equal", value: false },
          { enforcement: "advisory" },
        ),
      ],
      {
        grants: [
          {
            id: "potongan",
            text: { id: "Potongan", en: "A relief" },
            conditions: { fact: "poor", operator: "equal", value: true },
            amount: 8400,
            sources: [],
            provenance: "assumed",
          },
        ],
      },
    ),
  },
});

function told(facts: Case["facts"], expected: Case["expect"]) {
  const service = PACK.services.get(SERVICE);
  if (service === undefined) throw new Error("no service");
  const test = { name: "Kasus", asOf: "2026-11-22", facts, expect: expected };
  const result = runCase(preparing(PACK, service), test);
  return result.kind === "failed" ? differences(PACK, result) : [];
}

describe("what differs in a case is told in words", () => {
  it.each<[string, Case["facts"], Case["expect"], readonly object[]]>([
    [
      "of its outcome and requirements",
      { paid: true, poor: true },
      { outcome: "ineligible", unmet: ["lunas"] },
      [
        {
          id: 'diputuskan "memenuhi syarat", diharapkan "belum memenuhi syarat"',
          en: 'decided "eligible", expected "not eligible yet"',
        },
        {
          id: "diharapkan belum dipenuhi, ternyata tidak: Syarat lunas (lunas)",
          en: "expected to be unmet, and is not: Requirement lunas (lunas)",
        },
        {
          id: "belum dipenuhi, padahal tidak diharapkan: Syarat anjuran (anjuran)",
          en: "unmet, and not expected to be: Requirement anjuran (anjuran)",
        },
      ],
    ],
    [
      "of the facts that are missing",
      {},
      { outcome: "undetermined", missing: ["poor"] },
      [
        {
          id: "diharapkan sebagai data yang kurang, ternyata tidak: Tidak mampu (poor)",
          en: "expected to be missing, and is not: Poor (poor)",
        },
        {
          id: "data yang kurang, padahal tidak diharapkan: Lunas (paid)",
          en: "missing, and not expected to be: Paid up (paid)",
        },
      ],
    ],
    [
      "of what is granted",
      { paid: true, poor: true },
      { outcome: "eligible", grants: { potongan: false } },
      [
        {
          id: 'pemberian Potongan (potongan): diputuskan "diberikan (8400)", diharapkan "tidak diberikan"',
          en: 'grant A relief (potongan): decided "granted (8400)", expected "not granted"',
        },
      ],
    ],
  ])("%s", (_, facts, expected, words) => {
    expect(told(facts, expected)).toEqual(words);
  });
});
