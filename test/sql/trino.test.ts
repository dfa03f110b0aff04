import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { programOf } from "../../src/engine/decision/program.ts";
import { readPack } from "../../src/node.ts";
import { createTable } from "../../src/sql/create-table.ts";
import { TRINO } from "../../src/sql/dialects/trino.ts";
import { selectOf } from "../../src/sql/select.ts";
import { runs } from "../support/generate/runs.ts";
import { worldArbitrary } from "../support/generate/worlds.ts";
import { SERVICE } from "../support/pack.ts";
import { trinoGrammar } from "./support/trino-grammar.ts";

const faultsIn = trinoGrammar();

const options = { dialect: TRINO, table: '"applications"', keys: ["id"] };

describe("what is written for Trino", () => {
  it("is Trino's grammar, of every shipped policy", async () => {
    const rules = await readPack("rules");
    if (!rules.ok) throw new Error("the shipped rules are not valid");
    const asOf = "2026-11-22";
    const faulty = [...rules.pack.services.keys()].flatMap((service) => {
      const program = programOf(rules.pack, { service, asOf });
      const faults = [createTable(program, options), selectOf(program, options)].flatMap(faultsIn);
      return faults.map((fault) => ({ service, fault }));
    });
    expect(faulty).toEqual([]);
  }, 120_000);

  it("is Trino's grammar, of whatever a policy may say", async () => {
    fc.assert(
      fc.property(worldArbitrary("some", "computing"), ({ pack, asOf }) => {
        const program = programOf(pack, { service: SERVICE, asOf });
        expect(faultsIn(selectOf(program, options))).toEqual([]);
      }),
      runs(6),
    );
  }, 120_000);

  it("is found faulty where it is", () => {
    expect(faultsIn("SELECT 1 FROM WHERE").length).toBeGreaterThan(0);
  });
});
