import type { Program } from "../engine/decision/program.ts";
import { columnOf } from "../pack/column-name.ts";
import { computedColumn } from "./computed-steps.ts";
import type { Dialect } from "./dialects/dialect.ts";
import { grantColumns } from "./grants.ts";
import { type MissingForm, missingSql } from "./missing-list.ts";
import { computedFor } from "./names-read.ts";
import { commentText, quotedName } from "./quote.ts";
import { REQUIREMENT } from "./step-names.ts";
import { decidingSteps, withSteps } from "./steps.ts";
import { indented } from "./writing.ts";

/** What a statement reads, and which of its columns it hands on. */
export interface SelectOptions {
  readonly dialect: Dialect;
  /** The table or view of applications, as it stands in SQL. */
  readonly table: string;
  /** Columns that say which application it is. */
  readonly keys: readonly string[];
  /** How what is missing is told; as a list unless stated. */
  readonly missing?: MissingForm;
}

/**
 * One statement that decides every row of a table: the outcome, each requirement's, what is missing,
 * what is computed, and what is granted. A row without an outcome cannot be decided: a date leaves
 * the years 1 to 9999, or a number becomes too large.
 */
export function selectOf(program: Program, options: SelectOptions): string {
  const { dialect, table, keys } = options;
  const { requirements, service, version, asOf } = program;
  const { steps: deciding, writing } = decidingSteps(program, dialect);
  const missing = missingSql(writing, options.missing ?? "list");
  const steps = [...deciding, { name: "open", columns: [missing.column] }];
  const told = [
    ...keys.map(quotedName),
    `"layak outcome" AS "outcome"`,
    ...requirements.map(
      ({ id }) => `${quotedName(REQUIREMENT(id))} AS ${outputName("requirement", id)}`,
    ),
    `${missing.told} AS "missing"`,
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

function outputName(kind: string, id: string): string {
  return quotedName(`${kind}_${columnOf(id)}`);
}
