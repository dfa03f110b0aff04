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
  const least = Math.min(...cells.map((cell) => cell.least));
  const greatest = Math.max(...cells.map((cell) => cell.greatest));
  const step = stepFor(least, greatest);
  return (cell) => {
    const place = Math.floor(cell.least / step);
    return { kind: "numbers", from: rounded(place * step), below: rounded((place + 1) * step) };
  };
}

/** 1, 2 or 5 with noughts; never finer than cells are. */
function stepFor(least: number, greatest: number): number {
  const finest = 10 ** (Math.floor(Math.log10(Math.max(Math.abs(least), Math.abs(greatest)))) - 2);
  const power = 10 ** Math.floor(Math.log10((greatest - least) / MOST_BANDS || finest));
  const steps = [1, 2, 5, 10, 20].map((times) => times * power);
  const fits = (step: number) =>
    step >= finest && Math.floor(greatest / step) - Math.floor(least / step) < MOST_BANDS;
  return steps.find(fits) ?? 50 * power;
}

/** Without what binary fractions add. */
function rounded(value: number): number {
  return Number(value.toPrecision(12));
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
