import { applicationsSql, checkedIds, MEMBER_COLUMNS } from "../bulk/applications.ts";
import { type Matching, matchColumns } from "../bulk/matching.ts";
import type { Source } from "../bulk/source.ts";
import type { Program } from "../engine/decision/program.ts";
import type { Fact } from "../engine/model/catalogue.ts";
import { type By, bysOf } from "./by.ts";
import { catalogueOfBoth, type Sides } from "./catalogue.ts";
import { columnsOfBoth } from "./columns.ts";
import type { SimulationOptions } from "./run.ts";
import { withTextColumns } from "./text-columns.ts";

/** How a file is read for two policies. */
export interface Reading {
  /** The later policy, with the catalogue of both and the columns that no fact has. */
  readonly program: Program;
  readonly matching: Matching;
  readonly by: readonly By[];
  /** The statement that gives the applications, each value checked. */
  readonly applications: string;
  /** What is checked, in the order of the places that faults name. */
  readonly checked: readonly string[];
  /** The facts that an example tells. */
  readonly told: readonly { readonly id: string; readonly column: string }[];
}

/** The later policy with the catalogue of both: what a file is checked by. */
export function programOfBoth(sides: Sides): Program {
  return { ...sides.to, pack: { ...sides.to.pack, ...catalogueOfBoth(sides) } };
}

/** @throws BulkTrouble */
export function readingOf(
  both: Program,
  source: Source,
  options: Pick<SimulationOptions, "sides" | "by" | "map" | "key" | "nik" | "roster" | "personal">,
): Reading {
  const { sides, map, key, personal } = options;
  const roster = options.roster !== null;
  const given = roster ? Object.keys(MEMBER_COLUMNS) : [];
  const names = source.columns.map(({ name }) => name);
  const found = matchColumns(both, names, {
    ...{ map, key, given },
    nik: roster ? options.nik : null,
  });
  const by = bysOf(options.by, sides, {
    ...{ catalogue: both.pack, names, matching: found, given, nik: options.nik },
  });
  const added = by.flatMap(({ matched }) => matched ?? []);
  const texts = withTextColumns(source, added);
  const facts = [...found.facts, ...texts.matched];
  const read = columnsOfBoth(sides, both.pack);
  const matching = {
    ...found,
    facts,
    unknown: found.unknown.filter(({ name }) => !added.some((one) => one.name === name)),
    absent: read.filter(({ id }) => !given.includes(id) && !facts.some((fact) => fact.id === id)),
  };
  const more = by.flatMap(({ column }) => column ?? []);
  const columns = [...read, ...more.filter(({ id }) => !read.some((one) => one.id === id))];
  const program = withColumns(both, by);
  return {
    ...{ program, matching, by, checked: checkedIds(program, matching, roster) },
    applications: applicationsSql(program, texts.source, matching, {
      ...{ roster, facts: false, columns },
    }),
    told: toldFacts(columns, program, by, personal),
  };
}

/** The columns that no fact has are read as texts. */
function withColumns(program: Program, by: readonly By[]): Program {
  const texts = by.flatMap(({ id, label, matched }): readonly (readonly [string, Fact])[] => {
    const shape = { type: "string", maxLength: Number.MAX_SAFE_INTEGER } as const;
    return matched === null ? [] : [[id, { ...shape, label, source: "office", personal: true }]];
  });
  return {
    ...program,
    pack: { ...program.pack, facts: new Map([...program.pack.facts, ...texts]) },
  };
}

/** What an example may tell: what is not personal, and what the report is broken down by. */
function toldFacts(
  columns: ReturnType<typeof columnsOfBoth>,
  { pack }: Program,
  by: readonly By[],
  personal: boolean,
): readonly { readonly id: string; readonly column: string }[] {
  return columns.flatMap(({ kind, id, column }) => {
    const isTold = personal || pack.facts.get(id)?.personal === false;
    const isAsked = by.some((one) => one.id === id);
    return kind === "fact" && (isTold || isAsked) ? [{ id, column }] : [];
  });
}
