import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Program, programOf } from "../../src/engine/decision/program.ts";
import type { Facts } from "../../src/engine/model/catalogue.ts";
import { decide } from "../../src/index.ts";
import { readPack } from "../../src/node.ts";
import { columnOf } from "../../src/pack/column-name.ts";
import { columnsOf } from "../../src/sql/columns.ts";
import { DIALECTS } from "../../src/sql/dialects/dialects.ts";
import { DUCKDB } from "../../src/sql/dialects/duckdb.ts";
import { TRINO } from "../../src/sql/dialects/trino.ts";
import { selectOf } from "../../src/sql/select.ts";
import { fact, packOf, policy, requirement, SERVICE } from "../support/pack.ts";
import { openDuckdb, type RunSql, tableOf } from "./applications.ts";

const asOf = "2026-11-22";

const ROOMS = { fact: "rooms" };
const CUBE = { operation: "product", of: [ROOMS, ROOMS, ROOMS] };

const FACTS = {
  born: fact({ type: "date" }),
  rooms: fact({ type: "integer" }),
  area: fact({ type: "decimal", scale: 1 }),
  plots: fact({ type: "list", items: { type: "decimal", scale: 1 } }),
  fine: fact({ type: "decimal", scale: 6 }),
  any: fact({ type: "number" }),
  less: fact({
    type: "decimal",
    scale: 6,
    source: "system",
    compute: { operation: "difference", of: [{ fact: "fine" }, 0.5] },
  }),
  age: fact({
    type: "integer",
    source: "system",
    compute: { operation: "yearsBetween", of: [{ fact: "born" }, { fact: "asOf" }] },
  }),
  perRoom: fact({
    type: "decimal",
    scale: 2,
    source: "system",
    compute: {
      operation: "quotient",
      of: [{ fact: "area" }, { fact: "rooms" }],
      scale: 2,
      rounding: "half-up",
    },
  }),
};

const packWith = (
  conditions: readonly object[],
  parameters: Readonly<Record<string, object>> = {},
) =>
  packOf({
    facts: FACTS,
    parameters,
    policies: {
      "2026-01-01": policy(conditions.map((one, place) => requirement(`c${place}`, one))),
    },
  });

/** Each condition, and what is written for it. */
const COMPARISONS: readonly (readonly [
  fact: string,
  operator: string,
  value: unknown,
  sql: string,
])[] = [
  ["perRoom", "lessThan", 1.34, '"per_room" < 134'],
  ["perRoom", "lessThan", 2, '"per_room" < 200'],
  ["perRoom", "greaterThan", -0.5, '"per_room" > -50'],
  ["perRoom", "in", [1.34, 2], '"per_room" IN (134, 200)'],
  [
    "perRoom",
    "lessThan",
    { fact: "area" },
    '"per_room" < CAST(CAST("area" AS DECIMAL(38, 1)) * 100 AS HUGEINT)',
  ],
  ["area", "lessThanInclusive", 1.5, 'CAST(CAST("area" AS DECIMAL(38, 1)) * 10 AS HUGEINT) <= 15'],
  [
    "area",
    "equal",
    { fact: "rooms" },
    'CAST(CAST("area" AS DECIMAL(38, 1)) * 10 AS HUGEINT) = CAST("rooms" AS HUGEINT) * 10',
  ],
  ["rooms", "greaterThan", { fact: "perRoom" }, 'CAST("rooms" AS HUGEINT) * 100 > "per_room"'],
  ["age", "greaterThanInclusive", 18, '"age" >= 18'],
];

const asCondition = ([name, operator, value]: readonly unknown[]) => ({
  fact: name,
  operator,
  value,
});

const ALL = packWith([
  ...COMPARISONS.map(asCondition),
  { fact: "plots", operator: "contains", value: 1.5 },
  { fact: "plots", operator: "everyFact:lessThan", value: 1.5 },
  { fact: "plots", operator: "someFact:greaterThan", value: { fact: "perRoom" } },
  { fact: "area", operator: "someValue:equal", value: { fact: "plots" } },
]);

const DOUBLE = /double|\de[-+]?\d/i;

describe("numbers are compared as integers", () => {
  it.each(COMPARISONS)("%s %s %j", (...[name, operator, value, sql]) => {
    const program = programOf(packWith([asCondition([name, operator, value])]), {
      service: SERVICE,
      asOf,
    });
    const text = selectOf(program, { dialect: DUCKDB, table: "applications", keys: ["id"] });
    expect(text).toContain(`${sql} AS "truth c0"`);
  });

  it("so that no statement holds a double, but with a fact that is any number", async () => {
    const rules = await readPack("rules");
    if (!rules.ok) throw new Error("the shipped rules are not valid");
    const told = [rules.pack, ALL].flatMap((pack) =>
      [...pack.services.keys()].flatMap((service) =>
        Object.values(DIALECTS).map((dialect) => {
          const program = programOf(pack, { service, asOf });
          const text = selectOf(program, { dialect, table: "applications", keys: ["id"] });
          return { service, hasDouble: DOUBLE.test(text), readsNumber: readsNumber(program) };
        }),
      ),
    );
    expect(told.filter(({ hasDouble, readsNumber }) => hasDouble && !readsNumber)).toEqual([]);
    expect(told.filter(({ readsNumber }) => !readsNumber).length).toBeGreaterThan(10);
  });

  it("and a fact that is any number is compared as a double", () => {
    const pack = packWith([{ fact: "any", operator: "lessThan", value: { fact: "perRoom" } }]);
    const program = programOf(pack, { service: SERVICE, asOf });
    const text = selectOf(program, { dialect: TRINO, table: "applications", keys: ["id"] });
    expect(text).toContain('"any" < (CAST("per_room" AS DOUBLE) / 100e0)');
  });
});

