import type { Database, Row } from "../bulk/database.ts";
import { quotedName, quotedText } from "../sql/quote.ts";
import { dateBand, numberBand } from "./bands.ts";
import { type By, nameOf } from "./by.ts";
import { grouped } from "./grouped.ts";
import { type KeyKind, keySql } from "./keys.ts";
import { changedIn, matrixOf, outcomeIn, sumOf } from "./outcomes.ts";
import type { Breakdown, BreakdownRow, BreakdownValue, Transition } from "./report.ts";
import { COUNTED, COUNTS, type GrantOfBoth } from "./statement.ts";

/** Rows of one value or cell and one pair of outcomes. */
interface Counted extends Transition {
  readonly value: BreakdownValue;
  readonly amounts: readonly (readonly [from: number, to: number])[];
}

/** Rarer values than these are told together. */
const MOST_VALUES = 30;

/** Breaks the counts down by one thing: codes by how frequent they are, bands in their order. */
export async function breakdownOf(
  { rows: ask }: Pick<Database, "rows">,
  one: By,
  place: number,
  grants: readonly GrantOfBoth[],
): Promise<Breakdown> {
  const { kind } = keySql(one);
  const sums = grants.flatMap((_, at) => [`from sum ${at}`, `to sum ${at}`]);
  const rows = await ask(kind === "values" ? valuesSql(place, sums) : cellsSql(place, sums));
  const tellValue = valueTeller(kind, rows);
  const counted = rows.flatMap((row): readonly Counted[] => {
    const [from, to] = [outcomeIn(row["from"]), outcomeIn(row["to"])];
    if (from === null || to === null) return [];
    const sumsOf = (at: number) =>
      [Number(row[`from sum ${at}`] ?? 0), Number(row[`to sum ${at}`] ?? 0)] as const;
    return [
      {
        ...{ from, to, rows: Number(row["rows"]), value: tellValue(row) },
        amounts: grants.map((_, at) => sumsOf(at)),
      },
    ];
  });
  const { id, label, unit, shape } = one;
  return {
    ...{ by: nameOf(id), label, shape, ...(unit !== undefined && { unit }) },
    values: grouped(counted, ({ value }) => JSON.stringify(value))
      .map((some) => rowOf(some, grants))
      .toSorted(byValue),
  };
}

/** The most frequent values, and all others together with how many they are. */
function valuesSql(place: number, sums: readonly string[]): string {
  const key = quotedName(`by ${place}`);
  const added = ["rows", ...sums].map((name) => `sum(${quotedName(name)}) AS ${quotedName(name)}`);
  return `WITH "counted" AS (SELECT * FROM ${quotedName(COUNTED)} WHERE ${quotedName(COUNTS)} = ${quotedText(`by ${place}`)} AND "from" IS NOT NULL),
"values" AS (SELECT ${key} AS "value", row_number() OVER (ORDER BY sum("rows") DESC, ${key}) AS "rank", count(*) OVER () AS "all" FROM "counted" WHERE ${key} IS NOT NULL GROUP BY ${key})
SELECT "from", "to", CASE WHEN "rank" <= ${MOST_VALUES} THEN "value" END AS "key", ${key} IS NOT NULL AS "known", max("all") AS "all", ${added.join(", ")}
FROM "counted" LEFT JOIN "values" ON ${key} = "value" GROUP BY 1, 2, 3, 4`;
}

function cellsSql(place: number, sums: readonly string[]): string {
  const told = ["from", "to", "rows", ...sums].map(quotedName);
  const ends = ["min", "max"].map(
    (end) =>
      `${end}(${quotedName(`${end} ${place}`)}) OVER (PARTITION BY ${quotedName(`by ${place}`)}) AS "${end}"`,
  );
  return `SELECT ${[...told, ...ends].join(", ")}, CAST(${quotedName(`by ${place}`)} AS VARCHAR) AS "key"
FROM ${quotedName(COUNTED)} WHERE ${quotedName(COUNTS)} = ${quotedText(`by ${place}`)} AND "from" IS NOT NULL`;
}

function valueTeller(kind: KeyKind, rows: readonly Row[]): (row: Row) => BreakdownValue {
  if (kind === "values") {
    return ({ key, known, all }) => {
      if (known !== true) return UNKNOWN;
      return typeof key === "string"
        ? { kind: "value", value: key }
        : { kind: "others", values: Number(all) - MOST_VALUES };
    };
  }
  const bandOf =
    kind === "numbers" ? cellsOf(rows, Number, numberBand) : cellsOf(rows, String, dateBand);
  return (row) => bandOf.get(String(row["key"])) ?? UNKNOWN;
}

const UNKNOWN: BreakdownValue = { kind: "unknown" };

/** Of each cell, which band it belongs to: the same for all pairs of outcomes. */
function cellsOf<Value extends number | string>(
  rows: readonly Row[],
  read: (value: unknown) => Value,
  bandsOf: (
    cells: readonly { least: Value; greatest: Value }[],
  ) => (cell: { least: Value; greatest: Value }) => BreakdownValue,
): ReadonlyMap<string, BreakdownValue> {
  const known = rows.filter(({ min }) => min !== null && min !== undefined);
  const cells = grouped(known, ({ key }) => String(key)).map(([{ key, min, max }]) => ({
    key: String(key),
    least: read(min),
    greatest: read(max),
  }));
  const bandOf = bandsOf(cells);
  return new Map(cells.map((cell) => [cell.key, bandOf(cell)]));
}

function rowOf(
  some: readonly [Counted, ...Counted[]],
  grants: readonly GrantOfBoth[],
): BreakdownRow {
  const matrix = matrixOf(some);
  const sumAt = (at: number, side: 0 | 1) =>
    some.reduce((sum, { amounts }) => sum + (amounts[at]?.[side] ?? 0), 0);
  return {
    ...{ value: some[0].value, rows: sumOf(some), changed: changedIn(matrix), matrix },
    amounts: grants.flatMap(({ id, sides }, at) =>
      [sides.from, sides.to].includes("amount")
        ? [{ grant: id, from: sumAt(at, 0), to: sumAt(at, 1) }]
        : [],
    ),
  };
}

/** Bands in their order, values by how many rows have them; the rest, and what is not known, last. */
function byValue(one: BreakdownRow, other: BreakdownRow): number {
  const [first, second] = [LAST[one.value.kind], LAST[other.value.kind]];
  if (first !== second) return first - second;
  const [from, to] = [startOf(one.value), startOf(other.value)];
  if (from !== null && to !== null) return from < to ? -1 : 1;
  return other.rows - one.rows || (wordOf(one.value) < wordOf(other.value) ? -1 : 1);
}

const LAST: Readonly<Record<BreakdownValue["kind"], number>> = {
  value: 0,
  numbers: 0,
  dates: 0,
  others: 1,
  unknown: 2,
};

function startOf(value: BreakdownValue): number | string | null {
  if (value.kind === "numbers") return value.from;
  return value.kind === "dates" ? value.first : null;
}

function wordOf(value: BreakdownValue): string {
  return value.kind === "value" ? value.value : "";
}
