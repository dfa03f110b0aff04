import { FAULTS, KEY } from "../bulk/applications.ts";
import { quotedName, quotedText } from "../sql/quote.ts";
import { indented } from "../sql/writing.ts";
import { ANSWER, bothSql, type Side } from "./both-steps.ts";
import type { By } from "./by.ts";
import type { Sides } from "./catalogue.ts";
import { keySql } from "./keys.ts";

/** The table of what was counted, and which of its columns tells what a row of it counts. */
export const COUNTED = "layak counted";
export const COUNTS = "counts";

/** A grant of either side. */
export interface GrantOfBoth {
  readonly id: string;
  /** Whether a side has it, and whether in an amount. */
  readonly sides: Readonly<Record<Side, "none" | "given" | "amount">>;
}

export interface StatementOptions {
  readonly sides: Sides;
  /** What the applications are read from, as it stands in SQL. */
  readonly applications: string;
  readonly by: readonly By[];
  readonly grants: readonly GrantOfBoth[];
  /** The columns of facts that an example tells, in their order. */
  readonly told: readonly string[];
  /** How many examples of one way to change are kept. */
  readonly examples: number;
}

/**
 * One statement that reads, decides twice and counts every row: those set aside by what is wrong
 * with them, those decided by how both sides stand, by each grant, and by each breakdown.
 */
export function countSql(options: StatementOptions): string {
  const { by, grants, examples } = options;
  const sets = [
    ["faults", ["fault"]],
    ["changes", ["from", "to", "states"]],
    ...grants.map((_, at) => [`grant ${at}`, [`from given ${at}`, `to given ${at}`]] as const),
    ...by.map((_, at) => [`by ${at}`, ["from", "to", `by ${at}`]] as const),
  ] as const;
  const keys = [...new Set(sets.flatMap(([, names]) => names))].map(quotedName);
  // Each set but that of changes has a column that no other has; and so has that.
  const which = sets.map(
    ([name, names]) =>
      `WHEN grouping(${quotedName(names.at(-1) ?? "")}) = 0 THEN ${quotedText(name)}`,
  );
  const sums = grants.flatMap((_, at) => [
    ...(["from", "to"] as const).map(
      (side) => `sum(${quotedName(`${side} worth ${at}`)}) AS ${quotedName(`${side} sum ${at}`)}`,
    ),
    `count(*) FILTER (WHERE ${quotedName(`from worth ${at}`)} <> ${quotedName(`to worth ${at}`)}) AS ${quotedName(`other worth ${at}`)}`,
  ]);
  const ends = by.flatMap((one, at) =>
    keySql(one).value === null
      ? []
      : ["min", "max"].map(
          (end) => `${end}(${quotedName(`value ${at}`)}) AS ${quotedName(`${end} ${at}`)}`,
        ),
  );
  const kept =
    examples === 0
      ? []
      : [`min("example", ${examples}) FILTER (WHERE "states" IS NOT NULL) AS "examples"`];
  const columns = [
    `CASE ${which.join(" ")} END AS ${quotedName(COUNTS)}`,
    ...keys,
    `count(*) AS "rows"`,
    ...[...sums, ...ends, ...kept],
  ];
  const grouped = sets.map(([, names]) => `(${names.map(quotedName).join(", ")})`);
  return [
    `CREATE TEMP TABLE ${quotedName(COUNTED)} AS SELECT`,
    indented(columns.join(",\n")),
    `FROM (\n${indented(rowsSql(options))}\n)`,
    `GROUP BY GROUPING SETS (${grouped.join(", ")})`,
  ].join("\n");
}

/** What is counted of each row. */
function rowsSql(options: StatementOptions): string {
  const { by, grants } = options;
  const [from, to] = [ANSWER.outcome("from"), ANSWER.outcome("to")].map(quotedName);
  const fault = `coalesce(${quotedName(FAULTS)}, CASE WHEN ${from} IS NULL OR ${to} IS NULL THEN 'out-of-range' END)`;
  const whereGood = (sql: string) => `CASE WHEN "fault" IS NULL THEN ${sql} END`;
  const columns = [
    ...[`"fault"`, `${whereGood(from ?? "")} AS "from"`, `${whereGood(to ?? "")} AS "to"`],
    `CASE WHEN "changed" THEN ${statesSql(options.sides)} END AS "states"`,
    `CASE WHEN "changed" THEN ${exampleSql(options)} END AS "example"`,
    ...grants.flatMap(({ id, sides }, at) =>
      (["from", "to"] as const).flatMap((side) => {
        const kind = sides[side];
        const state =
          kind === "none"
            ? "'absent'"
            : `coalesce(${quotedName(ANSWER.grant(side, id))}, 'not-eligible')`;
        const worth =
          kind === "amount" ? quotedName(ANSWER.amount(side, id)) : "CAST(NULL AS BIGINT)";
        return [
          `${whereGood(state)} AS ${quotedName(`${side} given ${at}`)}`,
          `${whereGood(worth)} AS ${quotedName(`${side} worth ${at}`)}`,
        ];
      }),
    ),
    ...by.flatMap((one, at) => {
      const { key, value } = keySql(one);
      const named = `${whereGood(key)} AS ${quotedName(`by ${at}`)}`;
      return value === null
        ? [named]
        : [named, `${whereGood(value)} AS ${quotedName(`value ${at}`)}`];
    }),
  ];
  const looked = [
    "*",
    `${fault} AS "fault"`,
    `(${quotedName(FAULTS)} IS NULL AND ${from} <> ${to}) IS TRUE AS "changed"`,
  ];
  return [
    `SELECT\n${indented(columns.join(",\n"))}`,
    `FROM (SELECT ${looked.join(", ")} FROM (`,
    indented(bothSql(options.sides, `(${options.applications})`, keptColumns(options))),
    "))",
  ].join("\n");
}

/** What is read after both have decided. */
function keptColumns({ by, told }: StatementOptions): readonly string[] {
  return [...new Set([KEY, FAULTS, ...by.map(({ reads }) => reads), ...told])];
}

/** How both sides stand, as words in the order of `statesIn`. */
function statesSql(sides: Sides): string {
  const words = (["from", "to"] as const).flatMap((side) => [
    `coalesce(CAST(${quotedName(ANSWER.scope(side))} AS VARCHAR), 'unknown')`,
    ...sides[side].requirements.map(({ id }) => quotedName(ANSWER.requirement(side, id))),
  ]);
  return `concat_ws(' ', ${words.join(", ")})`;
}

/** The least of these comes first: the order of rows has no say. */
function exampleSql({ told }: StatementOptions): string {
  const facts = told.map((column, at) => `${quotedText(`f${at}`)}: ${quotedName(column)}`);
  return `{${[`'key': ${quotedName(KEY)}`, ...facts].join(", ")}}`;
}
