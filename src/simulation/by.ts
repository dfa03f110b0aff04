import type { Matched, Matching } from "../bulk/matching.ts";
import { BulkTrouble } from "../bulk/trouble.ts";
import type { Program } from "../engine/decision/program.ts";
import type { Fact, FactShape } from "../engine/model/catalogue.ts";
import type { Pack } from "../engine/model/pack.ts";
import type { Text } from "../engine/model/text.ts";
import { asked, shortened } from "../engine/suggest.ts";
import { columnOf } from "../pack/column-name.ts";
import type { Column } from "../sql/columns.ts";
import { DUCKDB } from "../sql/dialects/duckdb.ts";
import { computedFor } from "../sql/names-read.ts";
import { quotedName } from "../sql/quote.ts";
import type { Sides } from "./catalogue.ts";
import { groupNamed } from "./columns.ts";
import { hiddenSql } from "./hidden.ts";

/** What a simulation is broken down by. */
export interface By {
  /** A fact's id, `drivers.count`, or a column that no fact has: see `nameOf`. */
  readonly id: string;
  readonly label: Text;
  readonly unit?: string;
  readonly shape: FactShape;
  /** SQL of its value in a row. */
  readonly sql: string;
  /** The column that the value rests on. */
  readonly reads: string;
  /** What has to be read for it, where the policies may not read it. */
  readonly column: Column | null;
  /** Of a column that no fact has, where it stands in the file. */
  readonly matched: Matched | null;
}

export interface ByOptions {
  readonly catalogue: Pick<Pack, "facts" | "groups" | "suggest">;
  /** The file's columns, and what was found in them. */
  readonly names: readonly string[];
  readonly matching: Matching;
  /** Facts that come from elsewhere than the file. */
  readonly given: readonly string[];
  /** The name of the column with people's NIK, whether it is read or not. */
  readonly nik: string;
}

/**
 * Finds what a report is to be broken down by: facts by their ids or columns, what is computed, how
 * many items a group has, and columns of the file that no fact has.
 * @throws BulkTrouble
 */
export function bysOf(asked: readonly string[], sides: Sides, options: ByOptions): readonly By[] {
  const found = asked.map((name) => byOf(name, sides, options));
  return found.filter(({ id }, place) => found.findIndex((one) => one.id === id) === place);
}

function byOf(name: string, sides: Sides, options: ByOptions): By {
  const { facts, groups } = options.catalogue;
  const wanted = lower(name);
  const id = [...facts.keys()].find((one) => lower(one) === wanted || columnOf(one) === wanted);
  const fact = id === undefined ? undefined : facts.get(id);
  if (id !== undefined && fact !== undefined) {
    const about = { id, label: fact.label, ...(fact.unit !== undefined && { unit: fact.unit }) };
    const reads = columnOf(id);
    const sql = told(quotedName(reads), fact);
    const found = { ...about, shape: fact, reads, sql, matched: null };
    if (fact.compute !== undefined) {
      if (!isComputedBy(sides, id)) throw notComputed(id);
      return { ...found, column: null };
    }
    refuseAbsent(id, options);
    const place = options.matching.facts.find((one) => one.id === id)?.place;
    const isNik = fact.type === "string" && fact.format === "nik";
    if (isNik || isOwn(place, options)) throw namesRows(name);
    return { ...found, column: { kind: "fact", id, column: reads, shape: fact } };
  }
  const group = [...groups.keys()].find((one) =>
    [lower(one), columnOf(one), `${lower(one)}.count`].includes(wanted),
  );
  const named = group === undefined ? null : groupNamed(group, groups);
  if (named !== null) {
    refuseAbsent(named.id, options);
    const column = columnOf(named.id);
    return {
      ...{ id: `${named.id}.count`, label: named.group.label, shape: { type: "integer" } },
      ...{ reads: column, sql: DUCKDB.lengthOf(quotedName(column)) },
      ...{ column: { kind: "group", id: named.id, column, fields: [] }, matched: null },
    };
  }
  return byColumn(name, options);
}

