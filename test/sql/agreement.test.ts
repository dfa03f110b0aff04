import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { programOf } from "../../src/engine/decision/program.ts";
import type { Decision } from "../../src/engine/model/decision.ts";
import { decide, LayakError } from "../../src/index.ts";
import { columnOf } from "../../src/pack/column-name.ts";
import { DUCKDB } from "../../src/sql/dialects/duckdb.ts";
import { selectOf } from "../../src/sql/select.ts";
import { runs } from "../support/generate/runs.ts";
import { type World, worldArbitrary } from "../support/generate/worlds.ts";
import { SERVICE } from "../support/pack.ts";
import { openDuckdb, type RunSql, tableOf } from "./applications.ts";

let run: RunSql;
let close: () => void;

beforeAll(async () => {
  ({ run, close } = await openDuckdb());
});
afterAll(() => close());

/** What the engine says, as a row of the statement says it; no outcome where it refuses. */
function rowOf(decision: Decision | null, ids: readonly string[]) {
  return {
    outcome: decision?.outcome ?? null,
    requirements: decision?.requirements.map(({ outcome }) => outcome) ?? ids,
    missing: decision?.missing ?? [],
    grants: decision?.grants?.map(({ state, amount }) => [state, amount ?? null]) ?? [],
  };
}

function decided(world: World, facts: World["applications"][number]): Decision | null {
  try {
    return decide(world.pack, { service: SERVICE, asOf: world.asOf, facts });
  } catch (error) {
    if (error instanceof LayakError) return null;
    throw error;
  }
}

async function agrees(world: World): Promise<void> {
  const { pack, asOf, applications } = world;
  const program = programOf(pack, { service: SERVICE, asOf });
  const table = tableOf(program, applications);
  const sql = selectOf(program, { dialect: DUCKDB, table, keys: ["place"] });
  const rows = await run(`${sql} ORDER BY "place"`).catch((error: unknown) => {
    throw new Error(`${String(error)}\n${sql.slice(0, 3000)}`);
  });
  const ids = program.requirements.map(({ id }) => id);
  const grants = program.version.policy.grants ?? [];
  for (const [place, facts] of applications.entries()) {
    const decision = decided(world, facts);
    const row = rows[place] ?? {};
    const told = {
      outcome: row["outcome"],
      requirements: decision === null ? ids : ids.map((id) => row[`requirement_${columnOf(id)}`]),
      missing: row["missing"],
      grants:
        row["outcome"] === "eligible"
          ? grants.map(({ id }) => {
              const amount = row[`grant_${columnOf(id)}_amount`] ?? null;
              return [row[`grant_${columnOf(id)}`], amount === null ? null : Number(amount)];
            })
          : [],
    };
    expect({ ...told, sql: "" }).toEqual({ ...rowOf(decision, ids), sql: "" });
  }
}

/** `POLICIES=1000 npx vitest run test/sql/agreement.test.ts` tries more of them, each with forty applications. */
const POLICIES = Number(process.env["POLICIES"] ?? 40);
const APPLICATIONS = 40;

function tried() {
  return process.env["POLICIES"] === undefined ? runs(POLICIES) : { numRuns: POLICIES };
}

test("DuckDB says of every application what the engine says", async () => {
  const worlds = worldArbitrary("some", "plain", APPLICATIONS);
  await fc.assert(fc.asyncProperty(worlds, agrees), tried());
});

test("DuckDB says of computed facts what the engine says", async () => {
  const worlds = worldArbitrary("some", "computing", APPLICATIONS);
  await fc.assert(fc.asyncProperty(worlds, agrees), tried());
});
