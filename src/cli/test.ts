import type { UnaskedDay } from "../analysis/coverage/asked.ts";
import { coverageOfService, type VersionCoverage } from "../analysis/coverage/coverage.ts";
import { runCases, type ServiceResults } from "../analysis/run-cases.ts";
import { todayInJakarta } from "../api/today.ts";
import type { Pack } from "../engine/model/pack.ts";
import { type Language, say } from "../engine/model/text.ts";
import { counted } from "./counted.ts";
import { loadRules } from "./rules.ts";
import { complainIn, EXIT, type ExitCode, readLanguage, type Terminal } from "./terminal.ts";
import { coverageGaps } from "./test/coverage-gaps.ts";
import { coverageJson } from "./test/coverage-json.ts";
import { coverageSummary, coverageTable } from "./test/coverage-table.ts";
import { openRulesIn } from "./test/open-rules.ts";
import { suggest } from "./test/suggest.ts";
import { tellFailure } from "./test/tell-failure.ts";
import { tellUnasked, unaskedDaysIn } from "./test/unasked-days.ts";
import { writePage } from "./test/write-page.ts";

export interface TestOptions {
  readonly lang: string;
  readonly json?: boolean;
  /** Also names all that no case tests. */
  readonly coverage?: boolean;
  /** A file to write the report to, as a page. */
  readonly html?: string;
  /** A service whose missing cases are to be made. */
  readonly suggest?: string;
  /** Adds them to its cases.json. */
  readonly write?: boolean;
}

/**
 * Decides every case of a rules directory and shows each that differs, and why; then tells what the
 * cases test of each policy. What no case tests is told, and is no failure.
 */
export async function test(
  terminal: Terminal,
  directory: string,
  options: TestOptions,
): Promise<ExitCode> {
  const language = readLanguage(terminal, options.lang);
  if (language === null) return EXIT.badInput;
  const pack = await loadRules(terminal, directory, language, {
    today: todayInJakarta(new Date()),
  });
  if (pack === null) return EXIT.badInput;
  if (options.suggest !== undefined) {
    return suggest(terminal, pack, directory, { ...options, suggest: options.suggest }, language);
  }
  if (options.write === true) {
    complainIn(terminal, language, WRITE_WHAT);
    return EXIT.badInput;
  }
  const services = runCases(pack);
  const failed = services.flatMap(({ results }) => results).filter(({ kind }) => kind !== "passed");
  const code = failed.length === 0 ? EXIT.done : EXIT.badInput;
  const coverage = [...pack.services.values()].flatMap((service) =>
    coverageOfService(pack, service),
  );
  const unasked = unaskedDaysIn(pack);
  if (
    options.html !== undefined &&
    !(await writePage(terminal, options.html, coverage, language))
  ) {
    return EXIT.badInput;
  }
  if (options.json === true) {
    const rules = await openRulesIn(directory);
    const told = coverage.map((version) => coverageJson(version, rules));
    terminal.print(
      JSON.stringify({ ok: failed.length === 0, services, coverage: told, unasked }, null, 2),
    );
    return code;
  }
  for (const service of services) {
    for (const line of tellService(terminal, pack, service, language)) terminal.print(line);
  }
  // Who has to mend a case first need not read what others lack.
  if (failed.length === 0 || options.coverage === true) {
    const told = { coverage, unasked };
    for (const line of await tellCoverage(terminal, directory, told, options, language)) {
      terminal.print(line);
    }
  }
  if (options.html !== undefined) {
    terminal.print(
      say({ id: `Laporan: ${options.html}`, en: `Report: ${options.html}` }, language),
    );
  }
  return code;
}

interface Asked {
  readonly coverage: readonly VersionCoverage[];
  readonly unasked: readonly UnaskedDay[];
}

async function tellCoverage(
  { paint }: Terminal,
  directory: string,
  { coverage, unasked }: Asked,
  options: TestOptions,
  language: Language,
): Promise<readonly string[]> {
  const gaps = options.coverage === true ? await tellGaps(directory, coverage, language) : [];
  return [
    "",
    ...coverageTable(paint, coverage, language),
    ...gaps,
    ...tellUnasked(paint, unasked, language),
    ...coverageSummary(paint, { coverage, isWhole: unasked.length === 0 }, directory, language),
  ];
}

async function tellGaps(
  directory: string,
  coverage: readonly VersionCoverage[],
  language: Language,
): Promise<readonly string[]> {
  const pointing = { directory, rules: await openRulesIn(directory) };
  return coverage.flatMap((version) => coverageGaps(version, pointing, language));
}

const WRITE_WHAT = {
  id: "--write menulis kasus yang disarankan; sebut layanannya: layak test --suggest <kota>/<layanan> --write",
  en: "--write writes suggested cases; name the service: layak test --suggest <city>/<service> --write",
};

function tellService(
  { paint }: Terminal,
  pack: Pack,
  { service, results }: ServiceResults,
  language: Language,
): readonly string[] {
  const passed = results.filter(({ kind }) => kind === "passed").length;
  const line = say(
    {
      id: `${service}: ${passed} dari ${results.length} kasus sesuai`,
      en: `${service}: ${passed} of ${counted(results.length, "case")} as expected`,
    },
    language,
  );
  return [
    passed === results.length ? paint.green(line) : paint.red(line),
    ...results.flatMap((result) => tellFailure(pack, result, language)),
  ];
}
