import { todayInJakarta } from "../api/today.ts";
import { loadDuckDB } from "../bulk/database.ts";
import { formOf } from "../bulk/form.ts";
import { BulkTrouble } from "../bulk/trouble.ts";
import { checkAsOf, findService } from "../engine/decision/versions.ts";
import { LayakError } from "../engine/errors.ts";
import type { Pack } from "../engine/model/pack.ts";
import type { Language } from "../engine/model/text.ts";
import { asked } from "../engine/suggest.ts";
import { formatDiagnostic } from "../pack/diagnostics/format.ts";
import { populationOf } from "../population/population.ts";
import { interruptible } from "./bulk/interrupts.ts";
import { InputTrouble } from "./input.ts";
import { basisOf } from "./population/basis.ts";
import { MarginalsFaults, openMarginals } from "./population/marginals-files.ts";
import { rowsOf, seedOf, shareOf } from "./population/numbers.ts";
import { rowsTeller } from "./population/tell-progress.ts";
import { tellSummary } from "./population/tell-summary.ts";
import { writePopulation } from "./population/write-file.ts";
import { loadRules } from "./rules.ts";
import { complainIn, EXIT, type ExitCode, readLanguage, type Terminal } from "./terminal.ts";

export interface PopulationCommandOptions {
  readonly out: string;
  readonly rows: string;
  readonly seed: string;
  readonly asOf?: string;
  readonly marginals?: readonly string[];
  readonly unknown: string;
  readonly with?: string;
  readonly rules: string;
  readonly lang: string;
  readonly json?: boolean;
}

/** Makes a file of synthetic applications for a service. */
export async function population(
  terminal: Terminal,
  service: string,
  options: PopulationCommandOptions,
): Promise<ExitCode> {
  const language = readLanguage(terminal, options.lang);
  if (language === null) return EXIT.badInput;
  const pack = await loadRules(terminal, options.rules, language);
  if (pack === null) return EXIT.badInput;
  return await interruptible(async (signal) => {
    try {
      return await makePopulation(terminal, pack, service, options, language, signal);
    } catch (error) {
      signal.throwIfAborted();
      return tellTrouble(terminal, language, error);
    }
  });
}

async function makePopulation(
  terminal: Terminal,
  pack: Pack,
  service: string,
  options: PopulationCommandOptions,
  language: Language,
  signal: AbortSignal,
): Promise<ExitCode> {
  const { out, asOf = todayInJakarta(new Date()), marginals: named = [] } = options;
  const [rows, seed, unknown] = [
    rowsOf(options.rows),
    seedOf(options.seed),
    shareOf(options.unknown),
  ];
  findService(pack, service);
  checkAsOf(asOf);
  const besides = factsNamed(pack, options.with);
  // Known at once, and not only when all rows are written.
  if (formOf(out) === "parquet") await loadDuckDB();
  const { marginals, files } = await openMarginals({ pack, service, asOf, named });
  const made = populationOf(pack, { service, asOf, seed, marginals, unknown, besides });
  const progress = rowsTeller(rows, language, process.stderr);
  try {
    await writePopulation(out, made, { rows, onRows: progress.tell, signal });
  } finally {
    progress.end();
  }
  const basis = basisOf(made, marginals);
  const summary = { service, asOf, seed, rows, out, marginals: files, basis };
  if (options.json === true) terminal.print(JSON.stringify(summary, null, 2));
  else tellSummary(terminal, language, summary);
  return EXIT.done;
}

/** The facts that `--with` names. @throws InputTrouble */
function factsNamed({ facts, suggest }: Pack, named: string | undefined): readonly string[] {
  const ids = (named ?? "").split(",").flatMap((id) => id.trim() || []);
  for (const id of ids) {
    const fact = facts.get(id);
    if (fact !== undefined && fact.compute === undefined) continue;
    const known = [...facts].flatMap(([one, { compute }]) => (compute === undefined ? [one] : []));
    const near = asked(suggest(id, known));
    throw new InputTrouble({
      id: `--with menyebut "${id}", yang bukan fakta yang dapat diisi.${near.id}`,
      en: `--with names "${id}", which is no fact that can be given.${near.en}`,
    });
  }
  return ids;
}

function tellTrouble(terminal: Terminal, language: Language, error: unknown): ExitCode {
  if (error instanceof MarginalsFaults) {
    for (const diagnostic of error.diagnostics) {
      terminal.complain(formatDiagnostic(diagnostic, language));
    }
    complainIn(terminal, language, {
      id: "Populasi belum dibuat. Perbaiki berkasnya, lalu jalankan lagi.",
      en: "No population was made. Mend the file and run this again.",
    });
  } else if (
    error instanceof BulkTrouble ||
    error instanceof InputTrouble ||
    error instanceof LayakError
  ) {
    complainIn(terminal, language, error.text);
  } else throw error;
  return EXIT.badInput;
}
