import { LARGEST_DECIMAL } from "../engine/computing/exact.ts";
import { DEFAULT_MAX_LENGTH } from "../engine/facts/shapes.ts";
import type {
  DecimalShape,
  FactShape,
  NumericShape,
  StringShape,
} from "../engine/model/catalogue.ts";
import { FIRST_DAY, LAST_DAY } from "../engine/values/calendar.ts";
import { DUCKDB } from "../sql/dialects/duckdb.ts";
import { doubleLiteral } from "../sql/literals.ts";
import { quotedText } from "../sql/quote.ts";
import type { Written } from "./given.ts";
import { noNik } from "./nik.ts";
import { codeListSql, plainCodes } from "./quick-lists.ts";

/**
 * SQL that reads most cells: a value that is written plainly and fits its shape, NULL of everything
 * else, right or wrong.
 */
export interface QuickValue {
  /** What goes first, into a column of its own; left out where nothing does. */
  readonly tried?: string;
  readonly value: (tried: string) => string;
  /** Whether nothing else in a cell has a value, so that a closer look finds faults only, or nothing. */
  readonly isWhole?: "faults" | "nothing";
}

/** How a fact's plain values are read; null where each needs a closer look. */
export function quickValue(shape: FactShape, given: string, written: Written): QuickValue | null {
  switch (shape.type) {
    case "boolean":
      return written === "typed"
        ? { value: () => given, isWhole: "nothing" }
        : once(truthSql(given, written));
    case "integer":
    case "money":
    case "number":
      return numberValue(shape, given, written);
    case "decimal":
      return written === "typed" ? null : decimalValue(shape, given);
    case "date":
      return dateValue(given, written);
    case "code": {
      const codes = plainCodes(Object.keys(shape.codes));
      return written === "typed" ? null : once(codeSql(codes, given, written));
    }
    case "list": {
      const value = codeListSql(shape, given, written);
      if (value === null) return null;
      return written === "typed" ? whole(value) : once(value);
    }
    default:
      return shape.pattern === undefined ? stringValue(shape, given, written) : null;
  }
}

function once(value: string): QuickValue {
  return { value: () => value };
}

/** What DuckDB has read is right where this reads it, and wrong where it does not. */
function whole(value: string): QuickValue {
  return { value: () => value, isWhole: "faults" };
}

const TRUTHS = {
  json: { TRUE: ["true"], FALSE: ["false"] },
  text: {
    TRUE: ["true", "ya", "YA", "Ya", "TRUE"],
    FALSE: ["false", "tidak", "TIDAK", "Tidak", "FALSE"],
  },
};

function truthSql(given: string, written: "text" | "json"): string {
  const branches = Object.entries(TRUTHS[written]).flatMap(([truth, words]) =>
    words.map((word) => `WHEN ${quotedText(word)} THEN ${truth}`),
  );
  return `CASE ${given} ${branches.join(" ")} END`;
}

/** An integer is plain where it is written again as it was. */
function numberValue(shape: NumericShape, given: string, written: Written): QuickValue {
  const range = (value: string) => rangeSql(shape, value);
  if (shape.type === "number") {
    const real = `CAST(${given} AS DOUBLE)`;
    const read =
      written === "typed"
        ? real
        : `CASE WHEN regexp_full_match(${given}, '-?[0-9]+(\\.[0-9]+)?') THEN TRY_${real} END`;
    return {
      tried: read,
      value: (tried) => `CASE WHEN isfinite(${tried}) AND ${range(tried)} THEN ${tried} END`,
    };
  }
  if (written === "typed") {
    return whole(`CASE WHEN ${range(given)} THEN CAST(${given} AS BIGINT) END`);
  }
  return {
    tried: `TRY_CAST(${given} AS BIGINT)`,
    value: (tried) => `CASE WHEN ${sameAs(given, tried)} AND ${range(tried)} THEN ${tried} END`,
  };
}

function sameAs(given: string, read: string): string {
  return `CAST(${read} AS VARCHAR) = ${given}`;
}

