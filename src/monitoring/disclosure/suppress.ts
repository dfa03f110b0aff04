import { rangesOf } from "./bounds.ts";
import { relationsOf, solved } from "./elimination.ts";
import { type CellSystem, cellsOf, type Equation } from "./system.ts";

/** Cells of fewer people are not published. */
export const FEWEST_PUBLISHED = 5;

/**
 * The cells that are not to be published: those of fewer than {@link FEWEST_PUBLISHED} people, and
 * as many others as it takes so that none of the hidden cells follows from what is published, by
 * the equations and by nobody being fewer than zero, and that those of one sum are together as many
 * people at least.
 */
export function hiddenCells(system: CellSystem): ReadonlySet<number> {
  return hiddenBesides(system, NOTHING_TOLD) ?? new Set();
}

/** What was published before, and is not to change: the cells below `from`, but for the hidden. */
export interface Told {
  readonly from: number;
  readonly hidden: ReadonlySet<number>;
}

const NOBODY_KNOWN: ReadonlySet<number> = new Set();
const NOTHING_TOLD: Told = { from: 0, hidden: new Set() };

/**
 * The same where some of it was published before: of those cells none is hidden, and none told, that
 * was not. Null where what is new gives something away however much of it is hidden.
 */
export function hiddenBesides(system: CellSystem, told: Told): ReadonlySet<number> | null {
  const { values, occupied = NOBODY_KNOWN } = system;
  const small = values.flatMap((value, cell) =>
    cell >= told.from && value < FEWEST_PUBLISHED ? [cell] : [],
  );
  const hidden = new Set([...told.hidden, ...small]);
  const equationsOf = byCell(system.equations);
  const table: Table = { values, equationsOf, hidden, occupied, from: told.from };
  for (let unsure: readonly number[] = [...hidden]; unsure.length > 0; ) {
    const exposed = exposedAmong(table, unsure);
    const seconds = exposed.flatMap((cell) => hideSecond(table, cell));
    if (seconds.length === 0) break;
    unsure = [...exposed, ...seconds];
  }
  // What stands beside an exposed cell does not always help it, but what stands further off.
  if (tellsOfFew(table)) hideAll(table);
  publishNeedless(table);
  return told.from > 0 && tellsOfFew(table) ? null : hidden;
}

/** Whether a hidden cell of few people can be computed. */
function tellsOfFew(table: Table): boolean {
  const exposed = exposedAmong(table, [...table.hidden]);
  return exposed.some((cell) => (table.values[cell] ?? 0) < FEWEST_PUBLISHED);
}

function hideAll({ values, hidden, from }: Table): void {
  for (let cell = from; cell < values.length; cell++) hidden.add(cell);
}

/** The hidden cells that whoever reads the rest can compute, alone or as a sum of too few people. */
export function exposedCells(
  { values, equations, occupied = NOBODY_KNOWN }: CellSystem,
  hidden: ReadonlySet<number>,
): readonly number[] {
  const equationsOf = byCell(equations);
  const table = { values, equationsOf, hidden: new Set(hidden), occupied, from: 0 };
  return exposedAmong(table, [...hidden]);
}

interface Table {
  readonly values: readonly number[];
  readonly equationsOf: ReadonlyMap<number, readonly Equation[]>;
  readonly hidden: Set<number>;
  readonly occupied: ReadonlySet<number>;
  /** The cells below are not to be hidden or published any more. */
  readonly from: number;
}

/** Exposed cells among these, and all that hang together with them by hidden cells. */
function exposedAmong(table: Table, cells: readonly number[]): readonly number[] {
  const seen = new Set<number>();
  const exposed: number[] = [];
  for (const cell of cells) {
    if (seen.has(cell) || !table.hidden.has(cell)) continue;
    const { connected, equations } = hiddenAround(table, cell);
    for (const one of connected) seen.add(one);
    const relations = relationsOf({ values: table.values, equations }, connected);
    const ranges = rangesOf(connected, [...relations, ...solved(relations)], table.occupied);
    const few = new Set(equations.flatMap((equation) => fewIn(table, equation)));
    for (const [one, { least, most }] of ranges) {
      if (least >= most || few.has(one)) exposed.push(one);
    }
  }
  return exposed;
}

