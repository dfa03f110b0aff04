import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openDuckdb } from "../sql/applications.ts";
import { fact, packOf, policy, type RulesParts, requirement } from "../support/pack.ts";
import { disagreementOf, type Way } from "./question.ts";
import { duckdb } from "./ways/duckdb.ts";
import { GENERATED_MODULE } from "./ways/generated-module.ts";
import { JSON_RULES_ENGINE } from "./ways/json-rules-engine.ts";

let ways: readonly Way[];
let close: () => void;

beforeAll(async () => {
  const opened = await openDuckdb();
  close = opened.close;
  ways = [GENERATED_MODULE, duckdb(opened.run), JSON_RULES_ENGINE];
});
afterAll(() => close());

const A_YEAR_BEFORE = { fact: "day", params: { minus: "P1Y" } };

/** What generated policies once made the ways disagree about, made small. */
const FOUND: readonly (readonly [name: string, parts: RulesParts, facts: object])[] = [
  [
    "a date out of range, asked where everything beside it is open",
    {
      facts: {
        known: fact({ type: "boolean" }),
        other: fact({ type: "boolean" }),
        day: fact({ type: "date" }),
        later: fact({ type: "date" }),
      },
      policies: {
        "2020-01-01": policy([
          requirement("open", {
            all: [
              { fact: "known", operator: "equal", value: true },
              {
                any: [
                  { fact: "other", operator: "equal", value: true },
                  { fact: "later", operator: "before", value: A_YEAR_BEFORE },
                ],
              },
            ],
          }),
        ]),
      },
    },
    { day: "0001-03-31" },
  ],
];

describe("all ways say the same of what was found before", () => {
  it.each(FOUND)("%s", async (_, parts, facts) => {
    const question = {
      pack: packOf(parts),
      asOf: "2026-11-22",
      applications: [JSON.parse(JSON.stringify(facts))],
    };
    expect(await disagreementOf(question, ways)).toBeNull();
  });
});
