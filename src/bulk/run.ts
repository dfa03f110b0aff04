import { mkdir, rename, rm, stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { Program } from "../engine/decision/program.ts";
import type { Language } from "../engine/model/text.ts";
import { DUCKDB } from "../sql/dialects/duckdb.ts";
import { quotedName } from "../sql/quote.ts";
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
import { type Database, loadDuckDB, openDatabase } from "./database.ts";
import { copySql, DECIDED, summarySql } from "./decided.ts";
import { BulkDisagreement, registerExplain } from "./explain.ts";
import { type Form, formOf } from "./form.ts";
import { registerFunctions } from "./functions.ts";
import { type ColumnMap, type Matching, matchColumns } from "./matching.ts";
import { type Member, readMembers } from "./members.ts";
import { writeRejected } from "./rejected.ts";
import { openSource } from "./source.ts";
import { type Summary, summaryOf } from "./summary.ts";
import { BulkTrouble } from "./trouble.ts";

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

/** How far a run is. */
export interface Progress {
  readonly stage: "decide" | "write";
  /** From 0 to 100; negative where it is not known yet. */
  readonly percentage: number;
  /** The size of the file that is read. */
  readonly bytes: number;
}

const PROGRESS_MILLISECONDS = 250;

/** Memory that is not DuckDB's: the program itself, and what it reads and writes with. */
const OWN_BYTES = 270_000_000;
const LEAST_BYTES = 64_000_000;

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
    memoryBytes: Math.max(LEAST_BYTES, options.memoryBytes - OWN_BYTES),
    threads: options.threads,
    spill: join(folder, "spill"),
  });
  const stop = () => database.connection.interrupt();
  signal.addEventListener("abort", stop);
  try {
    registerFunctions(database, duckdb, options.program);
    if (options.explain) registerExplain(database, duckdb, options.program, options.language);
    const summary = await decideAll(database, folder, forms, options);
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
  const applications = applicationsSql(program, source, matching, { roster, facts: explain });
  const keys = [KEY, FAULTS, ...(roster ? [PLACE] : []), ...(explain ? [FACTS] : [])];
  const select = selectOf(program, { dialect: DUCKDB, table: `(${applications})`, keys });
  await watched(database, "decide", options, `CREATE TABLE ${quotedName(DECIDED)} AS ${select}`);
  const described = await database.rows(`DESCRIBE ${quotedName(DECIDED)}`);
  const columns = described.map((row) => String(row["column_name"]));
  const path = join(folder, "decisions");
  const keyName = source.columns[matching.key]?.name ?? key;
  refuseKey(keyName, columns);
  const copy = copySql(program, { columns, key: keyName, form: forms.output, path, explain });
  await watched(database, "write", options, copy);
  const names = [
    ...matching.facts.map(({ name }) => name),
    ...Object.values(MEMBER_COLUMNS).map((name) => `roster.${name}`),
  ];
  const checked = checkedIds(program, matching, roster).map((id, at) => ({
    id,
    name: names[at] ?? id,
  }));
  const setAside = await writeRejected(database, join(folder, "rejected"), {
    program,
    source,
    columns,
    checked,
    language,
  });
  const [counts = {}] = await database.rows(summarySql(program));
  return summaryOf(program, counts, setAside);
}

function refuseKey(key: string, columns: readonly string[]): void {
  if (!columns.some((column) => column.toLowerCase() === key.toLowerCase())) return;
  throw new BulkTrouble({
    id: `Kolom --key "${key}" bernama sama dengan kolom hasil. Ganti namanya di berkas.`,
    en: `The --key column "${key}" has the name of a column of the result. Rename it in the file.`,
  });
}

/** Runs a long statement and tells how far it is. */
async function watched(
  { connection, run }: Database,
  stage: Progress["stage"],
  { input, onProgress, signal }: BulkOptions,
  sql: string,
): Promise<void> {
  signal.throwIfAborted();
  const { size: bytes } = await stat(input);
  const timer = setInterval(() => {
    onProgress({ stage, percentage: connection.progress.percentage, bytes });
  }, PROGRESS_MILLISECONDS);
  try {
    await run(sql);
  } catch (error) {
    throw readingTrouble(error, input) ?? error;
  } finally {
    clearInterval(timer);
  }
  signal.throwIfAborted();
}

/** What DuckDB says where it cannot go on; its own words may quote a row. */
function readingTrouble(error: unknown, input: string): BulkTrouble | null {
  const message = String(error);
  if (/Out of Memory/i.test(message)) {
    return new BulkTrouble({
      id: "Memorinya tidak cukup. Beri lebih banyak dengan --memory, atau kurangi --threads.",
      en: "There is not enough memory. Give more with --memory, or fewer --threads.",
    });
  }
  if (!/CSV|Parquet|UTF-?8/i.test(message) || message.includes(BulkDisagreement.MARK)) return null;
  return new BulkTrouble({
    id: `Berkas ${input} tidak dapat dibaca. Periksa apakah isinya UTF-8, ujung barisnya sama semua, dan tanda kutipnya ditutup.`,
    en: `The file ${input} cannot be read. Check that it is UTF-8, that all its lines end alike, and that quotation marks are closed.`,
  });
}
