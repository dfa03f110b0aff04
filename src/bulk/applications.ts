import type { Program } from "../engine/decision/program.ts";
import type { FactShape } from "../engine/model/catalogue.ts";
import { type Column, columnsOf, typeOfColumn, typeOfShape } from "../sql/columns.ts";
import { DUCKDB } from "../sql/dialects/duckdb.ts";
import { quotedName, quotedText } from "../sql/quote.ts";
import { filled, givenIn, type Written } from "./given.ts";
import type { Matching } from "./matching.ts";
import { noNik } from "./nik.ts";
import { type QuickValue, quickValue } from "./quick-values.ts";
import type { Source } from "./source.ts";

/** Columns of a run's own. No fact's column has a space, so none is hidden. */
export const KEY = "layak key";
export const FAULTS = "layak faults";
export const FACTS = "layak facts";
export const PLACE = "layak place";

/** The table of people that a roster is read into, and what it says of each. */
export const MEMBERS = "layak members";
export const MEMBER_COLUMNS: Readonly<Record<string, string>> = {
  "coverage.status": "status",
  "coverage.programmes": "programmes",
  "coverage.paidThrough": "paid_through",
  "coverage.segment": "segment",
};

/** A value on its way from the file into its column. */
interface Step {
  readonly id: string;
  /** SQL of what stands in the file; null where a column of the table of people holds it. */
  readonly given: string | null;
  readonly written: Written;
  readonly quick: QuickValue | null;
  /** DuckDB's type of the value; JSON as a text for a group. */
  readonly type: string;
}

export interface ApplicationOptions {
  /** Whether people are looked up in the members table; rows are numbered then. */
  readonly roster: boolean;
  /** Whether the facts of each row go along as JSON. */
  readonly facts: boolean;
  /** Whether rows are numbered, from 1, in the order of the file: then one thread reads it. */
  readonly places?: boolean;
  /** The columns to hand on; those that the policy reads unless stated. */
  readonly columns?: readonly Column[];
}

/**
 * The table of applications, with the columns that the policy's statement reads, out of what stands
 * in a file; every value is checked against the catalogue, and each row says what is wrong with it
 * as `place:code` parted by blanks. Places are those of `checkedIds`.
 */
export function applicationsSql(
  program: Program,
  source: Source,
  matching: Matching,
  options: ApplicationOptions,
): string {
  const { roster } = options;
  const steps = stepsOf(program, source, matching, roster);
  const key = source.columns[matching.key];
  const nik = matching.nik === null ? undefined : source.columns[matching.nik];
  const read = [
    `${textOfColumn(source.form, key?.sql ?? "NULL", key?.type ?? "VARCHAR")} AS ${quotedName(KEY)}`,
    ...(nik === undefined
      ? []
      : [`${textOfColumn(source.form, nik.sql, nik.type)} AS "layak nik"`]),
    ...(source.form === "ndjson" ? [`"layak line" IS NULL AS "layak no json"`] : []),
    ...(options.places === true || roster ? [`row_number() OVER () AS ${quotedName(PLACE)}`] : []),
    ...steps.flatMap(({ given }, at) => (given === null ? [] : `${given} AS "given ${at}"`)),
  ];
  const ofMembers = steps.flatMap(({ id, given }, at) =>
    given === null ? `"member".${quotedName(MEMBER_COLUMNS[id] ?? id)} AS "given ${at}"` : [],
  );
  const joined = roster
    ? `(SELECT "read".*, ${list(ofMembers)} FROM "read" LEFT JOIN ${quotedName(MEMBERS)} AS "member" ON "member"."nik" = "layak nik")`
    : `"read"`;
  const { columns = columnsOf(program) } = options;
  const last = [
    quotedName(KEY),
    `${faultsSql(steps, source, nik !== undefined)} AS ${quotedName(FAULTS)}`,
    ...(options.places === true || roster ? [quotedName(PLACE)] : []),
    ...(options.facts ? [`${factsSql(steps, program)} AS ${quotedName(FACTS)}`] : []),
    ...columns.map((column) => columnSql(column, steps)),
  ];
  return [
    `WITH "read" AS (SELECT ${read.join(",\n")} FROM ${source.relation})`,
    `"tried" AS (SELECT *, ${list(steps.flatMap(triedSql))} FROM ${joined})`,
    `"valued" AS (SELECT *, ${list(steps.map(valueSql))} FROM "tried")`,
  ]
    .join(",\n")
    .concat(`\nSELECT ${last.join(",\n")} FROM "valued"`);
}

function list(columns: readonly string[]): string {
  return columns.length === 0 ? "1 AS nothing" : columns.join(",\n");
}

function triedSql({ quick }: Step, at: number): readonly string[] {
  return quick?.tried === undefined ? [] : [`${quick.tried} AS "tried ${at}"`];
}

/** What is read at once, else what a closer look finds. */
function valueSql(step: Step, at: number): string {
  const { quick, type } = step;
  const closer = closerLook("layak_value", step, at);
  // Lists come back as JSON.
  const found = type.endsWith("[]") ? `CAST(${closer} AS JSON)` : closer;
  const close = `CASE WHEN "given ${at}" IS NOT NULL THEN CAST(${found} AS ${type}) END`;
  const value =
    quick === null
      ? close
      : quick.isWhole !== undefined
        ? quick.value(`"tried ${at}"`)
        : `coalesce(${quick.value(`"tried ${at}"`)}, ${close})`;
  return `${value} AS "value ${at}"`;
}

