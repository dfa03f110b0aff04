import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { programOf } from "../../src/engine/decision/program.ts";
import type { Facts } from "../../src/engine/model/catalogue.ts";
import { decide } from "../../src/index.ts";
import { DUCKDB } from "../../src/sql/dialects/duckdb.ts";
import type { MissingForm } from "../../src/sql/missing-list.ts";
import { selectOf } from "../../src/sql/select.ts";
import { runs } from "../support/generate/runs.ts";
import { worldArbitrary } from "../support/generate/worlds.ts";
import { fact, packOf, policy, requirement, SERVICE } from "../support/pack.ts";
import { openDuckdb, type RunSql, tableOf } from "./applications.ts";

let run: RunSql;
let close: () => void;

beforeAll(async () => {
  ({ run, close } = await openDuckdb());
});
afterAll(() => close());

async function missingOf(
  {
    pack,
    asOf,
  }: Pick<Parameters<typeof decide>[1], "asOf"> & {
    readonly pack: Parameters<typeof decide>[0];
  },
  applications: readonly Facts[],
  missing: MissingForm,
): Promise<readonly unknown[]> {
  const program = programOf(pack, { service: SERVICE, asOf });
  const table = await tableOf(run, program, applications);
  const sql = selectOf(program, { dialect: DUCKDB, table, keys: ["place"], missing });
  const rows = await run(`${sql} ORDER BY "place"`);
  return rows.map((row) => row["missing"]);
}

const asked = (id: string, operator = "lessThan", value = 5) => ({ fact: id, operator, value });

const asOf = "2026-11-22";
const values = [null, 0, 9];
const applications = values.flatMap((a) =>
  values.flatMap((b) => values.map((c): Facts => ({ a, b, c }))),
);

describe("a name that several conditions read", () => {
  it.each([
    ["two more", ["third", "fourth"]],
    ["many more", ["third", "fourth", "fifth", "sixth", "seventh"]],
  ])("is told once, where it comes first of those that are open: of %s", async (_, more) => {
    const pack = packOf({
      facts: Object.fromEntries(["a", "b", "c"].map((id) => [id, fact({ type: "integer" })])),
      policies: {
        "2020-01-01": policy([
          requirement("first", { any: [{ all: [asked("a"), asked("b")] }, asked("c")] }),
          requirement("second", { any: [asked("b"), asked("a", "greaterThan")] }),
          ...more.map((id, at) =>
            requirement(id, { any: [asked("a", "lessThan", at), asked("b", "greaterThan", at)] }),
          ),
        ]),
      },
    });
    const expected = applications.map(
      (facts) => decide(pack, { service: SERVICE, asOf, facts }).missing,
    );
    expect(await missingOf({ pack, asOf }, applications, "list")).toEqual(expected);
    expect(expected.filter((names) => names.length > 1).length).toBeGreaterThan(1);
  });
});

describe("missing as one text", () => {
  it("has no sign at its end where a list that is read beside an unknown fact is empty", async () => {
    const codes = { A: { id: "A" }, B: { id: "B" } };
    const pack = packOf({
      facts: {
        kinds: fact({ type: "list", items: { type: "code", codes } }),
        kind: fact({ type: "code", codes }),
      },
      policies: {
        "2020-01-01": policy([
          requirement("jenis", { fact: "kinds", operator: "contains", value: { fact: "kind" } }),
        ]),
      },
    });
    const applications: readonly Facts[] = [
      { kinds: [], kind: null },
      { kinds: ["A", null], kind: null },
      { kinds: ["A"], kind: null },
    ];
    expect(await missingOf({ pack, asOf }, applications, "text")).toEqual(
      applications.map((facts) =>
        decide(pack, { service: SERVICE, asOf, facts }).missing.join("|"),
      ),
    );
  });

  it("parts what the list holds, and is nothing where that is empty", async () => {
    await fc.assert(
      fc.asyncProperty(worldArbitrary("some", "computing"), async (world) => {
        const { applications } = world;
        const lists = await missingOf(world, applications, "list");
        const expected = lists.map((names) => {
          if (!Array.isArray(names)) throw new Error("missing is no list");
          return names.length === 0 ? null : names.join("|");
        });
        expect(await missingOf(world, applications, "text")).toEqual(expected);
      }),
      runs(40),
    );
  }, 120_000);
});
