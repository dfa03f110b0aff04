import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { finished } from "node:stream/promises";
import type { Program } from "../engine/decision/program.ts";
import { type Language, say } from "../engine/model/text.ts";
import type { Database } from "./database.ts";
import { type Lines, linesOf, type Skipped } from "./lines.ts";
import { codeOfReader, factReason, type Reason, rowReason } from "./reasons.ts";
import type { Source } from "./source.ts";
import { BulkTrouble } from "./trouble.ts";

/** What is wrong at one place of the file. */
interface Rejected extends Reason {
  readonly line: number;
  /** The column as the file names it; empty where it is about the whole row. */
  readonly column: string;
}

export interface RejectedOptions {
  readonly program: Program;
  readonly source: Source;
  /** The statement that gives the rows which were not decided; null where all were. */
  readonly undecided: string | null;
  /** What was checked, and how the file calls it. */
  readonly checked: readonly { readonly id: string; readonly name: string }[];
  readonly language: Language;
}

/** How many rows were set aside, and how often for each reason. */
export interface SetAside {
  readonly rows: number;
  /** Those of them that were read, and could not be decided. */
  readonly undecided: number;
  readonly reasons: ReadonlyMap<string, number>;
}

/** Writes the rows that were set aside, in the order of the file, one line for each thing wrong. */
export async function writeRejected(
  database: Database,
  path: string,
  options: RejectedOptions,
): Promise<SetAside> {
  const unread = await unreadRows(database, options.source);
  const reasons = new Map<string, number>();
  const file = createWriteStream(path);
  const lines = await linesFor(options.source, unread);
  let [rows, undecided] = [0, 0];
  const put = async (one: readonly Rejected[]) => {
    rows++;
    const text = one.map((rejected) => written(rejected, options.language)).join("");
    for (const { code } of one) reasons.set(code, (reasons.get(code) ?? 0) + 1);
    if (!file.write(text)) await once(file, "drain");
  };
  const putUnread = async () => {
    for (const skipped of lines?.passed() ?? []) {
      const code = unread.get(skipped.ordinal) ?? "columns";
      refuseOpenQuote(code, skipped);
      await put([{ line: skipped.line, column: "", ...rowReason(code) }]);
    }
  };
  try {
    file.write("line,column,reason,message\n");
    const found = options.undecided === null ? [] : database.stream(options.undecided);
    for await (const some of found) {
      undecided += some.length;
      for (const row of some) {
        const place = Number(row["place"]);
        const line = lines === null ? place + 1 : await lines.ofRow(place);
        await putUnread();
        await put(faultsOf(String(row["faults"]), line, options));
      }
    }
    await lines?.finish();
    await putUnread();
  } finally {
    file.end();
    await finished(file);
    await lines?.close();
  }
  return { rows, undecided, reasons };
}

/**
 * A quotation mark that is never closed swallows the rows after it: nobody can tell where they are.
 * @throws BulkTrouble
 */
export function refuseOpenQuote(code: string, { line, lines }: Skipped): void {
  if (code !== "quotes" || lines === 1) return;
  throw new BulkTrouble({
    id: `Mulai baris ${line} berkas ini bukan CSV: ada tanda kutip yang tidak ditutup. Perbaiki, lalu jalankan lagi.`,
    en: `From line ${line} on the file is no CSV: a quotation mark is not closed. Mend it and run this again.`,
  });
}

/** What DuckDB could not read as rows: the code, by their place among all rows, the header being 1. */
export async function unreadRows(
  database: Database,
  source: Source,
): Promise<ReadonlyMap<number, string>> {
  if (source.form === "parquet") return new Map();
  const found = await database.rows(
    "SELECT line, arg_min(error_type, column_idx) AS type FROM reject_errors GROUP BY line ORDER BY line",
  );
  return new Map(found.map((row) => [Number(row["line"]), codeOfReader(String(row["type"]))]));
}

export async function linesFor(
  source: Source,
  unread: ReadonlyMap<number, string>,
): Promise<Lines | null> {
  if (source.form === "parquet") return null;
  return await linesOf(source.path, {
    delimiter: source.delimiter,
    header: source.form === "csv",
    skipped: new Set(unread.keys()),
  });
}

function faultsOf(
  faults: string,
  line: number,
  { program, checked }: RejectedOptions,
): readonly Rejected[] {
  return faults.split(" ").map((fault) => {
    const [, place, code = ""] = /^(\d+):(.*)$/.exec(fault) ?? [];
    const told = place === undefined ? undefined : checked[Number(place)];
    return told === undefined
      ? { line, column: "", ...rowReason(fault) }
      : { line, column: told.name, ...factReason(program, told.id, code) };
  });
}

function written({ line, column, code, message }: Rejected, language: Language): string {
  return `${[String(line), column, code, say(message, language)].map(cell).join(",")}\n`;
}

function cell(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
