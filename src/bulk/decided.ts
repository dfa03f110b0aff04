import type { Program } from "../engine/decision/program.ts";
import { columnOf } from "../pack/column-name.ts";
import { quotedName, quotedText } from "../sql/quote.ts";
import { FACTS, FAULTS, KEY, PLACE } from "./applications.ts";
import type { Form } from "./form.ts";
import { countedSql } from "./tally.ts";

const OWN = [KEY, FAULTS, FACTS, PLACE];

export interface CopyOptions {
  /** The statement that decides all rows, and its columns in their order. */
  readonly select: string;
  readonly columns: readonly string[];
  /** How the key is called in the file. */
  readonly key: string;
  readonly form: Form;
  readonly path: string;
  readonly explain: boolean;
}

/** Decides all rows and writes those that can be decided into a file, in their order. */
export function copySql(program: Program, options: CopyOptions): string {
  const { select, columns, key, form, path, explain } = options;
  const told = columns.filter((name) => !OWN.includes(name)).map(quotedName);
  const parts = [`${quotedName(KEY)} AS ${quotedName(key)}`, ...told];
  if (explain) parts.push(`${explainSql(program)} AS "explanation"`);
  // Files that two threads read keep their order; a join does not.
  const order = columns.includes(PLACE) ? ` ORDER BY ${quotedName(PLACE)}` : "";
  const counted = `SELECT *, ${countedSql(program)} AS "layak decided" FROM (\n${select})`;
  return `COPY (SELECT ${parts.join(", ")} FROM (${counted}) WHERE "layak decided"${order}) TO ${quotedText(path)} (${optionsOf(form)})`;
}

function optionsOf(form: Form): string {
  switch (form) {
    case "csv":
      return "FORMAT csv, HEADER true, DELIMITER ','";
    case "ndjson":
      return "FORMAT json";
    default:
      return "FORMAT parquet, COMPRESSION zstd";
  }
}

function explainSql({ requirements }: Program): string {
  const outcomes = [
    `"outcome"`,
    ...requirements.map(({ id }) => quotedName(`requirement_${columnOf(id)}`)),
  ];
  return `CASE WHEN "outcome" <> 'eligible' THEN layak_explain(${quotedName(FACTS)}, concat_ws(' ', ${outcomes.join(", ")})) END`;
}

/**
 * The rows that were not decided, with their place, counted from 0, and what is wrong with them.
 * `numbered`: a table or statement with the columns of places, of faults, and of outcomes where rows
 * may lack these.
 */
export function undecidedSql(numbered: string, mayLackOutcome: boolean): string {
  const faults = quotedName(FAULTS);
  const told = mayLackOutcome ? `coalesce(${faults}, 'out-of-range')` : faults;
  const isUndecided = `${faults} IS NOT NULL${mayLackOutcome ? ` OR "outcome" IS NULL` : ""}`;
  return `SELECT ${quotedName(PLACE)} - 1 AS "place", ${told} AS "faults" FROM (\n${numbered}) WHERE ${isUndecided}`;
}
