import type { Allocation, Unpaired } from "./allocate.ts";
import type { HeldPair } from "./earlier-pairs.ts";
import type { Side } from "./person.ts";

/** A table for a file: CSV with these columns, or an object of them a line. */
export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const PEOPLE_COLUMNS = ["list", "nik", "state", "partner", "because", "missing", "why"];

/** Says in words why somebody of this side is in no pair, or in one that is not certain. */
export type Why = (side: Side, one: Unpaired) => string;

/** Every pair that holds: what a later allocation takes as its earlier pairs. */
export function pairsTable({ pairs, kept, held }: Allocation): Table {
  const rows = (some: Allocation["pairs"], state: string) =>
    some.map(({ worker, sponsor }) => [worker, sponsor, state]);
  return {
    columns: ["worker", "sponsor", "state"],
    rows: [...rows(pairs, "new"), ...rows(kept, "kept"), ...rows(held, "held")],
  };
}

/** Every person of both lists once, and what became of him. */
export function peopleTable(allocation: Allocation, why: Why): Table {
  const { pairs, kept, held, workers, sponsors } = allocation;
  const paired = (own: "worker" | "sponsor", other: "worker" | "sponsor") => [
    ...pairs.map((pair) => [own, pair[own], "paired", pair[other], "new", "", ""]),
    ...kept.map((pair) => [own, pair[own], "paired", pair[other], "kept", "", ""]),
    ...held.map((pair) => heldRow(own, pair, other, why)),
  ];
  return {
    columns: PEOPLE_COLUMNS,
    rows: [
      ...paired("worker", "sponsor"),
      ...workers.map((one) => unpairedRow("worker", one, why("workers", one))),
      ...paired("sponsor", "worker"),
      ...sponsors.map((one) => unpairedRow("sponsor", one, why("sponsors", one))),
    ],
  };
}

/** Every person of both lists once, as he stands before the draw: by NIK, as there is no order yet. */
export function peopleBeforeTable(allocation: Allocation, why: Why): Table {
  const { columns, rows } = peopleTable(allocation, why);
  const before = rows.map(([list = "", nik = "", state = "", partner = "", ...rest]) => {
    const isDrawn = state === "left" || rest[0] === "new";
    return isDrawn ? [list, nik, "eligible", "", "", "", ""] : [list, nik, state, partner, ...rest];
  });
  const place = ([list, nik]: readonly string[]) => `${list === "worker" ? 0 : 1}${nik}`;
  return {
    columns,
    rows: before.toSorted((one, other) => (place(one) < place(other) ? -1 : 1)),
  };
}

function heldRow(
  own: "worker" | "sponsor",
  pair: HeldPair,
  other: "worker" | "sponsor",
  why: Why,
): readonly string[] {
  const { [own]: nik, missing } = pair;
  const told = why(`${own}s`, { nik, state: "undetermined", missing: missing[own] });
  return [own, nik, "held", pair[other], "", missing[own].join(" "), told];
}

function unpairedRow(list: string, one: Unpaired, why: string): readonly string[] {
  const { nik, state } = one;
  switch (one.state) {
    case "left":
      return [list, nik, state, "", one.because, "", why];
    case "refused":
      return [list, nik, state, "", [one.outcome, ...one.unmet].join(" "), "", why];
    default:
      return [list, nik, state, "", "", one.missing.join(" "), why];
  }
}

/** A table as CSV (RFC 4180, with line feeds). */
export function asCsv({ columns, rows }: Table): string {
  return [columns, ...rows].map((cells) => `${cells.map(quoted).join(",")}\n`).join("");
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** A table as one JSON object a line; empty cells are left out. */
export function asNdjson({ columns, rows }: Table): string {
  return rows
    .map((cells) => {
      const filled = columns.map((column, index) => [column, cells[index] ?? ""] as const);
      const row = Object.fromEntries(filled.filter(([, cell]) => cell !== ""));
      return `${JSON.stringify(row)}\n`;
    })
    .join("");
}