function readsNumber(program: Program): boolean {
  return columnsOf(program).some(
    (column) => column.kind === "fact" && column.shape.type === "number",
  );
}

describe("the integers tell what the numbers tell", () => {
  let run: RunSql;
  let close: () => void;
  beforeAll(async () => {
    ({ run, close } = await openDuckdb());
  });
  afterAll(() => close());

  async function agrees(pack: typeof ALL, applications: readonly Facts[]) {
    const question = { service: SERVICE, asOf };
    const program = programOf(pack, question);
    const table = await tableOf(run, program, applications);
    const rows = await run(
      `${selectOf(program, { dialect: DUCKDB, table, keys: ["place"] })} ORDER BY "place"`,
    );
    const ids = program.requirements.map(({ id }) => id);
    const told = rows.map((row) => ids.map((id) => row[`requirement_${columnOf(id)}`]));
    const expected = applications.map((facts) =>
      decide(pack, { ...question, facts }).requirements.map(({ outcome }) => outcome),
    );
    expect(told).toEqual(expected);
  }

  it("of facts about every limit, and of what is not known", async () => {
    const areas = [null, -1.5, 0, 1.3, 1.4, 1.5, 2, 4, 9_999_999_999_999.9];
    const rooms = [null, -3, 0, 1, 3, Number.MAX_SAFE_INTEGER];
    const days = [null, "2008-11-22", "2008-11-23", "2028-02-29", "2027-01-01", "0001-01-01"];
    const applications = areas.flatMap((area, place) =>
      rooms.map((room, other) => ({
        area,
        rooms: room,
        born: days[(place + other) % days.length] ?? null,
        plots: [[], [1.4], [1.5, null], [1.5, area], null][(place + other) % 5] ?? null,
      })),
    );
    await agrees(ALL, applications);
  });

  it("of parameters finer and larger than any decimal", async () => {
    const limits = [1e-7, -1e-7, 1.45, 1.3000000000000003, -0.12345678901, 1e17, -1e300, 1.5];
    const operators = ["lessThan", "greaterThanInclusive", "equal", "notEqual"];
    const parameters = Object.fromEntries(
      limits.map((value, place) => [
        `limit${place}`,
        {
          type: "number",
          label: { id: "Batas" },
          sources: [],
          values: [{ from: "2020-01-01", value, provenance: "assumed" }],
        },
      ]),
    );
    const conditions = Object.keys(parameters).flatMap((name) =>
      operators.flatMap((operator) => {
        const value = { fact: `parameter.${name}` };
        return ["area", "rooms", "parameter.limit7"].map((left) =>
          asCondition([left, operator, value]),
        );
      }),
    );
    const areas = [null, -0.2, -0.1, 0, 0.1, 1.3, 1.4, 1.5, 99_999_999_999_999.9];
    await agrees(
      packWith(conditions, parameters),
      areas.flatMap((area) =>
        [-1, 0, 2, Number.MAX_SAFE_INTEGER].map((rooms) => ({ area, rooms })),
      ),
    );
  });

  it("of the largest decimal with six digits after its point", async () => {
    const pack = packWith(
      ["fine", "less"].map((name) => asCondition([name, "greaterThan", 999_999_999.4])),
    );
    await agrees(pack, [{ fine: 999_999_999.999999 }, { fine: -999_999_999.1 }, {}]);
  });

  it.each([
    ["2026-11-22", 0],
    ["2026-11-23", -1],
    ["2027-11-22", -1],
    ["2027-11-23", -2],
    ["2025-12-31", 0],
    ["2025-11-22", 1],
    ["2024-02-29", 2],
  ])("of someone born on %s, who is %i years old", async (born, years) => {
    const is = (value: number) => ({ fact: "age", operator: "equal", value });
    await agrees(packWith([is(years), is(years - 1), is(years + 1)]), [{ born }]);
  });

  it.each([
    [
      "a divisor",
      { operation: "quotient", of: [{ fact: "fine" }, CUBE], scale: 2, rounding: "half-up" },
      ["eligible", "undetermined", "ineligible"],
    ],
    ["a product", { ...CUBE, of: [...CUBE.of, 2] }, ["ineligible", "undetermined", "ineligible"]],
    [
      "a sum of products",
      { operation: "sum", of: [CUBE, CUBE] },
      ["ineligible", "undetermined", "ineligible"],
    ],
  ])(
    "of %s longer than any integer of SQL: that row is left open, and no other",
    async (...given) => {
      const [, compute, expected] = given;
      const share = fact({ type: "decimal", scale: 2, source: "system", compute });
      const pack = packOf({
        facts: { rooms: FACTS.rooms, fine: FACTS.fine, share },
        policies: {
          "2026-01-01": policy([requirement("few", asCondition(["share", "lessThan", 1]))]),
        },
      });
      const program = programOf(pack, { service: SERVICE, asOf });
      const applications = [2, 5_100_000_000_000, 1].map((rooms) => ({ fine: 3.5, rooms }));
      const table = await tableOf(run, program, applications);
      const select = selectOf(program, { dialect: DUCKDB, table, keys: ["place"] });
      const rows = await run(`${select} ORDER BY "place"`);
      expect(rows.map(({ outcome }) => outcome)).toEqual(expected);
    },
  );
});
