import { readdirSync, readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import { openMarginals } from "../../src/cli/population/marginals-files.ts";
import type { Pack } from "../../src/engine/model/pack.ts";
import { readPack } from "../../src/node.ts";
import { formatDiagnostic } from "../../src/pack/diagnostics/format.ts";
import { populationJsonSchema } from "../../src/population/json-schema.ts";
import { NO_MARGINALS } from "../../src/population/marginals.ts";
import { populationOf } from "../../src/population/population.ts";
import { readMarginals } from "../../src/population/read.ts";
import { choices, problemsIn } from "../support/editor.ts";

const FOLDER = "figures/populations";
const AS_OF = "2026-11-22";
const shipped = readdirSync(FOLDER, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".json"))
  .sort();
const textOf = (name: string) => readFileSync(`${FOLDER}/${name}`, "utf8");

const rules = await readPack("rules");
if (!rules.ok) throw new Error("the shipped rules are not valid");
const pack: Pack = rules.pack;

interface Written {
  readonly provenance?: string;
  readonly report?: string;
  readonly of?: number;
  readonly shares?: readonly (Written & { readonly share: number; readonly value?: unknown })[];
  readonly rows?: readonly Written[];
}

/** Every share of a marginal that a report prints, or that is computed from it. */
function printed(
  marginal: Written,
  around: Written = {},
): readonly { provenance: string; report: string; share: number; of: number; value: unknown }[] {
  const { provenance = around.provenance, report = around.report, of = 1 } = marginal;
  const here = { ...(provenance && { provenance }), ...(report && { report }) };
  return [
    ...(marginal.rows ?? []).flatMap((row) => printed(row, here)),
    ...(marginal.shares ?? []).flatMap((one) => {
      const basis = { ...here, ...one };
      return basis.provenance === "assumed" || basis.provenance === undefined
        ? []
        : [
            {
              provenance: basis.provenance,
              report: basis.report ?? "",
              share: one.share,
              of,
              value: one.value,
            },
          ];
    }),
  ];
}

/** The numbers of people that a report prints. */
function figuresOf(report: string): readonly number[] {
  const file = readdirSync("figures").find((name) => name.startsWith(`${report}-`)) ?? "";
  const { quantities } = JSON.parse(readFileSync(`figures/${file}`, "utf8"));
  return quantities
    .filter(({ unit }: { unit: string }) => unit === "people")
    .map(({ value }: { value: string }) => Number(value.replaceAll(".", "")));
}

describe("the populations that come with Layak", () => {
  it("are there", () => {
    expect(shipped).toEqual([
      "banten-2022.json",
      "dasar.json",
      "kota-serang-2020.json",
      "kota-serang.json",
      "kota-serang/pegawai-non-asn.json",
      "kota-serang/pendaftaran-non-asn.json",
      "kota-serang/potongan-iuran-bpu.json",
      "kota-serang/sponsor-korpri.json",
      "kota-tangerang-selatan.json",
    ]);
  });

  it.each(shipped)("%s fits the shipped rules", (name) => {
    const read = readMarginals(name, textOf(name), { pack, asOf: AS_OF, before: NO_MARGINALS });
    const told = read.ok ? [] : read.diagnostics.map((one) => formatDiagnostic(one, "en"));
    expect(told).toEqual([]);
  });

  it.each(shipped)("%s has of its reports only numbers that they print", (name) => {
    const { reports = {}, facts = {}, groups = {} } = JSON.parse(textOf(name));
    for (const [key, report] of Object.entries(reports)) {
      const file = readdirSync("figures").find((one) => one.startsWith(`${key}-`)) ?? "";
      expect(JSON.parse(readFileSync(`figures/${file}`, "utf8")).reports[key]).toEqual(report);
    }
    const marginals: Written[] = [
      ...Object.values<Written>(facts),
      ...Object.values<{ count?: Written; facts?: Record<string, Written> }>(groups).flatMap(
        ({ count = {}, facts: own = {} }) => [count, ...Object.values(own)],
      ),
    ];
    for (const { provenance, report, share, of, value } of marginals.flatMap((one) =>
      printed(one),
    )) {
      const figures = figuresOf(report);
      const isPrinted = figures.includes(share) || figures.includes(Number(value)) || share === of;
      const isDifference = figures.some((one) => figures.some((other) => one - other === share));
      expect([name, share, provenance === "computed" ? isDifference : isPrinted]).toEqual([
        name,
        share,
        true,
      ]);
    }
  });

  it.each(shipped)(
    "%s names its JSON Schema, fits it, and an editor marks nothing in it",
    async (name) => {
      const accepts = new Ajv({ allowUnionTypes: true, strictRequired: false }).compile(
        JSON.parse(populationJsonSchema()),
      );
      const file = JSON.parse(textOf(name));
      const up = "../".repeat(name.split("/").length);
      expect([file.$schema, accepts(file)]).toEqual([`${up}schema/population.schema.json`, true]);
      expect(await problemsIn(`${FOLDER}/${name}`, textOf(name))).toEqual([]);
    },
  );

  it("have the JSON Schema that is shipped", async () => {
    // Generated by: npm run schemas
    expect(readFileSync("figures/schema/population.schema.json", "utf8")).toBe(
      populationJsonSchema(),
    );
    const offered = await choices(
      `${FOLDER}/x.json`,
      '{ "facts": { "a": { "shares": [{ "|" }] } } }',
    );
    expect(Object.keys(offered)).toEqual(
      expect.arrayContaining(["share", "value", "from", "to", "unknown", "provenance", "report"]),
    );
  });
});

/** What nobody can have: membership without being a member. */
function impossible(of: Readonly<Record<string, unknown>>): boolean {
  const status = of["coverage.status"];
  const isMember = status !== "TIDAK_TERDAFTAR" && status !== null;
  const programmes = of["coverage.programmes"];
  if (isMember) return Array.isArray(programmes) && programmes.length === 0;
  const told = [of["coverage.paidThrough"], of["coverage.segment"]];
  const has = Array.isArray(programmes) && programmes.length > 0;
  return has || told.some((value) => value !== null && value !== undefined);
}

describe("of each service, the population that comes with Layak", () => {
  it.each([...pack.services.keys()])(
    "%s: is stated whole, and no row is impossible",
    async (service) => {
      const { marginals } = await openMarginals({ pack, service, asOf: AS_OF, named: [] });
      const made = populationOf(pack, {
        ...{ service, asOf: AS_OF, seed: 7, marginals, unknown: 0.02 },
        besides: ["coverage.status", "coverage.programmes", "coverage.paidThrough"],
      });
      const stated = [...marginals.facts.keys()];
      expect(made.facts.map(({ id }) => id).filter((id) => !stated.includes(id))).toEqual([]);
      let members = 0;
      for (let row = 1; row <= 500; row++) {
        const { facts, groups } = made.application(row);
        const own = Object.fromEntries(made.facts.map(({ id }, at) => [id, facts[at] ?? null]));
        const people = [
          own,
          ...groups.flatMap((items) => items ?? []).filter((item) => item !== null),
        ];
        expect(people.filter(impossible)).toEqual([]);
        members += people.filter((one) => one["coverage.status"] === "AKTIF").length;
      }
      expect(members).toBeGreaterThan(5);
    },
  );
});
