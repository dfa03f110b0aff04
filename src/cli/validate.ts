import { say } from "../engine/model/text.ts";
import { readPack } from "../pack/read-pack.ts";
import { tellDiagnostic } from "./rules.ts";
import { EXIT, type ExitCode, readLanguage, type Terminal } from "./terminal.ts";

export interface ValidateOptions {
  readonly lang: string;
  readonly json?: boolean;
}

/** Tells everything that is wrong with a rules directory, at its line and column. */
export async function validate(
  terminal: Terminal,
  directory: string,
  options: ValidateOptions,
): Promise<ExitCode> {
  const language = readLanguage(terminal, options.lang);
  if (language === null) return EXIT.badInput;
  const result = await readPack(directory);
  const diagnostics = result.ok ? result.warnings : result.diagnostics;
  const code = result.ok ? EXIT.done : EXIT.badInput;
  if (options.json === true) {
    terminal.print(JSON.stringify({ ok: result.ok, diagnostics }, null, 2));
    return code;
  }
  for (const diagnostic of diagnostics) {
    const line = tellDiagnostic(diagnostic, directory, language);
    if (diagnostic.severity === "error") terminal.complain(line);
    else terminal.print(line);
  }
  const errors = diagnostics.filter(({ severity }) => severity === "error").length;
  const warnings = diagnostics.length - errors;
  const services = result.ok ? result.pack.services.size : 0;
  const cases = result.ok
    ? [...result.pack.services.values()].reduce((sum, service) => sum + service.cases.length, 0)
    : 0;
  const summary = result.ok
    ? {
        id: `Aturan sah: ${services} layanan, ${cases} contoh kasus, ${warnings} peringatan.`,
        en: `The rules are valid: ${services} services, ${cases} cases, ${warnings} warnings.`,
      }
    : {
        id: `Aturan belum sah: ${errors} kesalahan, ${warnings} peringatan.`,
        en: `The rules are not valid: ${errors} errors, ${warnings} warnings.`,
      };
  if (result.ok) terminal.print(terminal.paint.green(say(summary, language)));
  else terminal.complain(say(summary, language));
  return code;
}