function rangeSql({ type, minimum, maximum }: NumericShape, value: string): string {
  if (type !== "number") {
    const { MIN_SAFE_INTEGER: least, MAX_SAFE_INTEGER: most } = Number;
    const lower = Math.ceil(Math.max(minimum ?? least, least));
    return `${value} BETWEEN ${lower} AND ${Math.floor(Math.min(maximum ?? most, most))}`;
  }
  const limits = [
    ...(minimum === undefined ? [] : [`${value} >= ${doubleLiteral(minimum)}`]),
    ...(maximum === undefined ? [] : [`${value} <= ${doubleLiteral(maximum)}`]),
  ];
  return limits.length === 0 ? "TRUE" : limits.join(" AND ");
}

function decimalValue({ scale, minimum, maximum }: DecimalShape, given: string): QuickValue {
  const whole = String(LARGEST_DECIMAL).length - scale;
  const limits = [
    ...(minimum === undefined ? [] : [`>= ${minimum}`]),
    ...(maximum === undefined ? [] : [`<= ${maximum}`]),
  ];
  return {
    tried: `CASE WHEN regexp_full_match(${given}, '-?[0-9]{1,${whole}}(\\.[0-9]{1,${scale}})?') THEN TRY_CAST(${given} AS ${DUCKDB.typeOf({ type: "decimal", scale })}) END`,
    value: (tried) =>
      limits.length === 0
        ? tried
        : `CASE WHEN ${limits.map((limit) => `${tried} ${limit}`).join(" AND ")} THEN ${tried} END`,
  };
}

/** DuckDB reads more than YYYY-MM-DD, and years that the engine has not. */
function dateValue(given: string, written: Written): QuickValue {
  const inCalendar = (day: string) => `${day} BETWEEN DATE '${FIRST_DAY}' AND DATE '${LAST_DAY}'`;
  if (written === "typed") return whole(`CASE WHEN ${inCalendar(given)} THEN ${given} END`);
  const isJson = written === "json";
  return {
    tried: isJson ? `TRY_CAST(substring(${given}, 2, 10) AS DATE)` : `TRY_CAST(${given} AS DATE)`,
    value: (tried) => {
      const same = isJson
        ? `'"' || CAST(${tried} AS VARCHAR) || '"' = ${given}`
        : sameAs(given, tried);
      return `CASE WHEN ${same} AND ${inCalendar(tried)} THEN ${tried} END`;
    },
  };
}

/** One by one, most rows having one of the first: quicker than a list that all are sought in. */
function codeSql(codes: readonly string[], given: string, written: "text" | "json"): string {
  if (codes.length === 0) return "CAST(NULL AS VARCHAR)";
  const branches = codes.map((code) => {
    const cell = written === "json" ? `"${code}"` : code;
    return `WHEN ${quotedText(cell)} THEN ${quotedText(code)}`;
  });
  return `CASE ${given} ${branches.join(" ")} END`;
}

/** Lengths are of UTF-16 code units, of which a text has no more than bytes. */
function stringValue(
  { maxLength = DEFAULT_MAX_LENGTH, format }: StringShape,
  given: string,
  written: Written,
): QuickValue | null {
  if (written === "typed") return null;
  const isNik = (text: string) => (format === "nik" ? ` AND NOT (${noNik(text)})` : "");
  if (written === "json") {
    return {
      tried: `CASE WHEN starts_with(${given}, '"') AND strlen(${given}) <= ${maxLength + 2} AND NOT contains(${given}, '\\') THEN ${given} ->> '$' END`,
      value: (tried) =>
        format === "nik" ? `CASE WHEN TRUE${isNik(tried)} THEN ${tried} END` : tried,
    };
  }
  return once(
    `CASE WHEN strlen(${given}) BETWEEN 1 AND ${maxLength} AND NOT starts_with(${given}, ' ') AND NOT ends_with(${given}, ' ')${isNik(given)} THEN ${given} END`,
  );
}
