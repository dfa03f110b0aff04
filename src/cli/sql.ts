import { todayInJakarta } from "../api/today.ts";
import { programOf } from "../engine/decision/program.ts";
import { LayakError } from "../engine/errors.ts";
import { columnsOf } from "../sql/columns.ts";
import { createTable } from "../sql/create-table.ts";
import { DIALECTS, isDialectName } from "../sql/dialects/dialects.ts";
import { quotedName } from "../sql/quote.ts";
import { selectOf } from "../sql/select.ts";
import { loadRules } from "./rules.ts";
import { complainIn, EXIT, type ExitCode, readLanguage, type Terminal } from "./terminal.ts";

export interface SqlOptions {
  readonly asOf?: string;
  readonly policyVersion?: string;
  readonly dialect: string;
  readonly table: string;
  readonly key: string;
  readonly columns?: boolean;
  readonly rules: string;
  readonly lang: string;
  readonly json?: boolean;
}

/** Prints a policy as one statement that decides a whole table, or the table that it asks. */
export async function sql(
  terminal: Terminal,
  service: string,
  options: SqlOptions,
): Promise<ExitCode> {
  const language = readLanguage(terminal, options.lang);
  if (language === null) return EXIT.badInput;
  const { dialect: name, asOf = todayInJakarta(new Date()), policyVersion, table, key } = options;
  if (!isDialectName(name)) {
    complainIn(terminal, language, {
      id: `--dialect harus "duckdb" atau "trino", bukan "${name}".`,
      en: `--dialect must be "duckdb" or "trino", not "${name}".`,
    });
    return EXIT.badInput;
  }
  const pack = await loadRules(terminal, options.rules, language);
  if (pack === null) return EXIT.badInput;
  try {
    const version = policyVersion === undefined ? {} : { version: policyVersion };
    const program = programOf(pack, { service, asOf, ...version });
    const dialect = DIALECTS[name];
    const from = table.split(".").map(quotedName).join(".");
    const text =
      options.columns === true
        ? createTable(program, { dialect, table: from, keys: [key] })
        : selectOf(program, { dialect, table: from, keys: [key] });
    if (options.json === true) {
      const columns = columnsOf(program).map(({ id, column }) => ({ id, column }));
      terminal.print(JSON.stringify({ service, asOf, dialect: name, columns, sql: text }, null, 2));
    } else terminal.print(text.trimEnd());
    return EXIT.done;
  } catch (error) {
    if (!(error instanceof LayakError)) throw error;
    complainIn(terminal, language, error.text);
    return EXIT.badInput;
  }
}