/** A call of one of the functions that look closely at a cell. */
function closerLook(name: string, { id, written, type }: Step, at: number): string {
  const given = `"given ${at}"`;
  const isJson = written === "typed" && type.endsWith("[]");
  const text = `CAST(${isJson ? `to_json(${given})` : given} AS VARCHAR)`;
  return `${name}(${text}, '${isJson ? "json" : written}', ${quotedText(id)})`;
}

/**
 * What is wrong with a row. A cell without a value may hold something wrong, or nothing but blanks; of
 * nearly all rows it is enough to know that there is none.
 */
function faultsSql(steps: readonly Step[], { form }: Source, withNik: boolean): string {
  const looked = steps.flatMap((step, at) =>
    step.quick?.isWhole === "nothing" ? [] : { step, at },
  );
  const isOpen = (at: number) => `("value ${at}" IS NULL AND "given ${at}" IS NOT NULL)`;
  const faults = [
    `CASE WHEN ${quotedName(KEY)} IS NULL THEN 'key' END`,
    ...(withNik ? [`CASE WHEN ${noNik('"layak nik"')} THEN 'nik' END`] : []),
    ...looked.map(
      ({ step, at }) =>
        `CASE WHEN ${isOpen(at)} THEN '${at}:' || ${closerLook("layak_fault", step, at)} END`,
    ),
  ];
  const suspicious = [
    `${quotedName(KEY)} IS NULL`,
    ...(withNik ? [noNik('"layak nik"')] : []),
    ...looked.map(({ at }) => isOpen(at)),
  ].join(" OR ");
  const told = `CASE WHEN ${suspicious} THEN NULLIF(concat_ws(' ', ${faults.join(", ")}), '') END`;
  return form === "ndjson" ? `CASE WHEN "layak no json" THEN 'json' ELSE ${told} END` : told;
}

/** The ids of what is checked, in the order of the places that faults name. */
export function checkedIds(
  { pack }: Program,
  matching: Matching,
  roster: boolean,
): readonly string[] {
  const ofRoster = Object.keys(MEMBER_COLUMNS).filter((id) => pack.facts.has(id));
  return [...matching.facts.map(({ id }) => id), ...(roster ? ofRoster : [])];
}

function stepsOf(
  { pack }: Program,
  source: Source,
  matching: Matching,
  roster: boolean,
): readonly Step[] {
  const ofFile = matching.facts.map(({ id, place }, at): Step => {
    const column = source.columns[place] ?? { name: id, sql: "NULL", type: "VARCHAR" };
    const shape = pack.facts.get(id) ?? null;
    const { sql, written } = givenIn(source.form, column, shape);
    if (shape === null) return { id, given: sql, written, quick: null, type: "VARCHAR" };
    return { id, given: sql, ...readingOf(shape, at, written) };
  });
  if (!roster) return ofFile;
  const ofRoster = Object.keys(MEMBER_COLUMNS).flatMap((id) => {
    const shape = pack.facts.get(id);
    return shape === undefined ? [] : [{ id, shape }];
  });
  return [
    ...ofFile,
    ...ofRoster.map(({ id, shape }, index): Step => {
      return { id, given: null, ...readingOf(shape, ofFile.length + index, "text") };
    }),
  ];
}

function readingOf(shape: FactShape, at: number, written: Written) {
  const quick = quickValue(shape, `"given ${at}"`, written);
  return { written, quick, type: typeOfShape(shape, DUCKDB) };
}

/** The text of what stands in a column, whatever its type; NULL where that is nothing or blanks. */
export function textOfColumn(form: Source["form"], sql: string, type: string): string {
  if (form !== "ndjson") return filled(type === "VARCHAR" ? sql : `CAST(${sql} AS VARCHAR)`);
  return filled(`CASE WHEN json_type(${sql}) <> 'NULL' THEN ${sql} ->> '$' END`);
}

/** A column that the statement reads. What is wrong is unknown there; that row is set aside. */
function columnSql(column: Column, steps: readonly Step[]): string {
  const type = typeOfColumn(column, DUCKDB);
  const at = steps.findIndex(({ id }) => id === column.id);
  const name = quotedName(column.column);
  if (at < 0) return `CAST(NULL AS ${type}) AS ${name}`;
  const value = `"value ${at}"`;
  if (column.kind === "fact") return `${value} AS ${name}`;
  const fields = column.fields.map(({ column: field, shape }) => {
    const one = { kind: "fact", id: field, column: field, shape } as const;
    const written = typeOfColumn(one, DUCKDB);
    return `"${field}": ${written.endsWith("[]") ? `["${written.slice(0, -2)}"]` : `"${written}"`}`;
  });
  const structure = `[{${fields.length === 0 ? '"layak_nothing": "BOOLEAN"' : fields.join(", ")}}]`;
  return `CAST(from_json(${value}, ${quotedText(structure)}) AS ${type}) AS ${name}`;
}

/** What is known of a row, by fact ids, as the engine takes it. */
function factsSql(steps: readonly Step[], { pack }: Program): string {
  const fields = steps.map(({ id }, at) => {
    const value = pack.groups.has(id) ? `CAST("value ${at}" AS JSON)` : `"value ${at}"`;
    return `${quotedText(id)}, ${value}`;
  });
  return fields.length === 0
    ? "CAST('{}' AS VARCHAR)"
    : `CAST(json_object(${fields.join(", ")}) AS VARCHAR)`;
}
