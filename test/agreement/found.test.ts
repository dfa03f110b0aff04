import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fact, packOf, policy, type RulesParts, requirement } from "../support/pack.ts";
import { disagreementOf } from "./question.ts";
import { openWays } from "./ways/all.ts";

let opened: Awaited<ReturnType<typeof openWays>>;

beforeAll(async () => {
  opened = await openWays();
});
afterAll(() => opened.close());

const AMOUNT = { fact: "amount" };
const LARGEST = 9_007_199_254_740_991;
const LIMIT = { fact: "parameter.limit.amount" };
const LONG = [LARGEST, LARGEST, LARGEST];
const AMOUNTS = { fact: "amounts" };

function computed(shape: object, of: readonly (object | number)[]): object {
  return fact({ ...shape, source: "system", compute: { operation: "product", of } });
}

const A_YEAR_BEFORE = { fact: "day", params: { minus: "P1Y" } };

/** What generated policies once made the ways disagree about, made small. */
const FOUND: readonly (readonly [
  name: string,
  parts: RulesParts,
  applications: readonly object[],
])[] = [
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
    [{ day: "0001-03-31" }],
  ],
  [
    "a number out of range, from which another is computed",
    {
      facts: {
        amount: fact({ type: "integer" }),
        square: computed({ type: "integer" }, [AMOUNT, AMOUNT]),
        fourth: computed({ type: "integer" }, [{ fact: "square" }, { fact: "square" }]),
      },
      policies: {
        "2020-01-01": policy([
          requirement("small", { fact: "fourth", operator: "lessThan", value: 100 }),
        ]),
      },
    },
    [{ amount: 3 }, { amount: 9_000_000_000_000_000 }, { amount: 4 }, {}],
  ],
  [
    "a product as long as an integer of SQL, told with six digits after its point",
    {
      facts: {
        amount: fact({ type: "integer" }),
        cube: computed({ type: "decimal", scale: 6 }, [AMOUNT, AMOUNT, AMOUNT]),
      },
      policies: {
        "2020-01-01": policy([
          requirement("small", { fact: "cube", operator: "lessThan", value: 100 }),
          requirement("other", { fact: "cube", operator: "lessThan", value: AMOUNT }),
        ]),
      },
    },
    [{ amount: 3 }, { amount: 4_000_000_000_000 }, {}],
  ],
  [
    "long products that begin alike, of numbers and of lists",
    {
      facts: {
        amount: fact({ type: "integer" }),
        amounts: fact({ type: "list", items: { type: "integer" } }),
        cube: computed({ type: "integer" }, [AMOUNT, AMOUNT, AMOUNT]),
        twice: computed({ type: "integer" }, [AMOUNT, AMOUNT, AMOUNT, 2]),
        squared: computed({ type: "integer" }, [AMOUNTS, AMOUNTS]),
        product: computed({ type: "integer" }, [AMOUNTS]),
      },
      policies: {
        "2020-01-01": policy(
          ["cube", "twice", "squared", "product"].map((id) =>
            requirement(id, { fact: id, operator: "lessThan", value: 1000 }),
          ),
        ),
      },
    },
    [
      { amount: 3, amounts: [2, 3] },
      { amount: 9_007_199_254_740_991, amounts: [1] },
      { amount: 1, amounts: Array.from({ length: 9 }, () => 123_456_789_012) },
      { amount: 7 },
    ],
  ],
  [
    "a number of parameters alone, longer than any integer of SQL",
    {
      facts: {
        amount: fact({ type: "integer" }),
        product: computed({ type: "decimal", scale: 2 }, [LIMIT, LIMIT, LIMIT, LIMIT]),
      },
      parameters: {
        "limit.amount": {
          ...{ type: "integer", label: { id: "Batas" }, sources: [] },
          values: [{ from: "2020-01-01", value: LARGEST, provenance: "assumed" }],
        },
      },
      policies: {
        "2020-01-01": policy([
          requirement("small", { fact: "product", operator: "lessThan", value: 100 }),
          requirement("few", { fact: "amount", operator: "lessThan", value: 100 }),
        ]),
      },
    },
    [{ amount: 3 }, {}],
  ],
  [
    "the smaller of a short number and of one longer than any integer of SQL",
    {
      facts: {
        amount: fact({ type: "integer" }),
        least: fact({
          ...{ type: "integer", source: "system" },
          compute: { operation: "minimum", of: [AMOUNT, { operation: "product", of: LONG }] },
        }),
      },
      policies: {
        "2020-01-01": policy([
          requirement("small", { fact: "least", operator: "lessThan", value: 100 }),
        ]),
      },
    },
    [{}],
  ],
  [
    "the product of a list of numbers, of which each is long",
    {
      facts: {
        amounts: fact({ type: "list", items: { type: "integer" } }),
        product: computed({ type: "integer" }, [{ fact: "amounts" }]),
      },
      policies: {
        "2020-01-01": policy([
          requirement("small", { fact: "product", operator: "lessThan", value: 100 }),
        ]),
      },
    },
    [{ amounts: [2, 3] }, { amounts: Array.from({ length: 9 }, () => 123_456_789_012) }, {}],
  ],
];

describe("all ways say the same of what was found before", () => {
  it.each(FOUND)("%s", async (_, parts, applications) => {
    const question = {
      pack: packOf(parts),
      asOf: "2026-11-22",
      applications: JSON.parse(JSON.stringify(applications)),
    };
    expect(await disagreementOf(question, opened.ways)).toBeNull();
  });
});
