import type { CoverageReport, CoverageRow } from "../../../src/monitoring/coverage/report.ts";
import type { CellSystem } from "../../../src/monitoring/disclosure/system.ts";
import { couldDiffer } from "../disclosure/attacker.ts";
import { solvedCells } from "../disclosure/elimination-attack.ts";

const KEYS = ["people", "protected", "unprotected", "unknown", "gap"] as const;
type Key = (typeof KEYS)[number];

/** What somebody knows who kept every page: how all numbers add up, and those that were told. */
export class Knowledge {
  readonly #values: number[] = [];
  readonly #equations: { total: number; parts: number[] }[] = [];
  readonly #occupied = new Set<number>();
  readonly #cells = new Map<string, number>();
  readonly #told = new Set<number>();

  /** @param whole all months, nothing hidden */
  constructor(whole: CoverageReport) {
    for (const { month, total, tables } of whole.months) {
      const all = this.#place(`all ${month}`, "all", total);
      for (const [dimension, rows = []] of Object.entries(tables)) {
        const isPartition = dimension !== "programme";
        const placed = rows.map((row) => {
          const name = `${dimension} ${row.value}`;
          const own = this.#place(`${name} ${month}`, isPartition ? name : "all", row);
          if (!isPartition) this.#same(own.unknown, all.unknown);
          return own;
        });
        for (const key of isPartition ? KEYS : []) {
          this.#equations.push({ total: all[key], parts: placed.map((own) => own[key]) });
        }
      }
    }
  }

  /** A row, whose people are the same in every month in which they are as many. */
  #place(name: string, whose: string, row: CoverageRow): Record<Key, number> {
    const cell = (known: string, value: number | null) => {
      const own = this.#cells.get(known) ?? this.#values.push(value ?? 0) - 1;
      this.#cells.set(known, own);
      return own;
    };
    const people = cell(`people of ${whose}: ${row.people}`, row.people);
    const own = {
      people,
      protected: cell(`protected ${name}`, row.protected),
      unprotected: cell(`unprotected ${name}`, row.unprotected),
      unknown: cell(`unknown ${name}`, row.unknown),
      gap: cell(`gap ${name}`, row.gap),
    };
    this.#cells.set(`people ${name}`, people);
    if ((row.people ?? 0) > 0) this.#occupied.add(people);
    this.#equations.push({ total: people, parts: [own.protected, own.unprotected, own.unknown] });
    this.#equations.push({ total: own.gap, parts: [own.unprotected, own.unknown] });
    return own;
  }

  #same(one: number, other: number): void {
    this.#equations.push({ total: one, parts: [other] });
  }

  /** Reads a page, or a table of it; numbers of few people on it are given back by it alone. */
  read({ months }: CoverageReport): void {
    for (const { month, total, tables } of months) {
      this.#readRow(`all ${month}`, total);
      for (const key of KEYS) if (total[key] === 0) this.#readNobody(key, month);
      for (const [dimension, rows = []] of Object.entries(tables)) {
        for (const row of rows) this.#readRow(`${dimension} ${row.value} ${month}`, row);
      }
    }
  }

  #readRow(name: string, row: CoverageRow): void {
    for (const key of KEYS) {
      const cell = this.#cells.get(`${key} ${name}`);
      if (cell === undefined || row[key] === null) continue;
      if (row[key] !== this.#values[cell]) throw new Error(`${key} ${name} is another number`);
      this.#told.add(cell);
    }
  }

  /** Where nobody at all is in a state, that tells of no row more than of another. */
  #readNobody(key: Key, month: string): void {
    for (const [name, cell] of this.#cells) {
      const isOfAll = name.startsWith(`${key} `) && name.endsWith(` ${month}`);
      if (isOfAll && this.#values[cell] === 0) this.#told.add(cell);
    }
  }

  /** The cells of under five people, or of nobody, that follow from all that was read. */
  found(): readonly string[] {
    const system: CellSystem = {
      ...{ values: this.#values, equations: this.#equations, occupied: this.#occupied },
    };
    const hidden = new Set([...this.#values.keys()].filter((cell) => !this.#told.has(cell)));
    const small = [...hidden].filter((cell) => (this.#values[cell] ?? 0) < 5);
    const solved = new Set(solvedCells(system, hidden));
    const names = new Map([...this.#cells].map(([name, cell]) => [cell, name]));
    return small
      .filter((cell) => solved.has(cell) || !couldDiffer(system, hidden, cell))
      .map((cell) => names.get(cell) ?? "");
  }
}
