import type { Program } from "../engine/decision/program.ts";
import { columnOf } from "../pack/column-name.ts";
import { columnsOf } from "../sql/columns.ts";
import { DUCKDB } from "../sql/dialects/duckdb.ts";
import { grantColumns } from "../sql/grants.ts";
import { quotedName } from "../sql/quote.ts";
import { OUTCOME, REQUIREMENT, SCOPE } from "../sql/step-names.ts";
import { decidingSteps, type Step, type StepColumn, withSteps } from "../sql/steps.ts";
import { indented } from "../sql/writing.ts";
import type { Sides } from "./catalogue.ts";

/** One of the two policies. */
export type Side = keyof Sides;

/** The columns of a side's answers; the earlier side's have names that no step's column has. */
export const ANSWER = {
  outcome: (side: Side): string => `${side} outcome`,
  scope: (side: Side): string => `${side} scope`,
  requirement: (side: Side, id: string): string => `${side} requirement ${id}`,
  grant: (side: Side, id: string): string => grantName(side, columnOf(id)),
  amount: (side: Side, id: string): string => grantName(side, `${columnOf(id)}_amount`),
};

function grantName(side: Side, column: string): string {
  return side === "from" ? `from grant_${column}` : `grant_${column}`;
}

/**
 * One statement that decides each row of a table twice, and hands its columns `kept` on. What both
 * policies have alike is worked out once.
 */
export function bothSql(sides: Sides, table: string, kept: readonly string[]): string {
  const read = columnsOf(sides.to).map(({ column }) => column);
  const { steps: earlier } = decidingSteps(sides.from, DUCKDB);
  const { steps: later } = decidingSteps(sides.to, DUCKDB);
  const shared = sharedColumns(earlier, later);
  const own = later.flatMap(({ name, columns }): readonly Step[] => {
    const added = columns.filter((column) => !shared.has(column.name));
    return added.length === 0 ? [] : [{ name, columns: added }];
  });
  const ofLater = new Set(columnsIn(own).map(({ name }) => name));
  const handed = new Set([...[...kept, ...read].filter((name) => !ofLater.has(name)), ...shared]);
  const between = selectFrom(earlier, table, [
    ...[...handed].map(quotedName),
    ...answersOf("from", sides.from),
    ...grantColumns(sides.from, DUCKDB),
  ]);
  return selectFrom(own, `(\n${indented(between)}\n)`, [
    ...kept.map(quotedName),
    ...answerNames("from", sides.from).map(quotedName),
    ...grantsBefore(sides.from),
    ...answersOf("to", sides.to),
    ...grantColumns(sides.to, DUCKDB),
  ]);
}

function selectFrom(steps: readonly Step[], table: string, columns: readonly string[]): string {
  const last = steps.at(-1);
  const select = `SELECT\n${indented(columns.join(",\n"))}`;
  return last === undefined
    ? `${select}\nFROM ${table}`
    : `WITH\n${withSteps(steps, table)}\n${select}\nFROM ${quotedName(last.name)}`;
}

/** Those that both write alike, and that read only such as both write alike. */
function sharedColumns(earlier: readonly Step[], later: readonly Step[]): ReadonlySet<string> {
  const before = new Map(columnsIn(earlier).map(({ name, sql }) => [name, sql]));
  const shared = new Set<string>();
  const apart: string[] = [];
  for (const { name, sql } of columnsIn(later)) {
    const isAlike = before.get(name) === sql && !apart.some((other) => sql.includes(other));
    if (isAlike) shared.add(name);
    else apart.push(quotedName(name));
  }
  return shared;
}

function columnsIn(steps: readonly Step[]): readonly StepColumn[] {
  return steps.flatMap(({ columns }) => columns);
}

function answersOf(side: Side, { scope, requirements }: Program): readonly string[] {
  const told = [
    quotedName(OUTCOME),
    scope === null ? "TRUE" : quotedName(SCOPE),
    ...requirements.map(({ id }) => quotedName(REQUIREMENT(id))),
  ];
  return answerNames(side, { requirements }).map(
    (name, place) => `${told[place]} AS ${quotedName(name)}`,
  );
}

function answerNames(
  side: Side,
  { requirements }: Pick<Program, "requirements">,
): readonly string[] {
  const named = requirements.map(({ id }) => ANSWER.requirement(side, id));
  return [ANSWER.outcome(side), ANSWER.scope(side), ...named];
}

function grantsBefore({ version }: Program): readonly string[] {
  return (version.policy.grants ?? []).flatMap(({ id, amount }) => {
    const [state, worth] = [ANSWER.grant("to", id), ANSWER.amount("to", id)];
    const asBefore = (name: string) => `${quotedName(name)} AS ${quotedName(`from ${name}`)}`;
    return amount === undefined ? [asBefore(state)] : [asBefore(state), asBefore(worth)];
  });
}
