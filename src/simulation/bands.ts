import { daysInMonth } from "../engine/values/calendar.ts";
import type { BreakdownValue } from "./report.ts";

/** The rows of one cell, and between which values they lie. Dates are `YYYY-MM-DD`. */
export interface Cell<Value extends number | string> {
  readonly least: Value;
  readonly greatest: Value;
}

const MOST_BANDS = 12;

/** Up to a dozen values stand for themselves; more are gathered in bands of one width. */
export function numberBand(cells: readonly Cell<number>[]): (cell: Cell<number>) => BreakdownValue {
  if (areValues(cells)) return ({ least }) => ({ kind: "value", value: String(least) });
  const width = widthFor(cells);
  return ({ least }) => ({ kind: "numbers", ...bandAt(placeOf(least, width), width) });
}

/** 1, 2 or 5 with noughts: `times` tens to this power. */
interface Width {
  readonly times: number;
  readonly power: number;
}

const TIMES = [1, 2, 5];
/** Between these a double has all its digits. */
const LEAST_POWER = -300;
const GREATEST_POWER = 307;

/** The least width that makes few bands and cuts through no cell. */
function widthFor(cells: readonly Cell<number>[]): Width {
  const least = Math.min(...cells.map((cell) => cell.least));
  const greatest = Math.max(...cells.map((cell) => cell.greatest));
  const isFair = (width: Width) =>
    placeOf(greatest, width) - placeOf(least, width) < MOST_BANDS &&
    cells.every((cell) => {
      const { from, below } = bandAt(placeOf(cell.least, width), width);
      return from <= cell.least && cell.greatest < below;
    });
  const ideal = greatest / MOST_BANDS - least / MOST_BANDS;
  const first = Math.max(LEAST_POWER, Math.floor(Math.log10(ideal)));
  for (let power = first; power < GREATEST_POWER; power++) {
    const times = TIMES.find((one) => isFair({ times: one, power }));
    if (times !== undefined) return { times, power };
  }
  return { times: 1, power: GREATEST_POWER };
}

/** Which band a number is in; division alone would put 0.6 below 3 × 0.2. */
function placeOf(value: number, width: Width): number {
  const place = Math.round(value / edge(1, width));
  return value < edge(place, width) ? place - 1 : place;
}

function bandAt(place: number, width: Width): { readonly from: number; readonly below: number } {
  return { from: edge(place, width), below: edge(place + 1, width) };
}

/** The number that is written so, without what binary fractions would add. */
function edge(place: number, { times, power }: Width): number {
  return Number(`${place * times}e${power}`);
}

const SPANS = [1, 2, 5, 10, 20, 50, 100, 500, 1000];

/** Up to a dozen days stand for themselves; more are gathered by months, or years in even numbers. */
export function dateBand(cells: readonly Cell<string>[]): (cell: Cell<string>) => BreakdownValue {
  if (areValues(cells)) return ({ least }) => ({ kind: "value", value: least });
  if (cells.length <= MOST_BANDS) return ({ least }) => monthOf(least);
  const years = cells.map(({ least }) => yearOf(least));
  const [first, last] = [Math.min(...years), Math.max(...years)];
  const fits = (span: number) => Math.floor(last / span) - Math.floor(first / span) < MOST_BANDS;
  const span = SPANS.find(fits) ?? 1000;
  return ({ least }) => {
    const begin = Math.floor(yearOf(least) / span) * span;
    return {
      kind: "dates",
      first: `${yearText(Math.max(begin, 1))}-01-01`,
      last: `${yearText(begin + span - 1)}-12-31`,
    };
  };
}

function areValues(cells: readonly Cell<number | string>[]): boolean {
  return cells.length <= MOST_BANDS && cells.every(({ least, greatest }) => least === greatest);
}

function monthOf(date: string): BreakdownValue {
  const month = date.slice(0, 7);
  const days = daysInMonth(yearOf(date), Number(date.slice(5, 7)));
  return { kind: "dates", first: `${month}-01`, last: `${month}-${days}` };
}

function yearOf(date: string): number {
  return Number(date.slice(0, 4));
}

function yearText(year: number): string {
  return String(year).padStart(4, "0");
}
