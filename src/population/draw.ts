import type { FactValue, Scalar } from "../engine/model/catalogue.ts";
import { dayOf } from "../engine/values/calendar.ts";
import type { Marginal, Outcome, Row, RowSelector, Share } from "./marginals.ts";
import { uniform } from "./philox.ts";

/** What is drawn already: of the person or item itself, by slots. */
export type Known = readonly FactValue[];

/**
 * Draws a value for a row, and for an item of its group: `place` is 0 for the application itself and
 * counts items from 1.
 */
export type Draw = (row: number, place: number, known: Known, application: Known) => FactValue;

/** Finds where a name has been drawn. */
export type Lookup = (name: string) => Read;
export type Read = (known: Known, application: Known) => FactValue;

/** Each place draws twice: which share, and where in its range. */
const DRAWS = 2;

/** Makes a marginal into the function that draws from it. */
export function drawOf(marginal: Marginal, key: number, lookup: Lookup): Draw {
  if (marginal.kind === "by") {
    const rows = marginal.rows.map((row) => ({ row, draw: drawOf(row.marginal, key, lookup) }));
    return drawBy(lookup(marginal.by), rows);
  }
  const shares = marginal.shares.filter(({ share }) => share > 0);
  const draws = shares.map(({ outcome }) => outcomeDraw(outcome, key, lookup));
  const [only] = draws;
  if (only !== undefined && draws.length === 1) return only;
  const limits = limitsOf(shares);
  return (row, place, known, application) => {
    const at = uniform(key, row, place * DRAWS);
    let index = 0;
    while (at >= (limits[index] ?? 1)) index++;
    return draws[index]?.(row, place, known, application) ?? null;
  };
}

/** Where each share ends, from 0 to 1; the last ends at 1 whatever rounding does. */
function limitsOf(shares: readonly Share[]): readonly number[] {
  const total = shares.reduce((sum, { share }) => sum + share, 0);
  let sum = 0;
  const limits = shares.map(({ share }) => {
    sum += share;
    return sum / total;
  });
  return [...limits.slice(0, -1), 1];
}

function outcomeDraw(outcome: Outcome, key: number, lookup: Lookup): Draw {
  switch (outcome.kind) {
    case "value": {
      const { value } = outcome;
      return () => value;
    }
    case "numbers": {
      const { from, to, step, digits } = outcome;
      const count = Math.floor((to - from) / step + 1e-9) + 1;
      return (row, place) => {
        const at = Math.floor(uniform(key, row, place * DRAWS + 1) * count);
        return Number((from + at * step).toFixed(digits));
      };
    }
    case "days": {
      const { from, to } = outcome;
      const texts = new Map<number, string | null>();
      return (row, place) => {
        const day = from + Math.floor(uniform(key, row, place * DRAWS + 1) * (to - from + 1));
        let text = texts.get(day);
        if (text === undefined) {
          text = dayOf(day);
          texts.set(day, text);
        }
        return text;
      };
    }
    default: {
      const read = lookup(outcome.as);
      return (_row, _place, known, application) => read(known, application);
    }
  }
}

function drawBy(read: Read, rows: readonly { readonly row: Row; readonly draw: Draw }[]): Draw {
  return (row, place, known, application) => {
    const value = read(known, application);
    for (const { row: one, draw } of rows) {
      if (holds(one.when, value)) return draw(row, place, known, application);
    }
    return null;
  };
}

/** Whether a row tells of a value. */
export function holds(when: RowSelector, value: FactValue): boolean {
  switch (when.kind) {
    case "values":
      return isScalar(value) && when.values.includes(value);
    case "range":
      return isScalar(value) && value >= when.from && value <= when.to;
    case "unknown":
      return value === null;
    default:
      return value !== null;
  }
}

function isScalar(value: FactValue): value is Scalar {
  return value !== null && typeof value !== "object";
}
