import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { programOf } from "../../src/engine/decision/program.ts";
import type { Case } from "../../src/engine/model/pack.ts";
import { decide } from "../../src/index.ts";
import { readPack } from "../../src/node.ts";
import { columnOf } from "../../src/pack/column-name.ts";
import { DUCKDB } from "../../src/sql/dialects/duckdb.ts";
import { selectOf } from "../../src/sql/select.ts";
import { openDuckdb, type RunSql, tableOf } from "./applications.ts";

const rules = await readPack("rules");
if (!rules.ok) throw new Error("the shipped rules are not valid");
const { pack } = rules;

let run: RunSql;
let close: () => void;

beforeAll(async () => {
  ({ run, close } = await openDuckdb());
});
afterAll(() => close());

/** Cases of one day and version are rows of one table. */
function together(cases: readonly Case[]): readonly (readonly Case[])[] {
  const groups = new Map<string, Case[]>();
  for (const one of cases) {
    const key = `${one.asOf} ${one.version}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()];
}

describe("DuckDB decides every case of the shipped rules as the engine does", () => {
  it.each([...pack.services])("%s", async (service, { cases }) => {
    for (const group of together(cases)) {
      const { asOf = "", version } = group[0] ?? {};
      const question = { service, asOf, ...(version !== undefined && { version }) };
      const program = programOf(pack, question);
      const table = await tableOf(
        run,
        program,
        group.map(({ facts }) => facts),
      );
      const sql = selectOf(program, { dialect: DUCKDB, table, keys: ["place"] });
      const rows = await run(`${sql} ORDER BY "place"`);
      const ids = program.requirements.map(({ id }) => id);
      const told = rows.map((row) => ({
        outcome: row["outcome"],
        requirements: ids.map((id) => row[`requirement_${columnOf(id)}`]),
        missing: row["missing"],
        grants: (program.version.policy.grants ?? []).flatMap(({ id }) => {
          const state = row[`grant_${columnOf(id)}`] ?? null;
          const amount = row[`grant_${columnOf(id)}_amount`] ?? null;
          return state === null ? [] : [[id, state, amount === null ? null : Number(amount)]];
        }),
      }));
      const expected = group.map(({ facts }) => {
        const {
          outcome,
          requirements,
          missing,
          grants = [],
        } = decide(pack, { ...question, facts });
        return {
          outcome,
          requirements: requirements.map((requirement) => requirement.outcome),
          missing,
          grants: grants.map(({ id, state, amount }) => [id, state, amount ?? null]),
        };
      });
      expect(told).toEqual(expected);
    }
  });
});
