import { hiddenBesides, hiddenCells } from "../disclosure/suppress.ts";
import type { Equation } from "../disclosure/system.ts";
import type { AskedMonth, PublishedTally } from "./report.ts";
import type { State, Tally } from "./tally.ts";

const STATES = ["protected", "unprotected", "unknown"] as const;
const NUMBERS = ["people", ...STATES, "gap"] as const;
type Key = (typeof NUMBERS)[number];

/** A tally by the cells that hold its numbers. */
type Cells = Readonly<Record<Key, number>>;

/**
 * The same months without the numbers of few people, and without those that would give them back:
 * all tables of all months are looked at together, since all of them are read together.
 */
export function publishedCounts(
  months: readonly AskedMonth<Tally>[],
): readonly AskedMonth<PublishedTally>[] {
  const empty = STATES.filter((state) => months.every(({ total }) => total[state] === 0));
  const ledger = new CellLedger(empty);
  const placed = months.map((month) => placeMonth(ledger, month));
  const hidden = hiddenCells(ledger);
  return placed.map((month) => publishedMonth(month, hidden));
}

/**
 * The same month by month, each when it is there: what is told of a month never changes with the
 * months after it, so that whoever kept earlier answers learns nothing from them. A month that would
 * give something away however much of it were hidden is told without any number.
 */
export function publishedInOrder(
  months: readonly AskedMonth<Tally>[],
  empty: readonly State[],
): readonly AskedMonth<PublishedTally>[] {
  const ledger = new CellLedger(empty);
  let hidden: ReadonlySet<number> = new Set();
  return months.map((month) => {
    const from = ledger.values.length;
    const before = ledger.state();
    const placed = placeMonth(ledger, month);
    const next = hiddenBesides(ledger, { from, hidden });
    if (next === null) {
      ledger.restore(before);
      return publishedMonth(placed, null);
    }
    hidden = next;
    return publishedMonth(placed, hidden);
  });
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

function numberOf(tally: Tally, key: Key): number {
  return key === "gap" ? tally.unprotected + tally.unknown : tally[key];
}

interface PlacedTally {
  readonly tally: Tally;
  readonly cells: Cells;
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

/** Cells of other tallies that hold the same people. */
type Shared = { readonly [Key in "people" | "protected" | "unknown"]?: number | undefined };

/** The cells of all tables, and the equations between them. */
class CellLedger {
  readonly values: number[] = [];
  readonly equations: Equation[] = [];
  readonly occupied = new Set<number>();
  readonly #sizes = new Map<string, number>();
  readonly #empty: readonly State[];

  /** @param empty states that nobody is in, in no month */
  constructor(empty: readonly State[]) {
    this.#empty = empty;
  }

  /**
   * Places a tally. A group of as many people as in another month is the same people for all that
   * readers know, so that number is one cell; a programme shares some of the total and of segments.
   */
  place(name: string, tally: Tally, shared: Shared = {}): Cells {
    const people = shared.people ?? this.#sizeOf(name, tally.people);
    const covered = shared.protected ?? this.#stateOf(tally, "protected");
    const open = this.#stateOf(tally, "unprotected");
    const unknown = shared.unknown ?? this.#stateOf(tally, "unknown");
    const gap = this.#gapOf(tally, open, unknown);
    this.#equate(people, [covered, open, unknown]);
    return { people, protected: covered, unprotected: open, unknown, gap };
  }

  /** As it is now, to come back to. */
  state() {
    const { values, equations } = this;
    return { cells: values.length, equations: equations.length, sizes: [...this.#sizes] };
  }

  restore({ cells, equations, sizes }: ReturnType<CellLedger["state"]>): void {
    this.values.length = cells;
    this.equations.length = equations;
    this.#sizes.clear();
    for (const [name, cell] of sizes) this.#sizes.set(name, cell);
    for (const cell of this.occupied) if (cell >= cells) this.occupied.delete(cell);
  }

  /** The rows of a table make up its total, number by number, where they do. */
  addUp(total: PlacedTally, rows: readonly PlacedTally[]): void {
    for (const key of NUMBERS) {
      const sum = rows.reduce((all, { tally }) => all + numberOf(tally, key), 0);
      if (sum === numberOf(total.tally, key)) {
        this.#equate(
          total.cells[key],
          rows.map(({ cells }) => cells[key]),
        );
      }
    }
  }

  /** A gap of one state is that state's cell. */
  #gapOf({ unprotected, unknown }: Tally, open: number, notKnown: number): number {
    if (open === NO_CELL) return notKnown;
    if (notKnown === NO_CELL) return open;
    const gap = this.#cell(unprotected + unknown);
    this.#equate(gap, [open, notKnown]);
    return gap;
  }

  #equate(total: number, parts: readonly number[]): void {
    if (total === NO_CELL) return;
    this.equations.push({ total, parts: parts.filter((part) => part !== NO_CELL) });
  }

  #sizeOf(name: string, people: number): number {
    const key = JSON.stringify([name, people]);
    const known = this.#sizes.get(key);
    if (known !== undefined) return known;
    const cell = this.#cell(people);
    this.#sizes.set(key, cell);
    if (people > 0) this.occupied.add(cell);
    return cell;
  }

  #stateOf(tally: Tally, state: State): number {
    const tellsOfNobody = tally[state] === 0 && this.#empty.includes(state);
    return tellsOfNobody ? NO_CELL : this.#cell(tally[state]);
  }

  #cell(value: number): number {
    return this.values.push(value) - 1;
  }
}

/** A state that nobody is in is told of all together, and its noughts tell of nobody. */
const NO_CELL = -1;
