import { DEFAULT_MAX_ITEMS, DEFAULT_MAX_LENGTH } from "../engine/facts/shapes.ts";
import type { FactShape, ScalarShape, StringShape } from "../engine/model/catalogue.ts";
import { FIRST_DAY } from "../engine/values/calendar.ts";
import { doubleLiteral } from "../sql/literals.ts";
import { quotedText } from "../sql/quote.ts";

/**
 * What is wrong with a value, as SQL that gives a short code or NULL: the codes of the engine's own
 * check. `given` is what stands in the file, `value` what was read from it, NULL where that failed.
 * `known`: of a list, how many of its items are told and not null.
 */
export function faultSql(shape: FactShape, given: string, value: string, known: string): string {
  const unread = shape.type === "date" ? "'date'" : "'type'";
  const isUnread = `${given} IS NOT NULL AND ${value} IS NULL`;
  if (shape.type !== "list") {
    const missed = missedBy(shape, value).map(([condition, code]) => when(condition, code));
    const branches = given === value ? missed : [`WHEN ${isUnread} THEN ${unread}`, ...missed];
    return branches.length === 0 ? NONE : `CASE ${branches.join(" ")} END`;
  }
  const { items, maxItems = DEFAULT_MAX_ITEMS } = shape;
  const ofItems = missedBy(items, "one").map(([condition, code]) =>
    when(`len(list_filter(${value}, lambda one: ${condition})) > 0`, code),
  );
  const branches = [
    `WHEN ${isUnread} THEN 'list'`,
    when(`len(${value}) > ${maxItems}`, "items"),
    when(`list_count(${value}) < ${known}`, items.type === "date" ? "date" : "type"),
    ...ofItems,
  ];
  return `CASE ${branches.join(" ")} END`;
}

const NONE = "CAST(NULL AS VARCHAR)";

function when(condition: string, code: string): string {
  return `WHEN ${condition} THEN '${code}'`;
}

type Missed = readonly (readonly [condition: string, code: string])[];

/** When a value that was read misses its shape. */
function missedBy(shape: ScalarShape, value: string): Missed {
  switch (shape.type) {
    case "date":
      return [[`${value} < DATE '${FIRST_DAY}'`, "date"]];
    case "integer":
    case "money":
    case "number":
    case "decimal": {
      const write = shape.type === "number" ? doubleLiteral : String;
      return [
        ...(shape.minimum === undefined
          ? []
          : [[`${value} < ${write(shape.minimum)}`, "minimum"] as const]),
        ...(shape.maximum === undefined
          ? []
          : [[`${value} > ${write(shape.maximum)}`, "maximum"] as const]),
      ];
    }
    case "code": {
      const codes = Object.keys(shape.codes).map(quotedText).join(", ");
      return [[`${value} NOT IN (${codes})`, "code"]];
    }
    case "string":
      return missedByText(shape, value);
    default:
      return [];
  }
}

const NIK = "[0-9]{6}(0[1-9]|[12][0-9]|3[01]|4[1-9]|[56][0-9]|7[01])(0[1-9]|1[0-2])[0-9]{6}";

/** Whether a text is no NIK. */
export function noNik(value: string): string {
  return `NOT regexp_full_match(${value}, '${NIK}')`;
}

/** Lengths are of UTF-16 code units, as the engine counts them; bytes are never fewer. */
function missedByText(shape: StringShape, value: string): Missed {
  const maximum = shape.maxLength ?? DEFAULT_MAX_LENGTH;
  const wide = `len(${value}) + len(regexp_extract_all(${value}, '[\\x{10000}-\\x{10FFFF}]'))`;
  return [
    [`strlen(${value}) > ${maximum} AND ${wide} > ${maximum}`, "length"],
    ...(shape.format === "nik" ? [[noNik(value), "format"] as const] : []),
    ...(shape.pattern === undefined
      ? []
      : [[`NOT layak_matches(${value}, ${quotedText(shape.pattern)})`, "format"] as const]),
  ];
}
