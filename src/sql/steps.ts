import type { Program } from "../engine/decision/program.ts";
import { computedSteps } from "./computed-steps.ts";
import { partColumns } from "./computed-units.ts";
import { conditionSql } from "./conditions.ts";
import type { Dialect } from "./dialects/dialect.ts";
import { grantTruths } from "./grants.ts";
import { hoistedSteps } from "./hoisted-steps.ts";
import { metSql, outcomeSql, requirementSql } from "./outcomes.ts";
import { outsideSql } from "./outside.ts";
import { quotedName } from "./quote.ts";
import { MET, OUTCOME, REQUIREMENT, SCOPE, TRUTH, WHEN } from "./step-names.ts";
import { indented, type Writing } from "./writing.ts";

/** A column that a step adds. */
export interface StepColumn {
  readonly name: string;
  readonly sql: string;
}

/** Each step reads the one before it, and adds its columns. */
export interface Step {
  readonly name: string;
  readonly columns: readonly StepColumn[];
}

/**
 * The steps that decide a row: what is computed, truths, each requirement's outcome and the
 * policy's, and what its grants rest on. `writing`: how steps after these read them.
 */
export function decidingSteps(
  program: Program,
  dialect: Dialect,
): { readonly steps: readonly Step[]; readonly writing: Writing } {
  const { scope, requirements } = program;
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
    ...(scope === null ? [] : [{ name: SCOPE, sql: conditionSql(scope.tree, writing) }]),
    ...requirements.flatMap(({ id, when, conditions }) => [
      ...(when === null ? [] : [{ name: WHEN(id), sql: conditionSql(when.tree, writing) }]),
      { name: TRUTH(id), sql: conditionSql(conditions.tree, writing) },
    ]),
    ...grantTruths(writing),
  ];
  const outcome = outcomeSql(program, outsideSql(writing));
  const steps = [
    ...computed.map((columns, index) => ({ name: `computed ${index + 1}`, columns })),
    ...parts.map((columns, index) => ({ name: `parts ${index + 1}`, columns })),
    { name: "truths", columns: truths },
    {
      name: "requirements",
      columns: [
        ...requirements.map((one) => ({ name: REQUIREMENT(one.id), sql: requirementSql(one) })),
        { name: MET, sql: metSql(program) },
      ],
    },
    { name: "outcomes", columns: [{ name: OUTCOME, sql: outcome }] },
  ];
  return { steps, writing };
}

/** Steps as the parts of a `WITH`. */
export function withSteps(steps: readonly Step[], table: string): string {
  return steps
    .map(({ name, columns }, index) => {
      const before = steps[index - 1]?.name;
      const from = before === undefined ? table : quotedName(before);
      const added = columns.map((column) => `${column.sql} AS ${quotedName(column.name)}`);
      const body = `SELECT\n${indented(["*", ...added].join(",\n"))}\nFROM ${from}`;
      return `${quotedName(name)} AS (\n${indented(body)}\n)`;
    })
    .join(",\n");
}
