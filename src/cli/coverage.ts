import { writeFile } from "node:fs/promises";
import { todayInJakarta } from "../api/today.ts";
import type { Language } from "../engine/model/text.ts";
import { isDate } from "../engine/values/calendar.ts";
import { countMonth, type MonthCount } from "../monitoring/coverage/count.ts";
import type { MonthRoster } from "../monitoring/coverage/people.ts";
import {
  askedFor,
  type CoverageReport,
  DIMENSIONS,
  officeReport,
  type PublicReport,
  publicReport,
} from "../monitoring/coverage/report.ts";
import { PROGRAMMES } from "../registry/roster-file/codes.ts";
import { readContributions } from "./coverage/contribution.ts";
import { coverageHtml } from "./coverage/html.ts";
import { labelsOf } from "./coverage/labels.ts";
import { readPopulation } from "./coverage/read-population.ts";
import { readMonthRoster } from "./coverage/read-roster.ts";
import { type Counting, readRecord, recordText, refuseRetelling } from "./coverage/record.ts";
import { readDimensions, readProgrammes, readRosterFiles } from "./coverage/request.ts";
import { tellDoubts, tellPublication, tellReport } from "./coverage/tell.ts";
import { InputTrouble } from "./input.ts";
import { loadRules } from "./rules.ts";
import { complainIn, EXIT, type ExitCode, readLanguage, type Terminal } from "./terminal.ts";
import { writeWhole } from "./write-whole.ts";

export interface CoverageOptions {
  readonly roster?: readonly string[];
  readonly population?: string;
  readonly by?: string;
  readonly asOf?: string;
  readonly complete?: boolean;
  readonly withoutGrace?: boolean;
  readonly acceptBadRows?: boolean;
  readonly contribution?: string;
  readonly programmes?: string;
  readonly city?: string;
  /** Hide small numbers everywhere. */
  readonly public?: boolean;
  /** Hide nothing, not even in the page. */
  readonly office?: boolean;
  readonly html?: string;
  /** The record of what left the office before; this is added to it. */
  readonly published?: string;
  readonly rules: string;
  readonly lang: string;
  readonly json?: boolean;
}

/** Counts who is protected and who is not, from rosters and a population. */
export async function coverage(terminal: Terminal, options: CoverageOptions): Promise<ExitCode> {
  const language = readLanguage(terminal, options.lang);
  if (language === null) return EXIT.badInput;
  try {
    return await count(terminal, options, language);
  } catch (error) {
    if (!(error instanceof InputTrouble)) throw error;
    complainIn(terminal, language, error.text);
    return EXIT.badInput;
  }
}

async function count(
  terminal: Terminal,
  options: CoverageOptions,
  language: Language,
): Promise<ExitCode> {
  const asOf = options.asOf ?? todayInJakarta(new Date());
  if (!isDate(asOf)) throw new InputTrouble(noDay(asOf));
  if (options.public === true && options.office === true) throw new InputTrouble(BOTH);
  const leaves = options.public === true || (options.html !== undefined && options.office !== true);
  if (options.published !== undefined && !leaves) throw new InputTrouble(NOTHING_LEAVES);
  const by = readDimensions(options.by);
  const programmes = readProgrammes(options.programmes, options.contribution);
  const files = readRosterFiles(options.roster ?? [], asOf);
  const pack = await loadRules(terminal, options.rules, language);
  if (pack === null) return EXIT.badInput;
  const { contribution: parameter, city } = options;
  const wanted = { parameter, programmes, city, asOf };
  const contributions = readContributions(pack, wanted);
  const acceptBadRows = options.acceptBadRows === true;
  const reading = { acceptBadRows, graceCounts: options.withoutGrace !== true };
  const complete = options.complete === true;
  const { population: path } = options;
  const population = path === undefined ? null : await readPopulation(path, acceptBadRows);
  const rosters: MonthRoster[] = [];
  for (const file of files) rosters.push(await readMonthRoster(file, reading));
  const months = rosters.map((roster) =>
    countMonth(roster, population, { complete, programmes: PROGRAMMES }),
  );
  const labelOf = labelsOf(pack, language, city);
  const told = { asOf, complete, by, contributions };
  const whole = officeReport(months, told);
  tellDoubts(terminal, whole, labelOf, language);
  const outside = leaves ? await publication(options, months, told) : null;
  if (outside !== null) {
    const isKept = options.published !== undefined;
    tellPublication(terminal, outside.told, isKept, language);
  }
  const reportFor = (isPublic: boolean): CoverageReport =>
    isPublic && outside !== null ? outside.report : whole;
  if (options.html !== undefined) {
    const labelsIn = (one: Language) => labelsOf(pack, one, city);
    const page = coverageHtml(reportFor(options.office !== true), labelsIn, language);
    await write(options.html, page);
  }
  const report = reportFor(options.public === true);
  if (options.json === true) terminal.print(JSON.stringify(report, null, 2));
  else tellReport(terminal, report, labelOf, language);
  return EXIT.done;
}

/** What is to leave the office, on record before it does where a record is kept. */
async function publication(
  { published: path, withoutGrace }: CoverageOptions,
  months: readonly MonthCount[],
  options: Parameters<typeof publicReport>[1],
): Promise<PublicReport> {
  if (path === undefined) return publicReport(months, options);
  const counting: Counting = { complete: options.complete, graceCounts: withoutGrace !== true };
  const before = await readRecord(path, counting);
  refuseRetelling(
    path,
    before,
    months.map((month) => askedFor(month, DIMENSIONS)),
  );
  const publication = publicReport(months, options, before);
  await writeWhole(path, recordText(publication.told, counting));
  return publication;
}

async function write(path: string, page: string): Promise<void> {
  try {
    await writeFile(path, page);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new InputTrouble({
      id: `${path} tidak dapat ditulis: ${reason}. Sebut berkas di folder yang ada.`,
      en: `${path} cannot be written: ${reason}. Name a file in a folder that is there.`,
    });
  }
}

const BOTH = {
  id: "Pilih salah satu: --public menyembunyikan angka kecil, --office tidak menyembunyikan apa pun.",
  en: "Choose one: --public hides small numbers, --office hides nothing.",
};

const NOTHING_LEAVES = {
  id: "--published mencatat apa yang keluar dari kantor: pakai bersama --html atau --public, tanpa --office.",
  en: "--published records what leaves the office: use it with --html or --public, without --office.",
};

function noDay(asOf: string) {
  return {
    id: `--as-of "${asOf}" tidak ada di kalender; tulis TTTT-BB-HH, misalnya 2026-11-22.`,
    en: `--as-of "${asOf}" is not in the calendar; write YYYY-MM-DD, such as 2026-11-22.`,
  };
}
