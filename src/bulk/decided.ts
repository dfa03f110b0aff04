import type { Program } from "../engine/decision/program.ts";
import { columnOf } from "../pack/column-name.ts";
import { quotedName, quotedText } from "../sql/quote.ts";
import { FACTS, FAULTS, KEY, PLACE } from "./applications.ts";
import type { Form } from "./form.ts";

/** The table of what was decided. */
export const DECIDED = "layak decided";

const OWN = [KEY, FAULTS, FACTS, PLACE];

/** Whether a row was decided. */
const GOOD = `${quotedName(FAULTS)} IS NULL AND "outcome" IS NOT NULL`;

export interface CopyOptions {
  /** The table's columns, in their order. */
  readonly columns: readonly string[];
  /** How the key is called in the file. */
  readonly key: string;
  readonly form: Form;
  readonly path: string;
  readonly explain: boolean;
}

/** Writes what was decided into a file, in the order of the rows. */
export function copySql(program: Program, options: CopyOptions): string {
  const { columns, key, form, path, explain } = options;
  const told = columns.filter((name) => !OWN.includes(name)).map((name) => toldAs(name, form));
  const parts = [`${quotedName(KEY)} AS ${quotedName(key)}`, ...told];
  if (explain) parts.push(`${explainSql(program)} AS "explanation"`);
  const order = columns.includes(PLACE) ? ` ORDER BY ${quotedName(PLACE)}` : "";
  const select = `SELECT ${parts.join(", ")} FROM ${quotedName(DECIDED)} WHERE ${GOOD}${order}`;
  return `COPY (${select}) TO ${quotedText(path)} (${optionsOf(form)})`;
}

/** Lists in a cell are parted as they may be given in one. */
function toldAs(name: string, form: Form): string {
  if (name !== "missing" || form !== "csv") return quotedName(name);
  return `NULLIF(array_to_string("missing", '|'), '') AS "missing"`;
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

/** Counts of all rows: decided or not, by outcome, and by requirement that is unmet. */
export function summarySql({ requirements }: Program): string {
  const count = (condition: string, name: string) =>
    `count(*) FILTER (WHERE ${condition}) AS ${quotedName(name)}`;
  const counts = [
    `count(*) AS "rows"`,
    count(GOOD, "decided"),
    ...["eligible", "ineligible", "undetermined", "out-of-scope"].map((outcome) =>
      count(`${GOOD} AND "outcome" = ${quotedText(outcome)}`, outcome),
    ),
    ...requirements.flatMap(({ id }) => {
      const column = quotedName(`requirement_${columnOf(id)}`);
      return ["unmet", "unknown"].map((outcome) =>
        count(`${GOOD} AND ${column} = '${outcome}'`, `${outcome} ${id}`),
      );
    }),
  ];
  return `SELECT ${counts.join(", ")} FROM ${quotedName(DECIDED)}`;
}

/** The rows that were not decided, with their place and what is wrong with them. */
export function undecidedSql(columns: readonly string[]): string {
  const place = columns.includes(PLACE) ? `${quotedName(PLACE)} - 1` : "rowid";
  return `SELECT ${place} AS "place", coalesce(${quotedName(FAULTS)}, 'out-of-range') AS "faults" FROM ${quotedName(DECIDED)} WHERE NOT (${GOOD}) ORDER BY 1`;
}
