import type { Program } from "../engine/decision/program.ts";
import type { FactShape } from "../engine/model/catalogue.ts";
import { type Column, columnsOf, typeOfColumn } from "../sql/columns.ts";
import { DUCKDB } from "../sql/dialects/duckdb.ts";
import { quotedName, quotedText } from "../sql/quote.ts";
import { noNik } from "./check-values.ts";
import { filled, givenIn } from "./given.ts";
import type { Matching } from "./matching.ts";
import { readValue } from "./read-values.ts";
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
  readonly given: string;
  readonly value: string;
  readonly fault: string;
}

export interface ApplicationOptions {
  /** Whether people are looked up in the members table. */
  readonly roster: boolean;
  /** Whether the facts of each row go along as JSON. */
  readonly facts: boolean;
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
    `${keyText(source, key?.sql ?? "NULL", key?.type ?? "VARCHAR")} AS ${quotedName(KEY)}`,
    ...(nik === undefined ? [] : [`${keyText(source, nik.sql, nik.type)} AS "layak nik"`]),
    ...(source.form === "ndjson" ? [`"layak line" IS NULL AS "layak no json"`] : []),
    ...(roster ? [`row_number() OVER () AS ${quotedName(PLACE)}`] : []),
    ...steps
      .filter(({ given }) => given !== "")
      .map(({ given }, at) => `${given} AS "given ${at}"`),
  ];
  const joined = roster
    ? `"read" LEFT JOIN ${quotedName(MEMBERS)} AS "member" ON "member"."nik" = "layak nik"`
    : `"read"`;
  const faults = [
    `CASE WHEN ${quotedName(KEY)} IS NULL THEN 'key' END`,
    ...(nik === undefined ? [] : [`CASE WHEN ${noNik('"layak nik"')} THEN 'nik' END`]),
    ...steps.map((_, at) => `${quotedText(`${at}:`)} || "fault ${at}"`),
  ];
  const anyFault = [
    `${quotedName(KEY)} IS NULL`,
    ...(nik === undefined ? [] : [noNik('"layak nik"')]),
    ...steps.map((_, at) => `"fault ${at}" IS NOT NULL`),
  ].join(" OR ");
  const told = `CASE WHEN ${anyFault} THEN concat_ws(' ', ${faults.join(", ")}) END`;
  const isJson =
    source.form === "ndjson" ? `CASE WHEN "layak no json" THEN 'json' ELSE ${told} END` : told;
  const columns = columnsOf(program);
  const last = [
    quotedName(KEY),
    `${isJson} AS ${quotedName(FAULTS)}`,
    ...(roster ? [quotedName(PLACE)] : []),
    ...(options.facts ? [`${factsSql(steps, program)} AS ${quotedName(FACTS)}`] : []),
    ...columns.map((column) => columnSql(column, steps)),
  ];
  return [
    `WITH "read" AS (SELECT ${read.join(",\n")} FROM ${source.relation})`,
    `"valued" AS (SELECT *, ${list(steps.map(({ value }, at) => `${value} AS "value ${at}"`))} FROM ${joined})`,
    `"checked" AS (SELECT *, ${list(steps.map(({ fault }, at) => `${fault} AS "fault ${at}"`))} FROM "valued")`,
  ]
    .join(",\n")
    .concat(`\nSELECT ${last.join(",\n")} FROM "checked"`);
}

function list(columns: readonly string[]): string {
  return columns.length === 0 ? "1 AS nothing" : columns.join(",\n");
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
    const name = `"given ${at}"`;
    if (shape === null) return { id, given: sql, ...groupStep(id, name, at) };
    const { value, fault } = readValue(shape, name, written);
    return { id, given: sql, value, fault: fault(`"value ${at}"`) };
  });
  if (!roster) return ofFile;
  const ofRoster = Object.entries(MEMBER_COLUMNS).flatMap(
    ([id, column], index): readonly Step[] => {
      const shape: FactShape | undefined = pack.facts.get(id);
      if (shape === undefined) return [];
      const { value, fault } = readValue(shape, `"member".${quotedName(column)}`, "text");
      const at = ofFile.length + index;
      const later = fault(`"value ${at}"`).replaceAll('"member".', "");
      return [{ id, given: "", value, fault: later }];
    },
  );
  return [...ofFile, ...ofRoster];
}

/** A function reads and checks the whole group; what it gives is JSON, or a fault's code. */
function groupStep(id: string, given: string, at: number): Omit<Step, "id" | "given"> {
  return {
    value: `layak_group(CAST(${given} AS VARCHAR), ${quotedText(id)})`,
    fault: `CASE WHEN starts_with("value ${at}", '!') THEN substr("value ${at}", 2) END`,
  };
}

function keyText(source: Source, sql: string, type: string): string {
  if (source.form !== "ndjson") return filled(type === "VARCHAR" ? sql : `CAST(${sql} AS VARCHAR)`);
  return filled(`CASE WHEN json_type(${sql}) <> 'NULL' THEN ${sql} ->> '$' END`);
}

/** A column that the statement reads. What is wrong is unknown there; that row is set aside. */
function columnSql(column: Column, steps: readonly Step[]): string {
  const type = typeOfColumn(column, DUCKDB);
  const at = steps.findIndex(({ id }) => id === column.id);
  const name = quotedName(column.column);
  if (at < 0) return `CAST(NULL AS ${type}) AS ${name}`;
  const value = `"value ${at}"`;
  if (column.kind === "fact") return `CAST(${value} AS ${type}) AS ${name}`;
  const fields = column.fields.map(({ column: field, shape }) => {
    const one = { kind: "fact", id: field, column: field, shape } as const;
    const written = typeOfColumn(one, DUCKDB);
    return `"${field}": ${written.endsWith("[]") ? `["${written.slice(0, -2)}"]` : `"${written}"`}`;
  });
  const structure = `[{${fields.length === 0 ? '"layak_nothing": "BOOLEAN"' : fields.join(", ")}}]`;
  const good = `CASE WHEN NOT starts_with(${value}, '!') THEN ${value} END`;
  return `CAST(from_json(${good}, ${quotedText(structure)}) AS ${type}) AS ${name}`;
}

/** What is known of a row, by fact ids, as the engine takes it. */
function factsSql(steps: readonly Step[], { pack }: Program): string {
  const fields = steps.map(({ id }, at) => {
    const value = pack.groups.has(id)
      ? `CAST(CASE WHEN NOT starts_with("value ${at}", '!') THEN "value ${at}" END AS JSON)`
      : `"value ${at}"`;
    return `${quotedText(id)}, ${value}`;
  });
  return fields.length === 0
    ? "CAST('{}' AS VARCHAR)"
    : `CAST(json_object(${fields.join(", ")}) AS VARCHAR)`;
}
