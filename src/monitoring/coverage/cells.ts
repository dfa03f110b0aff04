import type { Equation } from "../disclosure/system.ts";
import type { State, Tally } from "./tally.ts";

export const STATES = ["protected", "unprotected", "unknown"] as const;
const NUMBERS = ["people", ...STATES, "gap"] as const;
type Key = (typeof NUMBERS)[number];

/** A tally by the cells that hold its numbers. */
export type Cells = Readonly<Record<Key, number>>;

export interface PlacedTally {
  readonly tally: Tally;
  readonly cells: Cells;
}

function numberOf(tally: Tally, key: Key): number {
  return key === "gap" ? tally.unprotected + tally.unknown : tally[key];
}

/** Cells of other tallies that hold the same people. */
type Shared = { readonly [Key in "people" | "protected" | "unknown"]?: number | undefined };

/** The cells of all tables, and the equations between them. */
export class CellLedger {
  readonly values: number[] = [];
  readonly equations: Equation[] = [];
  readonly occupied = new Set<number>();
  readonly #sizes = new Map<string, number>();
  #empty: readonly State[] = [];

  /** Before the tallies of a month: the states that nobody is in, and of which that is told. */
  tellEmpty(states: readonly State[]): void {
    this.#empty = states;
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
