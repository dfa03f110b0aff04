import type { Program } from "../engine/decision/program.ts";
import { asked } from "../engine/suggest.ts";
import { columnOf } from "../pack/column-name.ts";
import { type Column, columnsOf } from "../sql/columns.ts";
import { BulkTrouble } from "./trouble.ts";

/** Which fact, or nothing, each column of a file is said to hold: what `--map` gives. */
export type ColumnMap = Readonly<Record<string, string | null>>;

/** A column of the file that holds a fact or a group. */
export interface Matched {
  readonly id: string;
  /** Its name in the file. */
  readonly name: string;
  /** Its place among the file's columns, counted from 0. */
  readonly place: number;
}

/** What the columns of a file are. */
export interface Matching {
  readonly facts: readonly Matched[];
  /** The place of the column that says which application a row is. */
  readonly key: number;
  /** The place of the column with people's NIK; null where none is asked for. */
  readonly nik: number | null;
  /** Columns that no fact has, with the fact that was most likely meant. */
  readonly unknown: readonly { readonly name: string; readonly meant: string | null }[];
  /** Columns of facts that Layak computes itself, and never takes from a file. */
  readonly computed: readonly string[];
  /** Facts that the policy reads and no column has: unknown in every row. */
  readonly absent: readonly Column[];
}

export interface MatchingOptions {
  readonly map: ColumnMap;
  readonly key: string;
  /** The name of the column with people's NIK, where a roster is joined. */
  readonly nik: string | null;
  /** Facts that come from elsewhere than the file. */
  readonly given: readonly string[];
}

/**
 * Finds the fact of every column: by the map, else by its name, as a fact's id or its column; neither
 * minds capitals.
 * @throws BulkTrouble
 */
export function matchColumns(
  program: Program,
  names: readonly string[],
  { map, key, nik, given }: MatchingOptions,
): Matching {
  const { facts, groups, suggest } = program.pack;
  const ids = [...facts.keys(), ...groups.keys()];
  const byName = new Map(ids.flatMap((id) => [[columnOf(id), id] as const, [lower(id), id]]));
  const mapped = checkedMap(program, names, map);
  const keyPlace = placeOf(names, key, "--key", suggest);
  const nikPlace = nik === null ? null : placeOf(names, nik, "--nik", suggest);
  const found: Matched[] = [];
  const unknown: { name: string; meant: string | null }[] = [];
  const computed: string[] = [];
  for (const [place, name] of names.entries()) {
    const told = mapped.get(lower(name));
    const id = told === undefined ? byName.get(lower(name)) : told;
    if (id === null) continue;
    if (id === undefined) {
      if (place === keyPlace || place === nikPlace || lower(name) === "nik") continue;
      unknown.push({ name, meant: suggest(lower(name), ids.map(columnOf)) });
    } else if (facts.get(id)?.compute !== undefined) computed.push(name);
    else {
      refuseTwice(found, id, name);
      refuseGiven(given, id, name);
      found.push({ id, name, place });
    }
  }
  const absent = columnsOf(program).filter(
    ({ id }) => !given.includes(id) && !found.some((one) => one.id === id),
  );
  return { facts: found, key: keyPlace, nik: nikPlace, unknown, computed, absent };
}

function lower(name: string): string {
  return name.trim().toLowerCase();
}

function checkedMap(
  { pack }: Program,
  names: readonly string[],
  map: ColumnMap,
): ReadonlyMap<string, string | null> {
  const known = [...pack.facts.keys(), ...pack.groups.keys()];
  for (const [name, id] of Object.entries(map)) {
    if (!names.some((one) => lower(one) === lower(name))) {
      const near = asked(pack.suggest(name, names));
      throw new BulkTrouble({
        id: `--map menyebut kolom "${name}" yang tidak ada di berkas.${near.id}`,
        en: `--map names the column "${name}", which the file does not have.${near.en}`,
      });
    }
    if (id !== null && !known.includes(id)) {
      const near = asked(pack.suggest(id, known));
      throw new BulkTrouble({
        id: `--map menyebut fakta "${id}" yang tidak dikenal aturan.${near.id}`,
        en: `--map names the fact "${id}", which the rules do not know.${near.en}`,
      });
    }
  }
  return new Map(Object.entries(map).map(([name, id]) => [lower(name), id]));
}

function placeOf(
  names: readonly string[],
  wanted: string,
  option: string,
  suggest: Program["pack"]["suggest"],
): number {
  const place = names.findIndex((name) => lower(name) === lower(wanted));
  if (place >= 0) return place;
  const near = asked(suggest(wanted, names));
  throw new BulkTrouble({
    id: `Berkas ini tidak punya kolom "${wanted}".${near.id} Sebutkan kolomnya dengan ${option}.`,
    en: `This file has no column "${wanted}".${near.en} Name the column with ${option}.`,
  });
}

function refuseTwice(found: readonly Matched[], id: string, name: string): void {
  const other = found.find((one) => one.id === id);
  if (other === undefined) return;
  throw new BulkTrouble({
    id: `Kolom "${other.name}" dan "${name}" sama-sama berisi ${id}. Hapus salah satu, atau abaikan dengan --map.`,
    en: `The columns "${other.name}" and "${name}" both hold ${id}. Remove one, or leave it out with --map.`,
  });
}

function refuseGiven(given: readonly string[], id: string, name: string): void {
  if (!given.includes(id)) return;
  throw new BulkTrouble({
    id: `Kolom "${name}" berisi ${id}, yang diambil dari --roster. Hapus kolomnya, atau jalankan tanpa --roster.`,
    en: `The column "${name}" holds ${id}, which comes from --roster. Remove the column, or run without --roster.`,
  });
}
