import { programOf } from "../../../src/engine/decision/program.ts";
import type { Decision } from "../../../src/index.ts";
import { columnOf } from "../../../src/pack/column-name.ts";
import { DUCKDB } from "../../../src/sql/dialects/duckdb.ts";
import { selectOf } from "../../../src/sql/select.ts";
import { type RunSql, tableOf } from "../../sql/applications.ts";
import { SERVICE } from "../../support/pack.ts";
import { type Decided, firstDiffering, isDecision, type Way } from "../question.ts";

/** The statement that decides, run over a table of the applications. */
export function duckdb(run: RunSql): Way {
  return {
    name: "DuckDB",
    differing: async ({ pack, asOf, applications }, decided) => {
      const program = programOf(pack, { service: SERVICE, asOf });
      const table = await tableOf(run, program, applications);
      const sql = selectOf(program, { dialect: DUCKDB, table, keys: ["place"] });
      const rows = await run(`${sql} ORDER BY "place"`);
      // Beyond 38 digits a statement that tries knows nothing, where the engine refuses.
      const mayTry = (one: Decided) => one === "computed-out-of-range" && sql.includes("< 1e37");
      const compared = (one: Decided) => one !== null && !mayTry(one);
      const engines = decided.map((one) =>
        isDecision(one) ? asRow(one) : compared(one) ? REFUSED : null,
      );
      const others = decided.map((one, place) => {
        const row = rows[place] ?? {};
        if (!compared(one)) return null;
        if (row["outcome"] === null) return REFUSED;
        return isDecision(one) ? readRow(row, one) : row;
      });
      return firstDiffering(engines, others);
    },
  };
}

const REFUSED = "no outcome";

/** A decision as a row says it. */
function asRow({ outcome, requirements, missing, grants, computed = [] }: Decision) {
  return {
    outcome,
    requirements: requirements.map((requirement) => requirement.outcome),
    missing,
    grants: grants?.map(({ id, state, amount }) => [id, state, amount ?? null]),
    computed: ownOf(computed).map(({ fact, value }) => [fact, value]),
  };
}

type Row = Readonly<Record<string, unknown>>;

/** What a row says of all that was decided. */
function readRow(row: Row, { requirements, grants, computed = [] }: Decision) {
  return {
    outcome: row["outcome"],
    requirements: requirements.map(({ id }) => row[`requirement_${columnOf(id)}`]),
    missing: row["missing"],
    grants: grants?.map(({ id }) => {
      const column = `grant_${columnOf(id)}`;
      return [id, row[column], numberOr(row[`${column}_amount`] ?? null, 0)];
    }),
    computed: ownOf(computed).map(({ fact, value }) => [
      fact,
      numberOr(row[columnOf(fact)], value),
    ]),
  };
}

/** What is computed of items has no column. */
function ownOf(computed: NonNullable<Decision["computed"]>) {
  return computed.filter(({ fact }) => !fact.includes("["));
}

/** Integers of 64 digits and decimals come as texts. */
function numberOr(value: unknown, like: unknown): unknown {
  return typeof value === "string" && typeof like === "number" ? Number(value) : value;
}
