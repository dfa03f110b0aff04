import { LARGEST_DECIMAL } from "../engine/computing/exact.ts";
import type { FactShape, ListShape, ScalarShape } from "../engine/model/catalogue.ts";
import { FIRST_DAY, LAST_DAY } from "../engine/values/calendar.ts";
import { DUCKDB } from "../sql/dialects/duckdb.ts";
import { faultSql } from "./check-values.ts";

/** How values stand in a file: as text, as JSON, or as what DuckDB calls a type. */
export type Written = "text" | "json" | "typed";

/** A value read by SQL: itself, NULL where it is unknown or no value of its shape, and its fault. */
export interface ReadValue {
  readonly value: string;
  /** SQL of the fault's short code, given the SQL of the value once it has a column. */
  readonly fault: (value: string) => string;
}

const LARGEST = Number.MAX_SAFE_INTEGER;

/** Reads a fact's value from what stands in the file. Nothing is guessed: what does not fit is a fault. */
export function readValue(shape: FactShape, given: string, written: Written): ReadValue {
  if (shape.type === "list") return readList(shape, given, written);
  const value = scalarSql(shape, given, written);
  return {
    value,
    fault: (read) => faultSql(shape, given, value === given ? given : read, ""),
  };
}

function readList(shape: ListShape, given: string, written: Written): ReadValue {
  const { items } = shape;
  const of = (list: string, kind: Written) => {
    const item = scalarSql(items, "one", kind);
    return item === "one" ? list : `list_transform(${list}, lambda one: ${item})`;
  };
  const fromJson = of(jsonItems(given), "json");
  const toldInJson = `len(list_filter(${jsonItems(given)}, lambda one: json_type(one) <> 'NULL'))`;
  switch (written) {
    case "json":
      return { value: fromJson, fault: (read) => faultSql(shape, given, read, toldInJson) };
    case "typed":
      return {
        value: of(given, "text"),
        fault: (read) => faultSql(shape, given, read, `list_count(${given})`),
      };
    default: {
      const isJson = `starts_with(${given}, '[')`;
      const spaced = [" ", ...MORE_SIGNS].map((sign) => `contains(${given}, '${sign}')`);
      return {
        value: `CASE WHEN ${isJson} THEN ${fromJson} WHEN ${spaced.join(" OR ")} THEN ${of(spacedItems(items, given), "text")} ELSE ${of(`string_split(${given}, '|')`, "text")} END`,
        fault: (read) =>
          faultSql(
            shape,
            given,
            read,
            `CASE WHEN ${isJson} THEN ${toldInJson} ELSE len(${read}) END`,
          ),
      };
    }
  }
}

const MORE_SIGNS = ["+", ";"];

/** Items in a cell are parted by `|`, or by `+` or `;` where no item can hold these. */
function spacedItems(items: ScalarShape, given: string): string {
  const signs = MORE_SIGNS.join("");
  const parted =
    items.type === "string"
      ? given
      : `translate(${given}, '${signs}', '${"|".repeat(signs.length)}')`;
  return `list_transform(string_split(${parted}, '|'), lambda part: trim(part))`;
}

function jsonItems(given: string): string {
  return `CASE WHEN json_valid(${given}) AND json_type(${given}) = 'ARRAY' THEN json_extract(${given}, '$[*]') END`;
}

/** What JSON calls null is unknown. */
export function presentJson(json: string): string {
  return `CASE WHEN json_type(${json}) <> 'NULL' THEN ${json} END`;
}

function scalarSql(shape: ScalarShape, given: string, written: Written): string {
  if (written === "typed") return fromTyped(shape, given);
  return written === "json" ? fromJson(shape, given) : fromText(shape, given);
}

function fromTyped(shape: ScalarShape, given: string): string {
  switch (shape.type) {
    case "integer":
    case "money":
      return `CASE WHEN abs(CAST(${given} AS HUGEINT)) <= ${LARGEST} THEN CAST(${given} AS BIGINT) END`;
    case "number":
      return `CASE WHEN isfinite(CAST(${given} AS DOUBLE)) THEN CAST(${given} AS DOUBLE) END`;
    case "date":
      return `CASE WHEN ${given} BETWEEN DATE '${FIRST_DAY}' AND DATE '${LAST_DAY}' THEN ${given} END`;
    default:
      return given;
  }
}

function fromText(shape: ScalarShape, given: string): string {
  switch (shape.type) {
    case "boolean":
      return `CASE ${given} WHEN 'true' THEN TRUE WHEN 'false' THEN FALSE ELSE CASE lower(${given}) WHEN 'true' THEN TRUE WHEN 'ya' THEN TRUE WHEN 'false' THEN FALSE WHEN 'tidak' THEN FALSE END END`;
    case "integer":
    case "money":
      return wholeSql(
        `CASE WHEN regexp_full_match(${given}, '-?[0-9]+') THEN TRY_CAST(${given} AS BIGINT) END`,
      );
    case "number":
      return `CASE WHEN regexp_full_match(${given}, '-?[0-9]+(\\.[0-9]+)?') AND isfinite(TRY_CAST(${given} AS DOUBLE)) THEN CAST(${given} AS DOUBLE) END`;
    case "decimal":
      return decimal(shape.scale, given);
    case "date":
      return dateSql(given);
    default:
      return given;
  }
}

/** Zeros after the last digit add nothing. */
function decimal(scale: number, text: string): string {
  const type = DUCKDB.typeOf({ type: "decimal", scale });
  const most = `CAST(${LARGEST_DECIMAL} AS HUGEINT)`;
  const number = `TRY_CAST(${text} AS DECIMAL(38, ${scale}))`;
  return `CASE WHEN regexp_full_match(${text}, '-?[0-9]+(\\.[0-9]{1,${scale}}0*)?') AND abs(${number}) * ${10 ** scale} <= ${most} THEN CAST(${text} AS ${type}) END`;
}

/** DuckDB reads more than YYYY-MM-DD. */
function dateSql(text: string): string {
  return `CASE WHEN ${text} LIKE '____-__-__' THEN TRY_CAST(${text} AS DATE) END`;
}

/** Integers that JavaScript has exactly. */
function wholeSql(integer: string): string {
  return `CASE WHEN ${integer} BETWEEN -${LARGEST} AND ${LARGEST} THEN ${integer} END`;
}

const NUMBERS = "('UBIGINT', 'BIGINT', 'HUGEINT', 'UHUGEINT', 'DOUBLE')";

function fromJson(shape: ScalarShape, given: string): string {
  const number = `TRY_CAST(${given} AS DOUBLE)`;
  const isNumber = `json_type(${given}) IN ${NUMBERS}`;
  const text = `CASE WHEN json_type(${given}) = 'VARCHAR' THEN ${given} ->> '$' END`;
  switch (shape.type) {
    case "boolean":
      return `CASE WHEN json_type(${given}) = 'BOOLEAN' THEN CAST(${given} AS BOOLEAN) END`;
    case "integer":
    case "money":
      return `CASE WHEN ${isNumber} AND abs(${number}) <= ${LARGEST} AND trunc(${number}) = ${number} THEN CAST(${number} AS BIGINT) END`;
    case "number":
      return `CASE WHEN ${isNumber} AND isfinite(${number}) THEN ${number} END`;
    case "decimal":
      return `CASE WHEN ${isNumber} THEN ${decimal(shape.scale, `CAST(${given} AS VARCHAR)`)} END`;
    case "date":
      return dateSql(`(${text})`);
    default:
      return text;
  }
}