/** The hidden parts of a sum where what is published of it leaves too few people for them. */
function fewIn({ values, hidden }: Table, { total, parts }: Equation): readonly number[] {
  if (hidden.has(total)) return [];
  const left = parts.filter((part) => hidden.has(part));
  const people = left.reduce((sum, part) => sum + (values[part] ?? 0), 0);
  return people < FEWEST_PUBLISHED ? left : [];
}

/** The hidden cells that equations join to one, step by step, and these equations. */
function hiddenAround({ equationsOf, hidden }: Table, cell: number) {
  const connected = new Set([cell]);
  const equations = new Set<Equation>();
  // A set gives what is added to it while it is gone through, too.
  for (const one of connected) {
    for (const equation of equationsOf.get(one) ?? []) {
      equations.add(equation);
      for (const other of cellsOf(equation)) if (hidden.has(other)) connected.add(other);
    }
  }
  return { connected, equations: [...equations] };
}

/**
 * Hides a published cell beside an exposed one: in a sum that tells of too few people or else the
 * one that hides least, no total if it can be helped, then the one that leaves fewest other equations
 * with itself alone, and of these the one of fewest people. None where everything around is hidden.
 */
function hideSecond(table: Table, exposed: number): readonly number[] {
  const { values, equationsOf, hidden, from } = table;
  const hiddenIn = (equation: Equation) =>
    cellsOf(equation).filter((cell) => hidden.has(cell)).length;
  const aloneIn = (cell: number) =>
    (equationsOf.get(cell) ?? []).filter((equation) => hiddenIn(equation) === 0).length;
  const beside = (equationsOf.get(exposed) ?? [])
    .map((equation) => ({
      hides: fewIn(table, equation).includes(exposed) ? 0 : hiddenIn(equation),
      published: cellsOf(equation).filter((cell) => cell >= from && !hidden.has(cell)),
    }))
    .filter(({ published }) => published.length > 0);
  const least = Math.min(...beside.map(({ hides }) => hides));
  const [second] = beside
    .filter(({ hides }) => hides === least)
    .flatMap(({ published }) => published)
    .map((cell) => ({
      cell,
      level: levelOf(equationsOf, cell),
      alone: aloneIn(cell),
      people: values[cell] ?? 0,
    }))
    .sort(
      (one, other) =>
        one.level - other.level || one.alone - other.alone || one.people - other.people,
    );
  if (second === undefined) return [];
  hidden.add(second.cell);
  return [second.cell];
}

/** Of how many sums a cell is the total: readers want these most. */
function levelOf(equationsOf: Table["equationsOf"], cell: number): number {
  return (equationsOf.get(cell) ?? []).filter(({ total }) => total === cell).length;
}

/** Publishes again, totals and the most people first, what is large enough and gives nothing away. */
function publishNeedless(table: Table): void {
  const { values, equationsOf, hidden, from } = table;
  const peopleIn = (cell: number) => values[cell] ?? 0;
  const large = [...hidden]
    .filter((cell) => cell >= from && peopleIn(cell) >= FEWEST_PUBLISHED)
    .sort(
      (one, other) =>
        levelOf(equationsOf, other) - levelOf(equationsOf, one) || peopleIn(other) - peopleIn(one),
    );
  for (const cell of large) {
    if (!hidden.has(cell)) continue;
    // What then follows from it is not worth hiding any more, if it is large enough itself.
    const published = followingFrom(table, cell);
    for (const one of published) hidden.delete(one);
    if ([...published].some((one) => one < from || peopleIn(one) < FEWEST_PUBLISHED)) {
      for (const one of published) hidden.add(one);
    }
  }
}

/** A cell, and all that follows once it is published, step by step; what is hidden stays so. */
function followingFrom(table: Table, cell: number): ReadonlySet<number> {
  const { equationsOf, hidden } = table;
  const published = new Set([cell]);
  for (;;) {
    const left = new Set([...hidden].filter((one) => !published.has(one)));
    const around = [...published].flatMap((one) => (equationsOf.get(one) ?? []).flatMap(cellsOf));
    const exposed = exposedAmong({ ...table, hidden: left }, around);
    if (exposed.length === 0) return published;
    for (const one of exposed) published.add(one);
  }
}

function byCell(equations: readonly Equation[]): ReadonlyMap<number, readonly Equation[]> {
  const found = new Map<number, Equation[]>();
  for (const equation of equations) {
    for (const cell of cellsOf(equation)) {
      const own = found.get(cell);
      if (own === undefined) found.set(cell, [equation]);
      else own.push(equation);
    }
  }
  return found;
}
