import type { FactShape } from "../engine/model/catalogue.ts";
import type { Computation, Term } from "../engine/model/compute.ts";
import type { Pack, Parameter, Service } from "../engine/model/pack.ts";
import { shiftDate } from "../engine/values/calendar.ts";
import {
  cut,
  dividedBy,
  type Fraction,
  fraction,
  isLess,
  numberIn,
  plus,
  times,
} from "./fraction.ts";

/** Gives what a name stands for, as json-rules-engine knows it; undefined or null: nobody knows. */
export type Lookup = (name: string) => Promise<unknown>;

/** What computed facts and tables are read with. */
export interface ComputingContext {
  readonly pack: Pick<Pack, "facts" | "groups">;
  readonly service: Service;
  readonly asOf: string;
}

/** The value that a table has for a code; undefined where it has none. */
export async function tableValue(
  { by = "", values }: Parameter,
  asOf: string,
  lookup: Lookup,
): Promise<unknown> {
  const code = await lookup(by);
  const table = values.filter(({ from }) => from <= asOf).at(-1)?.value;
  if (typeof code !== "string" || typeof table !== "object") return undefined;
  return new Map(Object.entries(table)).get(code);
}

/** Computes a fact again, from the catalogue's document; undefined where it is not known. */
export async function computedValue(
  shape: FactShape,
  computation: Computation,
  lookup: Lookup,
  context: ComputingContext,
): Promise<unknown> {
  const result = await evaluate(computation, lookup, context);
  if (result === null) return undefined;
  if (typeof result === "string") return result;
  return shape.type === "date" ? undefined : numberIn(result);
}

/** A number, or a day. */
type Result = Fraction | string;

async function evaluate(
  computation: Computation,
  lookup: Lookup,
  context: ComputingContext,
): Promise<Result | null> {
  const terms: Result[] = [];
  for (const term of computation.of) {
    const found = await termValues(term, lookup, context);
    for (const value of found) {
      if (value === null) return null;
      terms.push(value);
    }
  }
  return combine(computation, terms);
}

async function termValues(
  term: Term,
  lookup: Lookup,
  context: ComputingContext,
): Promise<readonly (Result | null)[]> {
  if (typeof term === "number") return [fraction(term)];
  if ("operation" in term) return [await evaluate(term, lookup, context)];
  if (!("over" in term)) return resultsOf(await lookup(term.fact));
  const items = await lookup(term.over);
  if (!Array.isArray(items)) return [null];
  return Promise.all(items.map((item: unknown) => itemValue(item, term.fact, context)));
}

function resultsOf(value: unknown): readonly (Result | null)[] {
  return Array.isArray(value) ? value.map(resultOf) : [resultOf(value)];
}

function resultOf(value: unknown): Result | null {
  if (typeof value === "number") return fraction(value);
  // Only what is counted may be yes or no.
  if (typeof value === "boolean") return String(value);
  return typeof value === "string" ? value : null;
}

/** What an item says of a fact, or what is computed from what it says. */
async function itemValue(
  item: unknown,
  id: string,
  context: ComputingContext,
): Promise<Result | null> {
  const { pack, service, asOf } = context;
  const given = new Map(typeof item === "object" && item !== null ? Object.entries(item) : []);
  const lookup: Lookup = async (name) => {
    if (name === "asOf") return asOf;
    const fact = pack.facts.get(name);
    if (fact?.compute !== undefined) return computedValue(fact, fact.compute, lookup, context);
    const parameter = name.startsWith("parameter.")
      ? service.parameters.get(name.slice("parameter.".length))
      : undefined;
    if (parameter === undefined) return given.get(name);
    if (parameter.by !== undefined) return tableValue(parameter, asOf, lookup);
    return parameter.values.filter(({ from }) => from <= asOf).at(-1)?.value;
  };
  return resultOf(await lookup(id));
}

function combine(
  { operation, scale = 0, rounding = "down" }: Computation,
  terms: readonly Result[],
): Result | null {
  const [first, second] = terms;
  switch (operation) {
    case "count":
      return fraction(terms.length);
    case "monthsBetween":
    case "yearsBetween":
      return typeof first === "string" && typeof second === "string"
        ? fraction(spansBetween(first, second, operation === "monthsBetween" ? 1 : 12))
        : null;
    case "minimum":
    case "maximum":
      return extreme(terms, operation === "minimum");
    default:
  }
  const numbers = terms.flatMap((term) => (typeof term === "string" ? [] : [term]));
  const [left, right] = numbers;
  if (operation === "sum") return numbers.reduce(plus, fraction(0));
  if (operation === "product") return numbers.reduce(times, fraction(1));
  if (left === undefined || right === undefined) return null;
  if (operation === "difference") return plus(left, times(fraction(-1), right));
  const quotient = dividedBy(left, right);
  return quotient && cut(quotient, scale, rounding);
}

function extreme(terms: readonly Result[], least: boolean): Result | null {
  const sorted = terms.toSorted((one, other) => {
    if (typeof one === "string" || typeof other === "string") return one < other ? -1 : 1;
    return isLess(one, other) ? -1 : isLess(other, one) ? 1 : 0;
  });
  return sorted.at(least ? 0 : -1) ?? null;
}

/** Counts the spans one after another, from a number that is surely too small. */
function spansBetween(from: string, to: string, months: number): number {
  const [begun = 0, ended = 0] = [from, to].map(
    (date) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)),
  );
  const reaches = (spans: number): boolean => {
    const moved = shiftDate(from, spans < 0 ? -1 : 1, {
      years: 0,
      months: Math.abs(spans) * months,
      weeks: 0,
      days: 0,
    });
    // Only backwards does a move to this side of the other day leave the calendar.
    return moved === null ? spans < 0 : moved <= to;
  };
  let spans = Math.floor((ended - begun) / months) - 2;
  while (!reaches(spans) && spans < 0) spans += 1;
  while (reaches(spans + 1)) spans += 1;
  return spans;
}
