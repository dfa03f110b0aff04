import type { FactValue } from "../../../src/engine/model/catalogue.ts";
import type { Pack } from "../../../src/engine/model/pack.ts";
import { formatDiagnostic } from "../../../src/pack/diagnostics/format.ts";
import { type Marginals, NO_MARGINALS } from "../../../src/population/marginals.ts";
import {
  type Application,
  type Population,
  type PopulationOptions,
  populationOf,
} from "../../../src/population/population.ts";
import { readMarginals } from "../../../src/population/read.ts";
import { fact, packOf, policy, requirement, SERVICE } from "../../support/pack.ts";

export const AS_OF = "2026-11-22";

/** Facts of every type, and a group. */
const FACTS = {
  married: fact({ type: "boolean" }),
  status: fact({
    type: "code",
    codes: { AKTIF: { id: "aktif" }, NONAKTIF: { id: "tidak" }, NONE: { id: "belum" } },
  }),
  programmes: fact({
    type: "list",
    maxItems: 3,
    items: { type: "code", codes: { JKK: { id: "JKK" }, JKM: { id: "JKM" }, JHT: { id: "JHT" } } },
  }),
  born: fact({ type: "date" }),
  paid: fact({ type: "date" }),
  children: fact({ type: "integer", minimum: 0, maximum: 20 }),
  hectares: fact({ type: "number", minimum: 0 }),
  income: fact({ type: "money" }),
  rate: fact({ type: "decimal", scale: 2, minimum: 0, maximum: 1 }),
  plate: fact({ type: "string" }),
  nik: fact({ type: "string", format: "nik" }),
  staff: fact({ type: "integer", minimum: 0 }),
  sum: fact({
    type: "integer",
    source: "system",
    compute: { operation: "sum", of: [{ fact: "children" }, 1] },
  }),
};

const GROUPS = {
  drivers: {
    label: { id: "Pengemudi" },
    minItems: 1,
    maxItems: 4,
    facts: ["status", "programmes", "born"],
  },
};

const leaf = (name: string, operator: string, value: unknown) => ({ fact: name, operator, value });

/** Rules that read all of these but `nik` and `paid`. */
export const pack: Pack = packOf({
  facts: FACTS,
  groups: GROUPS,
  policies: {
    "2024-01-01": policy([
      requirement("semua", {
        all: [
          leaf("married", "equal", true),
          leaf("status", "equal", "AKTIF"),
          leaf("programmes", "everyValue:contains", ["JKK", "JKM"]),
          leaf("born", "onOrBefore", { fact: "asOf", params: { minus: "P17Y" } }),
          leaf("children", "lessThanInclusive", 3),
          leaf("hectares", "lessThan", 2),
          leaf("income", "lessThan", 5_000_000),
        ],
      }),
    ]),
    "2026-01-01": policy([
      requirement("lainnya", {
        all: [
          leaf("rate", "greaterThan", 0.5),
          leaf("plate", "in", ["A 1 B", 'A, 2 "C"']),
          leaf("staff", "lessThanInclusive", { fact: "drivers.count" }),
          leaf("sum", "greaterThan", 1),
          { every: "drivers", conditions: leaf("status", "equal", "AKTIF") },
        ],
      }),
    ]),
  },
});

/** What a file states, or every fault of it. */
export function marginalsOf(content: object, before: Marginals = NO_MARGINALS): Marginals {
  const text = JSON.stringify(content, null, 2);
  const read = readMarginals("populasi.json", text, { pack, asOf: AS_OF, before });
  if (read.ok) return read.marginals;
  throw new Error(read.diagnostics.map((one) => formatDiagnostic(one, "en")).join("\n"));
}

/** Shares of a fact, all of them assumed. */
export function shares(...all: readonly object[]): object {
  return { provenance: "assumed", shares: all };
}

export function populationWith(content: object, more: Partial<PopulationOptions> = {}): Population {
  return populationOf(pack, {
    service: SERVICE,
    asOf: AS_OF,
    seed: 7,
    marginals: marginalsOf(content),
    unknown: 0.1,
    besides: [],
    ...more,
  });
}

/** The first rows of a population. */
export function rowsOf(population: Population, count: number): readonly Application[] {
  return Array.from({ length: count }, (_, at) => population.application(at + 1));
}

/** The values of one fact in the first rows. */
export function valuesOf(population: Population, id: string, count: number): readonly FactValue[] {
  const at = population.facts.findIndex((column) => column.id === id);
  if (at < 0) throw new Error(`${id} is no column`);
  return rowsOf(population, count).map(({ facts }) => facts[at] ?? null);
}
