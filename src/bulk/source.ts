import { open } from "node:fs/promises";
import { CsvError, parse } from "csv-parse/sync";
import { quotedName, quotedText } from "../sql/quote.ts";
import type { Database } from "./database.ts";
import type { Form } from "./form.ts";
import { BulkTrouble } from "./trouble.ts";

/** A file as DuckDB reads it. */
export interface Source {
  readonly form: Form;
  readonly path: string;
  /** Its columns, as the file names them. */
  readonly columns: readonly SourceColumn[];
  /** What stands after FROM. */
  readonly relation: string;
  /** Whether each row stands on a line that can be told. */
  readonly delimiter: string | null;
}

export interface SourceColumn {
  readonly name: string;
  /** SQL of what stands in it. */
  readonly sql: string;
  /** DuckDB's type; text in CSV, JSON in NDJSON. */
  readonly type: string;
}

/** @throws BulkTrouble where the file cannot be read as what it is named. */
export async function openSource(database: Database, path: string, form: Form): Promise<Source> {
  await refuseUnreadable(path);
  switch (form) {
    case "csv":
      return await csvSource(path);
    case "ndjson":
      return await ndjsonSource(database, path);
    default:
      return await parquetSource(database, path);
  }
}

async function refuseUnreadable(path: string): Promise<void> {
  const file = await open(path).catch(() => null);
  const isFile = (await file?.stat())?.isFile() ?? false;
  await file?.close();
  if (isFile) return;
  throw new BulkTrouble({
    id: `Berkas ${path} tidak dapat dibaca. Periksa nama dan izinnya.`,
    en: `The file ${path} cannot be read. Check its name and permissions.`,
  });
}

const LONGEST_HEADER_BYTES = 262_144;
const LONGEST_LINE_BYTES = 2_000_000;
/** What each thread reads at once; DuckDB's own 32 MB would take a good part of the memory. */
const BUFFER_BYTES = 8_000_000;

async function csvSource(path: string): Promise<Source> {
  const line = await firstLine(path);
  const delimiter = delimiterOf(line);
  const names = headerNames(line, delimiter);
  refuseTwice(names);
  const columns = names.map((name, place) => ({ name, sql: `c${place}`, type: "VARCHAR" }));
  const types = columns.map(({ sql }) => `${quotedText(sql)}: 'VARCHAR'`).join(", ");
  // What a row should hold is known, so that none of it is guessed from the first rows.
  const relation = `read_csv(${quotedText(path)}, auto_detect = false, header = true, delim = ${quotedText(delimiter)}, quote = '"', escape = '"', max_line_size = ${LONGEST_LINE_BYTES}, buffer_size = ${BUFFER_BYTES}, store_rejects = true, rejects_limit = 0, columns = {${types}})`;
  return { form: "csv", path, columns, relation, delimiter };
}

/** A spreadsheet set to Indonesian parts columns by semicolons. */
function delimiterOf(line: string): string {
  return line.includes(",") ? "," : ([";", "\t"].find((sign) => line.includes(sign)) ?? ",");
}

async function firstLine(path: string): Promise<string> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(LONGEST_HEADER_BYTES));
    const text = new TextDecoder("utf-8", { fatal: false }).decode(buffer.subarray(0, bytesRead));
    const end = text.search(/\r?\n/);
    return end < 0 ? text : text.slice(0, end);
  } finally {
    await file.close();
  }
}

function headerNames(line: string, delimiter: string): readonly string[] {
  try {
    const records: string[][] = parse(line, { delimiter, trim: true });
    const [names = []] = records;
    if (names.length > 0 && !line.includes("\0")) return names;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
  }
  throw new BulkTrouble({
    id: "Baris pertama harus menyebut nama kolom, dalam CSV UTF-8.",
    en: "The first line must name the columns, in CSV UTF-8.",
  });
}

function refuseTwice(names: readonly string[]): void {
  const lower = names.map((name) => name.toLowerCase());
  const twice = names.find(
    (name, place) => name !== "" && lower.indexOf(name.toLowerCase()) < place,
  );
  if (twice === undefined) return;
  throw new BulkTrouble({
    id: `Kolom "${twice}" ada dua kali.`,
    en: `The column "${twice}" stands twice.`,
  });
}

/** Lines are read as texts first, so that one which is no JSON has its place and is told. */
async function ndjsonSource(database: Database, path: string): Promise<Source> {
  const lines = `read_csv(${quotedText(path)}, auto_detect = false, header = false, delim = '\u0001', quote = '', escape = '', strict_mode = false, max_line_size = ${LONGEST_LINE_BYTES}, buffer_size = ${BUFFER_BYTES}, store_rejects = true, rejects_limit = 0, columns = {'line': 'VARCHAR'})`;
  // Trimming long lines takes longer than all else, and nearly all begin as objects do.
  const filled = `${lines} WHERE CASE WHEN starts_with(line, '{') THEN TRUE ELSE trim(line) <> '' END`;
  const found = await database.rows(
    `SELECT DISTINCT unnest(names) AS name FROM (SELECT DISTINCT TRY(json_keys(line)) AS names FROM ${filled}) ORDER BY name`,
  );
  const names = found.flatMap(({ name }) => (typeof name === "string" ? [name] : []));
  refuseTwice(names);
  const columns = names.map((name, place) => ({
    name,
    sql: `"layak parts"[${place + 1}]`,
    type: "JSON",
  }));
  // Of a file without names there is still a whole line to be read.
  const pointers = names.length === 0 ? [""] : names.map((name) => `/${pointerPart(name)}`);
  const parts = `TRY(json_extract(line, [${pointers.map(quotedText).join(", ")}]))`;
  const isObject = `"layak parts" IS NOT NULL AND (starts_with(line, '{') OR json_type(line) = 'OBJECT')`;
  const relation = `(SELECT CASE WHEN ${isObject} THEN line END AS "layak line", "layak parts" FROM (SELECT line, ${parts} AS "layak parts" FROM ${filled}))`;
  return { form: "ndjson", path, columns, relation, delimiter: null };
}

/** A part of a JSON pointer, RFC 6901. */
function pointerPart(name: string): string {
  return name.replaceAll("~", "~0").replaceAll("/", "~1");
}

async function parquetSource(database: Database, path: string): Promise<Source> {
  const relation = `read_parquet(${quotedText(path)})`;
  const described = await database.rows(`DESCRIBE SELECT * FROM ${relation}`).catch(() => {
    throw new BulkTrouble({
      id: `Berkas ${path} bukan berkas Parquet.`,
      en: `The file ${path} is no Parquet file.`,
    });
  });
  const columns = described.map((row) => {
    const name = String(row["column_name"]);
    return { name, sql: quotedName(name), type: String(row["column_type"]) };
  });
  return { form: "parquet", path, columns, relation, delimiter: null };
}
