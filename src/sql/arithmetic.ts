import {
  compute,
  type NamedTerm,
  namedTerms,
  nameOfTerm,
  operandOf,
} from "../engine/computing/compute.ts";
import { AS_OF, parameterNamed } from "../engine/conditions/references.ts";
import type { Computation, Rounding } from "../engine/model/compute.ts";
import type { Dialect } from "./dialects/dialect.ts";
import { MOST_DIGITS, productWithin, scaledWithin, sumWithin } from "./long-numbers.ts";
import { daySql, type ExactSql, type Term, termsOf, wholeSql } from "./terms.ts";
import type { Writing } from "./writing.ts";

/** Digits by which a sum over a list may be longer than its items; a product has no such limit. */
const LIST_DIGITS = 4;

/** A computation as integer arithmetic, exact as the engine's: NULL where a term is not known. */
export function exactSql(computation: Computation, writing: Writing): ExactSql {
  const known = foldedSql(computation, writing);
  if (known !== null) return known;
  const result = computed(computation, writing);
  // Whatever is longer is NULL.
  return { ...result, digits: Math.min(result.digits, MOST_DIGITS) };
}

/** What rests on parameters and the day alone is known beforehand; one too long to be written is NULL. */
function foldedSql(computation: Computation, { program, dialect }: Writing): ExactSql | null {
  const terms = namedTerms(computation);
  const isKnown = (term: NamedTerm) => {
    if ("over" in term) return false;
    const parameter = parameterNamed(term.fact, program.service);
    return term.fact === AS_OF || (parameter !== undefined && parameter.by === undefined);
  };
  if (!terms.every(isKnown)) return null;
  const operands = terms.map((term) => [nameOfTerm(term), operandOf(term, program)({})] as const);
  const result = compute(computation, Object.fromEntries(operands));
  if (result === null) return { sql: "NULL", scale: 0, digits: 0 };
  const digits = result.digits.toString().replace("-", "").length;
  const sql = digits > MOST_DIGITS ? "NULL" : wholeSql(result.digits, dialect);
  return { sql, scale: result.scale, digits };
}

function computed(computation: Computation, writing: Writing): ExactSql {
  const { operation } = computation;
  if (operation === "monthsBetween") return between(computation, 1, writing);
  if (operation === "yearsBetween") return between(computation, 12, writing);
  const terms = termsOf(computation, writing);
  switch (operation) {
    case "sum":
      return joined(terms, writing, "+");
    case "difference":
      return difference(aligned(terms, writing));
    case "product":
      return joined(terms, writing, "*");
    case "quotient":
      return quotient(terms, computation, writing);
    case "count":
      return counted(terms, writing);
    default:
      return extreme(operation, aligned(terms, writing), writing);
  }
}

/** All terms with as many digits after the point as the finest has. */
function aligned(terms: readonly Term[], { dialect }: Writing): readonly Term[] {
  const scale = Math.max(0, ...terms.map((term) => term.scale));
  return terms.map((term) => {
    const more = scale - term.scale;
    const isScaledList = term.kind === "list" && more > 0;
    return {
      ...term,
      scale,
      digits: term.digits + more,
      sql: isScaledList
        ? dialect.each(term.sql, "one", scaledTerm({ ...term, sql: "one" }, more, dialect))
        : scaledTerm(term, more, dialect),
    };
  });
}

function scaledTerm(term: ExactSql, more: number, dialect: Dialect): string {
  return scaledWithin(term, more, scaledBy(term.sql, more, dialect), dialect.wide);
}

function scaledBy(sql: string, digits: number, dialect: Dialect): string {
  if (digits === 0) return sql;
  // Both sides of a sign being short, it would be computed with 64 bits.
  if (/^-?\d+$/.test(sql)) return wholeSql(BigInt(sql) * 10n ** BigInt(digits), dialect);
  return `${sql} * ${10 ** digits}`;
}

/** A sum or a product, also over the items of lists. */
function joined(given: readonly Term[], writing: Writing, sign: "+" | "*"): ExactSql {
  const terms = sign === "+" ? aligned(given, writing) : given;
  const neutral = sign === "+" ? "0" : "1";
  const longer = sign === "+" ? LIST_DIGITS : MOST_DIGITS;
  const sizes = terms.map((term) => term.digits + (term.kind === "list" ? longer : 0));
  const parts = terms.map((term, index) => {
    if (term.kind === "one") return term.sql;
    const list = reduced(term.sql, neutral, sign, writing);
    return (sizes[index] ?? 0) > MOST_DIGITS ? `TRY(${list})` : list;
  });
  const digits = sign === "+" ? Math.max(0, ...sizes) + 1 : total(sizes);
  const sql = parts.length === 0 ? neutral : `(${parts.join(` ${sign} `)})`;
  const guarded = sign === "+" ? sumWithin(parts, sql) : productWithin(parts, sql);
  return {
    sql: digits > MOST_DIGITS ? guarded : sql,
    scale: sign === "+" ? (terms[0]?.scale ?? 0) : total(terms.map((term) => term.scale)),
    digits,
  };
}

/** What a list's numbers come to; where one is not known, neither is that. */
function reduced(list: string, neutral: string, sign: "+" | "*", { dialect }: Writing): string {
  const wides = dialect.each(list, "one", wide("one", dialect.wide));
  const start = `CAST(${neutral} AS ${dialect.wide})`;
  return dialect.reduced(wides, start, "so_far", "one", `so_far ${sign} one`);
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}

