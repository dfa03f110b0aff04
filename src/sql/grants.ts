import type { Program } from "../engine/decision/program.ts";
import { amountAt, conditionsAt } from "../engine/granting/program.ts";
import { columnOf } from "../pack/column-name.ts";
import { conditionSql } from "./conditions.ts";
import type { Dialect } from "./dialects/dialect.ts";
import { operandSql } from "./operands.ts";
import { outsideOfGrants } from "./outside.ts";
import { quotedName } from "./quote.ts";
import { AMOUNT, GIVEN } from "./step-names.ts";
import type { StepColumn } from "./steps.ts";
import type { Writing } from "./writing.ts";

/** For each grant whether its conditions hold, and its amount. */
export function grantTruths(writing: Writing): readonly StepColumn[] {
  const { grants: compiled, version } = writing.program;
  const outside = outsideOfGrants(writing);
  const unlessOutside = (sql: string) =>
    outside.length === 0 ? sql : `CASE WHEN (${outside.join(" OR ")}) IS NOT TRUE THEN ${sql} END`;
  return (version.policy.grants ?? []).flatMap(({ id, amount }, place) => {
    const conditions = compiled?.requirements[conditionsAt(place)]?.conditions.tree;
    const given =
      conditions === undefined ? "CAST(NULL AS BOOLEAN)" : conditionSql(conditions, writing);
    const truth = { name: GIVEN(id), sql: unlessOutside(given) };
    return amount === undefined
      ? [truth]
      : [
          truth,
          { name: AMOUNT(id), sql: unlessOutside(amountSql(amount, compiled, place, writing)) },
        ];
  });
}

function amountSql(
  amount: unknown,
  compiled: Program | null,
  place: number,
  writing: Writing,
): string {
  if (typeof amount === "number") return String(amount);
  const tree = compiled?.requirements[amountAt(place)]?.conditions.tree;
  return tree?.kind === "leaf"
    ? operandSql(tree.left, { kind: "given" }, writing)
    : "CAST(NULL AS BIGINT)";
}

/** Each grant's state and amount, of whoever is eligible. */
export function grantColumns({ version }: Program, dialect: Dialect): readonly string[] {
  return (version.policy.grants ?? []).flatMap(({ id, amount }) => {
    const given = quotedName(GIVEN(id));
    const column = `grant_${columnOf(id)}`;
    const worth = quotedName(AMOUNT(id));
    const granted = amount === undefined ? given : `${given} AND ${worth} IS NOT NULL`;
    const eligible = `"layak outcome" = 'eligible'`;
    const state = `CASE WHEN ${eligible} THEN CASE WHEN NOT ${given} THEN 'not-granted' WHEN ${granted} THEN 'granted' ELSE 'unknown' END END`;
    return [
      `${state} AS ${quotedName(column)}`,
      ...(amount === undefined
        ? []
        : [
            `CASE WHEN ${eligible} AND ${granted} THEN CAST(${worth} AS ${dialect.typeOf({ type: "money" })}) END AS ${quotedName(`${column}_amount`)}`,
          ]),
    ];
  });
}
