import type { Program } from "../engine/decision/program.ts";
import { columnOf } from "../pack/column-name.ts";
import { computedColumn, computedSteps } from "./computed-steps.ts";
import { partColumns } from "./computed-units.ts";
import { conditionSql } from "./conditions.ts";
import type { Dialect } from "./dialects/dialect.ts";
import { grantColumns, grantTruths } from "./grants.ts";
import { hoistedSteps } from "./hoisted-steps.ts";
import { missingSql } from "./missing-list.ts";
import { computedFor } from "./names-read.ts";
import { outcomeSql, requirementSql } from "./outcomes.ts";
import { outsideSql } from "./outside.ts";
import { commentText, quotedName } from "./quote.ts";
import { REQUIREMENT, SCOPE, TRUTH, WHEN } from "./step-names.ts";
import { indented } from "./writing.ts";

/** What a statement reads, and which of its columns it hands on. */
export interface SelectOptions {
  readonly dialect: Dialect;
  /** The table or view of applications, as it stands in SQL. */
  readonly table: string;
  /** Columns that say which application it is. */
  readonly keys: readonly string[];
}

/**
 * One statement that decides every row of a table: the outcome, each requirement's, what is missing,
 * what is computed, and what is granted. A row without an outcome cannot be decided: a date leaves
 * the years 1 to 9999, or a number becomes too large.
 */
export function selectOf(program: Program, { dialect, table, keys }: SelectOptions): string {
  const { scope, requirements, service, version, asOf } = program;
  const begun = {
    dialect,
    program,
    group: null,
    parts: partColumns(program),
    hoisted: new Map(),
    groupColumns: new Map(),
  };
  const { steps: computed, writing: unhoisted } = computedSteps(begun);
  const { steps: parts, writing } = hoistedSteps(unhoisted);
  const truths = [
    ...(scope === null ? [] : [named(SCOPE, conditionSql(scope.tree, writing))]),
    ...requirements.flatMap(({ id, when, conditions }) => [
      ...(when === null ? [] : [named(WHEN(id), conditionSql(when.tree, writing))]),
      named(TRUTH(id), conditionSql(conditions.tree, writing)),
    ]),
    ...grantTruths(writing),
  ];
  const steps: Step[] = [
    ...computed.map((columns, index) => ({
      name: `computed ${index + 1}`,
      columns,
    })),
    ...parts.map((columns, index) => ({ name: `parts ${index + 1}`, columns })),
    { name: "truths", columns: truths },
    {
      name: "requirements",
      columns: requirements.map((one) => named(REQUIREMENT(one.id), requirementSql(one))),
    },
    {
      name: "outcomes",
      columns: [named("layak outcome", outcomeSql(program, outsideSql(writing)))],
    },
    { name: "open", columns: [named("layak missing", missingSql(writing))] },
  ];
  const told = [
    ...keys.map(quotedName),
    `"layak outcome" AS "outcome"`,
    ...requirements.map(
      ({ id }) => `${quotedName(REQUIREMENT(id))} AS ${outputName("requirement", id)}`,
    ),
    `${dialect.distinct('"layak missing"')} AS "missing"`,
    ...computedFor(program)
      .filter(({ group }) => group === null)
      .map(({ id }) => computedColumn(id, writing)),
    ...grantColumns(program, dialect),
  ];
  const title = commentText(version.policy.title.id);
  return [
    `-- ${commentText(service.id)} ${version.from} (${version.policy.status}), ${asOf}: ${title}`,
    `WITH\n${withSteps(steps, table)}`,
    `SELECT\n${indented(told.join(",\n"))}`,
    `FROM ${quotedName(steps.at(-1)?.name ?? "open")}`,
    "",
  ].join("\n");
}

interface Step {
  readonly name: string;
  readonly columns: readonly string[];
}

/** Each step reads the one before it, and adds its columns. */
function withSteps(steps: readonly Step[], table: string): string {
  return steps
    .map(({ name, columns }, index) => {
      const before = steps[index - 1]?.name;
      const from = before === undefined ? table : quotedName(before);
      const body = `SELECT\n${indented(["*", ...columns].join(",\n"))}\nFROM ${from}`;
      return `${quotedName(name)} AS (\n${indented(body)}\n)`;
    })
    .join(",\n");
}

function named(name: string, sql: string): string {
  return `${sql} AS ${quotedName(name)}`;
}

function outputName(kind: string, id: string): string {
  return quotedName(`${kind}_${columnOf(id)}`);
}