function difference([from, less]: readonly Term[]): ExactSql {
  const digits = Math.max(from?.digits ?? 0, less?.digits ?? 0) + 1;
  const terms = [from?.sql ?? "NULL", less?.sql ?? "NULL"];
  const sql = `(${terms.join(" - ")})`;
  return {
    sql: digits > MOST_DIGITS ? sumWithin(terms, sql) : sql,
    scale: from?.scale ?? 0,
    digits,
  };
}

function quotient(
  [dividend, divisor]: readonly Term[],
  { scale = 0, rounding = "down" }: Computation,
  { dialect }: Writing,
): ExactSql {
  if (dividend === undefined || divisor === undefined) return { sql: "NULL", scale, digits: 0 };
  const above = wide(scaledTerm(dividend, scale + divisor.scale, dialect), dialect.wide);
  const below = wide(scaledTerm(divisor, dividend.scale, dialect), dialect.wide);
  const towardsZero = dialect.divided(above, below);
  const digits = dividend.digits + scale + divisor.scale;
  const away = awayFromZero(above, below, towardsZero, rounding);
  return { sql: away === null ? towardsZero : `(${towardsZero} + ${away})`, scale, digits };
}

function wide(sql: string, type: string): string {
  return `CAST(${sql} AS ${type})`;
}

/** One more, or one less, where what division leaves is rounded away from zero; null where it never is. */
function awayFromZero(
  above: string,
  below: string,
  towardsZero: string,
  rounding: Rounding,
): string | null {
  if (rounding === "down") return null;
  const rest = `2 * abs(mod(${above}, NULLIF(${below}, 0)))`;
  const half = `abs(${below})`;
  const goes = {
    up: `${rest} > 0`,
    "half-up": `${rest} >= ${half}`,
    "half-even": `${rest} > ${half} OR (${rest} = ${half} AND mod(${towardsZero}, 2) <> 0)`,
  }[rounding];
  return `CASE WHEN ${goes} THEN CASE WHEN (${above} < 0) = (${below} < 0) THEN 1 ELSE -1 END ELSE 0 END`;
}

/** Every item of a list is counted; where one is not known, neither is their number. */
function counted(terms: readonly Term[], writing: Writing): ExactSql {
  const one = (sql: string) => `CASE WHEN ${sql} IS NOT NULL THEN 1 END`;
  const parts = terms.map((term) =>
    term.kind === "one"
      ? one(term.sql)
      : reduced(writing.dialect.each(term.sql, "one", one("one")), "0", "+", writing),
  );
  return { sql: parts.length === 0 ? "0" : `(${parts.join(" + ")})`, scale: 0, digits: 5 };
}

/** SQL's own functions pass over what is not known. */
function extreme(
  operation: "minimum" | "maximum",
  terms: readonly Term[],
  { dialect }: Writing,
): ExactSql {
  const { scale = 0 } = terms[0] ?? {};
  const digits = Math.max(0, ...terms.map((term) => term.digits));
  const known = terms.map((term) =>
    term.kind === "one"
      ? `${term.sql} IS NOT NULL`
      : dialect.every(term.sql, "one", "one IS NOT NULL"),
  );
  if (terms.every((term) => term.kind === "one")) {
    const asked = terms.filter((term) => !/^-?\d+$/.test(term.sql));
    const best = `${operation === "minimum" ? "least" : "greatest"}(${terms.map((term) => term.sql).join(", ")})`;
    const all = asked.map((term) => `${term.sql} IS NOT NULL`).join(" AND ");
    return { sql: all === "" ? best : `CASE WHEN ${all} THEN ${best} END`, scale, digits };
  }
  const lists = terms.map((term) =>
    term.kind === "one"
      ? dialect.listOf([wide(term.sql, dialect.wide)])
      : dialect.each(term.sql, "one", wide("one", dialect.wide)),
  );
  const best = (operation === "minimum" ? dialect.smallest : dialect.largest)(
    dialect.joined(lists),
  );
  return { sql: `CASE WHEN ${known.join(" AND ")} THEN ${best} END`, scale, digits };
}

/**
 * The largest number of spans of so many months by which the first day moves and is not after the
 * last: the whole months between them, less one where that moves beyond.
 */
function between({ of }: Computation, months: 1 | 12, writing: Writing): ExactSql {
  const [first, last] = of.map((term) => daySql(term, writing));
  if (first === undefined || last === undefined) return { sql: "NULL", scale: 0, digits: 0 };
  const spans = months === 1 ? monthsApart(first, last) : yearsApart(first, last);
  const moved = writing.dialect.moved(first, months === 1 ? spans : `${spans} * ${months}`, 0);
  return {
    sql: `(${spans} - CASE WHEN ${moved} > ${last} THEN 1 ELSE 0 END)`,
    scale: 0,
    digits: 6,
  };
}

function monthsApart(first: string, last: string): string {
  return `(12 * ${partsApart("YEAR", first, last)} + ${partsApart("MONTH", first, last)})`;
}

/** The months apart divided by 12, down: in two years the months of a year are less than 12 apart. */
function yearsApart(first: string, last: string): string {
  const isLess = `${partsApart("MONTH", first, last)} < 0`;
  return `(${partsApart("YEAR", first, last)} - CASE WHEN ${isLess} THEN 1 ELSE 0 END)`;
}

function partsApart(part: "YEAR" | "MONTH", first: string, last: string): string {
  return `(EXTRACT(${part} FROM ${last}) - EXTRACT(${part} FROM ${first}))`;
}