function lower(name: string): string {
  return name.trim().toLowerCase();
}

function isComputedBy({ from, to }: Sides, id: string): boolean {
  return [from, to].some((program) => computesIt(program, id));
}

export function computesIt(program: Program, id: string): boolean {
  return computedFor(program).some((one) => one.id === id && one.group === null);
}

/** What is computed is an integer of 38 digits, a decimal's point left out. */
function told(column: string, fact: Fact): string {
  if (fact.compute === undefined) return column;
  switch (fact.type) {
    case "integer":
    case "money":
      return `TRY_CAST(${column} AS DOUBLE)`;
    case "decimal":
      return `TRY_CAST(${column} AS DOUBLE) / ${10 ** fact.scale}`;
    default:
      return column;
  }
}

const COLUMN = "column ";

/** What people call it: a fact's id, or the name of a column that no fact has. */
export function nameOf(id: string): string {
  return isOfNoFact(id) ? id.slice(COLUMN.length) : id;
}

/** Whether an id is that of a column that no fact has. */
export function isOfNoFact(id: string): boolean {
  return id.startsWith(COLUMN);
}

/** A column that no fact has is named as no fact is. What looks like a NIK is never told. */
function byColumn(name: string, options: ByOptions): By {
  const { catalogue, names } = options;
  const place = names.findIndex((one) => lower(one) === lower(name));
  const column = names[place];
  if (column === undefined) throw isUnknown(name, names, catalogue);
  if (isOwn(place, options)) throw namesRows(name);
  const id = COLUMN + column;
  const shape = { type: "string", maxLength: Number.MAX_SAFE_INTEGER } as const;
  return {
    ...{ id, label: { id: column }, shape, reads: id, sql: hiddenSql(quotedName(id)) },
    column: { kind: "fact", id, column: id, shape },
    matched: { id, name: column, place },
  };
}

/** Whether a column has something else in each row: its key, or whose it is. */
function isOwn(place: number | undefined, { names, matching, nik }: ByOptions): boolean {
  if (place === undefined) return false;
  const isNik = [lower(nik), "nik"].includes(lower(names[place] ?? ""));
  return isNik || place === matching.key || place === matching.nik;
}

function namesRows(name: string): BulkTrouble {
  const told = shortened(name);
  return new BulkTrouble({
    id: `--by "${told}" adalah kolom NIK atau kolom --key, yang lain di setiap baris. Pilih kolom yang mengelompokkan baris, misalnya kecamatan.`,
    en: `--by "${told}" is the column of NIKs or the --key column, with another value in each row. Choose a column that gathers rows, such as a district.`,
  });
}

function isUnknown(
  name: string,
  names: readonly string[],
  { facts, groups, suggest }: ByOptions["catalogue"],
): BulkTrouble {
  const near = asked(suggest(name, [...facts.keys(), ...groups.keys(), ...names]));
  return new BulkTrouble({
    id: `--by "${shortened(name)}" bukan fakta yang dikenal aturan, dan bukan kolom berkas ini.${near.id}`,
    en: `--by "${shortened(name)}" is no fact that the rules know, and no column of this file.${near.en}`,
  });
}

function notComputed(id: string): BulkTrouble {
  return new BulkTrouble({
    id: `--by "${id}" tidak dihitung oleh kedua kebijakan ini.`,
    en: `--by "${id}" is computed by neither of these policies.`,
  });
}

function refuseAbsent(id: string, { matching, given }: ByOptions): void {
  if (given.includes(id) || matching.facts.some((one) => one.id === id)) return;
  throw new BulkTrouble({
    id: `--by "${id}": berkas ini tidak punya kolom ${columnOf(id)}.`,
    en: `--by "${id}": this file has no column ${columnOf(id)}.`,
  });
}
