import { mkdir, rename, rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { Program } from "../engine/decision/program.ts";
import type { Language } from "../engine/model/text.ts";
import { DUCKDB } from "../sql/dialects/duckdb.ts";
import { selectOf } from "../sql/select.ts";
import {
  applicationsSql,
  checkedIds,
  FACTS,
  FAULTS,
  KEY,
  MEMBER_COLUMNS,
  MEMBERS,
  PLACE,
} from "./applications.ts";
import { type Database, loadDuckDB, memoryOfDatabase, openDatabase } from "./database.ts";
import { copySql, undecidedSql } from "./decided.ts";
import { registerExplain } from "./explain.ts";
import { type Form, formOf } from "./form.ts";
import { registerFunctions } from "./functions.ts";
import { type ColumnMap, type Matching, matchColumns } from "./matching.ts";
import { type Member, readMembers } from "./members.ts";
import { writeRejected } from "./rejected.ts";
import { openSource } from "./source.ts";
import { type Summary, summaryOf } from "./summary.ts";
import { registerTally } from "./tally.ts";
import { BulkTrouble } from "./trouble.ts";
import { type Progress, watched } from "./watched.ts";

export interface BulkOptions {
  readonly program: Program;
  readonly input: string;
  readonly output: string;
  /** Where rows go that cannot be decided. */
  readonly rejected: string;
  readonly map: ColumnMap;
  readonly key: string;
  /** The column with people's NIK; asked for with a roster only. */
  readonly nik: string;
  /** Who is covered; null where the file says it itself, or nobody does. */
  readonly roster: AsyncIterable<Member> | null;
  /** Adds the texts for rows that are not eligible. */
  readonly explain: boolean;
  readonly language: Language;
  readonly memoryBytes: number;
  readonly threads: number;
  /** Told once the columns are known. */
  readonly onColumns: (matching: Matching) => void;
  readonly onProgress: (progress: Progress) => void;
  /** Stops the work; nothing is left then. */
  readonly signal: AbortSignal;
}

/**
 * Decides every row of a file. What is written is written beside, and takes its name once it is
 * whole.
 * @throws BulkTrouble; BulkDisagreement; the signal's reason where it stops.
 */
export async function runBulk(options: BulkOptions): Promise<Summary> {
  const { output, rejected, signal } = options;
  refuseSamePath([options.input, output, rejected]);
  const forms = { input: formOf(options.input), output: formOf(output) };
  const folder = `${output}.partial`;
  const duckdb = await loadDuckDB();
  await makeFolder(folder);
  const database = await openDatabase(duckdb, join(folder, "work.duckdb"), {
    memoryBytes: memoryOfDatabase(options.memoryBytes),
    threads: options.threads,
    spill: join(folder, "spill"),
  });
  const stop = () => database.connection.interrupt();
  signal.addEventListener("abort", stop);
  try {
    registerFunctions(database, duckdb, options.program);
    if (options.explain) registerExplain(database, duckdb, options.program, options.language);
    const summary = await decideAll(database, duckdb, folder, forms, options);
    signal.throwIfAborted();
    await rename(join(folder, "rejected"), rejected);
    if (summary.rejected === 0) await rm(rejected);
    await rename(join(folder, "decisions"), output);
    return summary;
  } catch (error) {
    signal.throwIfAborted();
    throw error;
  } finally {
    signal.removeEventListener("abort", stop);
    database.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** What is read must never be written over. */
function refuseSamePath(paths: readonly string[]): void {
  const whole = paths.map((path) => resolve(path));
  const twice = paths.find((_, place) => whole.indexOf(whole[place] ?? "") < place);
  if (twice === undefined) return;
  throw new BulkTrouble({
    id: `${twice} disebut dua kali. --in, --out dan --rejected harus berkas yang berlainan.`,
    en: `${twice} is named twice. --in, --out and --rejected must be different files.`,
  });
}

async function makeFolder(folder: string): Promise<void> {
  try {
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
  } catch {
    throw new BulkTrouble({
      id: `Tidak dapat menulis ke ${folder}. Pilih tempat lain dengan --out.`,
      en: `${folder} cannot be written to. Choose another place with --out.`,
    });
  }
}

async function decideAll(
  database: Database,
  duckdb: Awaited<ReturnType<typeof loadDuckDB>>,
  folder: string,
  forms: { readonly input: Form; readonly output: Form },
  options: BulkOptions,
): Promise<Summary> {
  const { program, key, explain, language } = options;
  const roster = options.roster !== null;
  const source = await openSource(database, options.input, forms.input);
  const matching = matchColumns(
    program,
    source.columns.map(({ name }) => name),
    {
      map: options.map,
      key,
      nik: roster ? options.nik : null,
      given: roster ? Object.keys(MEMBER_COLUMNS) : [],
    },
  );
  options.onColumns(matching);
  if (options.roster !== null) await readMembers(database, MEMBERS, options.roster);
  options.signal.throwIfAborted();
  const tally = registerTally(database, duckdb, program);
  const tableOf = (places: boolean) =>
    applicationsSql(program, source, matching, { roster, places, facts: explain && !places });
  const selectFrom = (table: string, more: readonly string[]) =>
    selectOf(program, {
      ...{ dialect: DUCKDB, table: `(${table})`, keys: [KEY, FAULTS, ...more] },
      // Names in a cell are parted as those of a list may be given in one.
      missing: forms.output === "csv" ? "text" : "list",
    });
  const more = [...(roster ? [PLACE] : []), ...(explain ? [FACTS] : [])];
  const select = selectFrom(tableOf(false), more);
  const described = await database.rows(`DESCRIBE ${select}`);
  const columns = described.map((row) => String(row["column_name"]));
  const keyName = source.columns[matching.key]?.name ?? key;
  refuseKey(keyName, columns);
  const path = join(folder, "decisions");
  const form = forms.output;
  const copy = copySql(program, { select, columns, key: keyName, form, path, explain });
  await watched(database, "decide", { ...options, rows: tally.rows }, copy);
  const names = [
    ...matching.facts.map(({ name }) => name),
    ...Object.values(MEMBER_COLUMNS).map((name) => `roster.${name}`),
  ];
  const checked = checkedIds(program, matching, roster).map((id, at) => ({
    id,
    name: names[at] ?? id,
  }));
  const [faulty, outside] = [tally.faulty(), tally.outside()];
  const numbered = outside > 0 ? selectFrom(tableOf(true), [PLACE]) : tableOf(true);
  const setAside = await writeRejected(database, join(folder, "rejected"), {
    program,
    source,
    // Which line a row stands on is looked up only where one is wrong.
    undecided: faulty + outside > 0 ? undecidedSql(numbered, outside > 0) : null,
    checked,
    language,
  });
  // Two readings of one file that differ mean that it changed meanwhile, or worse.
  if (setAside.undecided !== faulty + outside) {
    throw new BulkTrouble({
      id: `Isi berkas ${options.input} berubah selagi dibaca. Jalankan lagi.`,
      en: `The file ${options.input} changed while it was read. Run this again.`,
    });
  }
  return summaryOf(program, tally, setAside);
}

function refuseKey(key: string, columns: readonly string[]): void {
  if (!columns.some((column) => column.toLowerCase() === key.toLowerCase())) return;
  throw new BulkTrouble({
    id: `Kolom --key "${key}" bernama sama dengan kolom hasil. Ganti namanya di berkas.`,
    en: `The --key column "${key}" has the name of a column of the result. Rename it in the file.`,
  });
}
