import { hiddenBesides } from "../disclosure/suppress.ts";
import { CellLedger, type PlacedTally, STATES } from "./cells.ts";
import type { AskedMonth, PublishedTally } from "./report.ts";
import type { State, Tally } from "./tally.ts";

/** A month of which something was told, and what. */
export interface ToldMonth {
  readonly counted: AskedMonth<Tally>;
  readonly shown: AskedMonth<PublishedTally>;
}

export interface Publishing {
  /** In the order in which it was told. */
  readonly told?: readonly ToldMonth[];
  /** Those of which it may be told that nobody is in them, in no month so far; all unless given. */
  readonly states?: readonly State[];
}

/**
 * Months without the numbers of few people, and without those that would give them back, each as if
 * all before it, and what was told of other months, were printed and known: so that whoever kept
 * earlier answers learns nothing from later ones. All tables of a month are looked at together. A
 * month that would give something away however much of it were hidden is told without any number.
 */
export function publishedInOrder(
  months: readonly AskedMonth<Tally>[],
  { told = [], states = STATES }: Publishing = {},
): readonly AskedMonth<PublishedTally>[] {
  const ledger = new CellLedger();
  let hidden = placeTold(ledger, told);
  let empty = states.filter((state) => told.every((month) => tellsNobodyIn(month, state)));
  return months.map((month) => {
    const from = ledger.values.length;
    const before = ledger.state();
    const nobodyIn = empty.filter((state) => month.total[state] === 0);
    ledger.tellEmpty(nobodyIn);
    const placed = placeMonth(ledger, month);
    const next = hiddenBesides(ledger, { from, hidden });
    const shown = publishedMonth(placed, next);
    if (next === null || isUntold(shown)) {
      ledger.restore(before);
      return shown;
    }
    const seen = cellsToldBy(placed, shown);
    const unseen = ledger.values.flatMap((_, cell) => (cell < from || seen.has(cell) ? [] : cell));
    hidden = new Set([...next, ...unseen]);
    empty = nobodyIn;
    return shown;
  });
}

/** Places what was told; gives the cells of which no row tells. */
function placeTold(ledger: CellLedger, told: readonly ToldMonth[]): ReadonlySet<number> {
  const seen = told.flatMap((month) => {
    if (isUntold(month.shown)) return [];
    ledger.tellEmpty(STATES.filter((state) => tellsNobodyIn(month, state)));
    return [...cellsToldBy(placeMonth(ledger, month.counted), month.shown)];
  });
  const hidden = new Set(ledger.values.keys());
  for (const cell of seen) hidden.delete(cell);
  return hidden;
}

/** The cells whose numbers the rows of a month tell, a gap too where it is their difference or sum. */
function cellsToldBy(
  placed: AskedMonth<PlacedTally>,
  shown: AskedMonth<PublishedTally>,
): ReadonlySet<number> {
  const told = new Set<number>();
  for (const [{ cells }, row] of pairsOf(placed, shown)) {
    const tells = (...keys: readonly (keyof Tally)[]) => keys.every((key) => row[key] !== null);
    for (const key of ["people", ...STATES] as const) if (tells(key)) told.add(cells[key]);
    if (tells("people", "protected") || tells("unprotected", "unknown")) told.add(cells.gap);
  }
  return told;
}

function tellsNobodyIn({ shown }: ToldMonth, state: State): boolean {
  return shown.total[state] === 0 || isUntold(shown);
}

/** Whether nothing is told of a month. */
export function isUntold({ total, tables }: AskedMonth<PublishedTally>): boolean {
  const rows = [total, ...[...tables.values()].flatMap((table) => [...table.values()])];
  return rows.every((row) => row.people === null && STATES.every((state) => row[state] === null));
}

function pairsOf(
  placed: AskedMonth<PlacedTally>,
  shown: AskedMonth<PublishedTally>,
): readonly (readonly [PlacedTally, PublishedTally])[] {
  const tables = [...placed.tables].flatMap(([dimension, rows]) =>
    [...rows].flatMap(([value, row]): [PlacedTally, PublishedTally][] => {
      const told = shown.tables.get(dimension)?.get(value);
      return told === undefined ? [] : [[row, told]];
    }),
  );
  return [[placed.total, shown.total], ...tables];
}

/** Without any number where `hidden` is null. */
function publishedMonth(
  { month, total, tables }: AskedMonth<PlacedTally>,
  hidden: ReadonlySet<number> | null,
): AskedMonth<PublishedTally> {
  const published = ({ tally, cells }: PlacedTally): PublishedTally => {
    const shown = (key: keyof Tally) =>
      hidden === null || hidden.has(cells[key]) ? null : tally[key];
    return {
      people: shown("people"),
      protected: shown("protected"),
      unprotected: shown("unprotected"),
      unknown: shown("unknown"),
    };
  };
  return {
    month,
    total: published(total),
    tables: new Map([...tables].map(([one, rows]) => [one, mapValues(rows, published)])),
  };
}

function placeMonth(ledger: CellLedger, month: AskedMonth<Tally>): AskedMonth<PlacedTally> {
  const total = { tally: month.total, cells: ledger.place("total", month.total) };
  const tables = new Map<
    typeof month.tables extends ReadonlyMap<infer Dimension, unknown> ? Dimension : never,
    ReadonlyMap<string, PlacedTally>
  >();
  for (const [dimension, tallies] of month.tables) {
    const rows =
      dimension === "programme"
        ? placeProgrammes(ledger, total, tallies, tables.get("segment"))
        : mapValues(tallies, (tally, value) => {
            const name = JSON.stringify([dimension, value]);
            return { tally, cells: ledger.place(name, tally) };
          });
    tables.set(dimension, rows);
    if (dimension !== "programme") ledger.addUp(total, [...rows.values()]);
  }
  return { month: month.month, total, tables };
}

/**
 * Nearly everybody who is protected is so by JKK, and by JP only wage recipients, as everybody knows:
 * programmes that protect as many as another, as a segment or as all together, are the same people
 * for all that readers know.
 */
function placeProgrammes(
  ledger: CellLedger,
  total: PlacedTally,
  tallies: ReadonlyMap<string, Tally>,
  segments: ReadonlyMap<string, PlacedTally> = new Map(),
): ReadonlyMap<string, PlacedTally> {
  const placed = new Map([[total.tally.protected, total.cells]]);
  const { people, unknown } = total.cells;
  const sameAs = ({ protected: covered }: Tally) =>
    [...segments.values()].find((one) => covered > 0 && one.tally.protected === covered)?.cells;
  return mapValues(tallies, (tally) => {
    const cells =
      placed.get(tally.protected) ??
      ledger.place("programme", tally, { people, unknown, protected: sameAs(tally)?.protected });
    placed.set(tally.protected, cells);
    return { tally, cells };
  });
}

function mapValues<Value, Other>(
  values: ReadonlyMap<string, Value>,
  change: (value: Value, key: string) => Other,
): ReadonlyMap<string, Other> {
  return new Map([...values].map(([key, value]) => [key, change(value, key)]));
}
