import { changesBetween } from "../analysis/statement/changes.ts";
import { statementOf } from "../analysis/statement/statement.ts";
import { versionBefore } from "../analysis/statement/versions.ts";
import { todayInJakarta } from "../api/today.ts";
import { digestOf } from "../engine/decision/digest.ts";
import { type Program, programOf } from "../engine/decision/program.ts";
import { LayakError } from "../engine/errors.ts";
import type { Pack } from "../engine/model/pack.ts";
import type { Language } from "../engine/model/text.ts";
import type { Adoption } from "../pack/adoptions/adoption.ts";
import { RECORD_PATH, readRecord } from "../pack/adoptions/record.ts";
import { readRuleFiles } from "../pack/read-pack.ts";
import { loadRules } from "./rules.ts";
import { dayToShow } from "./show/day.ts";
import { asHtml } from "./show/html.ts";
import { asMarkdown } from "./show/markdown.ts";
import { pageOf, type Shown } from "./show/page.ts";
import { asText } from "./show/text.ts";
import { complainIn, EXIT, type ExitCode, readLanguage, type Terminal } from "./terminal.ts";

export interface ShowOptions {
  readonly asOf?: string;
  readonly policyVersion?: string;
  readonly format: string;
  readonly rules: string;
  readonly lang: string;
  readonly json?: boolean;
}

/** Tells a policy as numbered clauses, for those who sign it. */
export async function show(
  terminal: Terminal,
  service: string,
  options: ShowOptions,
): Promise<ExitCode> {
  const language = readLanguage(terminal, options.lang);
  if (language === null) return EXIT.badInput;
  const { format } = options;
  if (format !== "text" && format !== "markdown" && format !== "html") {
    complainIn(terminal, language, {
      id: `--format harus "text", "markdown" atau "html", bukan "${format}".`,
      en: `--format must be "text", "markdown" or "html", not "${format}".`,
    });
    return EXIT.badInput;
  }
  const pack = await loadRules(terminal, options.rules, language);
  if (pack === null) return EXIT.badInput;
  const adoptions = await adoptionsIn(options.rules);
  const shown = stateFor(terminal, pack, adoptions, service, options, language);
  if (shown === null) return EXIT.badInput;
  if (options.json === true) {
    const { before, statement, digest } = shown;
    const changes = before && { from: before.from, ...changesBetween(before, statement) };
    terminal.print(
      JSON.stringify({ ...statement, digest, adoptions: shown.adoptions, changes }, null, 2),
    );
    return EXIT.done;
  }
  const page = pageOf(shown, language);
  if (format === "text") {
    for (const line of asText(page, terminal.paint)) terminal.print(line);
  } else {
    const written = format === "html" ? asHtml(page, language) : asMarkdown(page);
    terminal.print(written.trimEnd());
  }
  return EXIT.done;
}

function stateFor(
  terminal: Terminal,
  pack: Pack,
  adoptions: readonly Adoption[],
  id: string,
  options: ShowOptions,
  language: Language,
): Shown | null {
  try {
    const program = programToShow(pack, id, options);
    const { service, version, asOf } = program;
    const before = versionBefore(service, version);
    return {
      statement: statementOf(program),
      before:
        before === null
          ? null
          : statementOf(programOf(pack, { service: id, asOf, version: before.from })),
      digest: digestOf(program),
      adoptions: adoptions.filter((one) => one.service === id && one.version === version.from),
    };
  } catch (error) {
    if (!(error instanceof LayakError)) throw error;
    complainIn(terminal, language, error.text);
    const versions = pack.services.get(id)?.versions.map(({ from }) => from) ?? [];
    if (error.code === "policy-not-in-force" && versions.length > 0) {
      complainIn(terminal, language, {
        id: `Yang ada: ${versions.join(", ")}. Pilih satu dengan --policy-version.`,
        en: `There are: ${versions.join(", ")}. Choose one with --policy-version.`,
      });
    }
    return null;
  }
}

/** The rules were read and are valid, so the record is too. */
async function adoptionsIn(directory: string): Promise<readonly Adoption[]> {
  const read = await readRuleFiles(directory);
  const text = read.ok ? read.files.get(RECORD_PATH) : undefined;
  const record = readRecord(typeof text === "string" ? text : undefined);
  return record.ok ? record.adoptions : [];
}

function programToShow(pack: Pack, service: string, { asOf, policyVersion }: ShowOptions): Program {
  const today = todayInJakarta(new Date());
  if (policyVersion === undefined) return programOf(pack, { service, asOf: asOf ?? today });
  const first = programOf(pack, { service, asOf: asOf ?? policyVersion, version: policyVersion });
  if (asOf !== undefined) return first;
  const day = dayToShow(first, today);
  return programOf(pack, { service, asOf: day, version: policyVersion });
}
