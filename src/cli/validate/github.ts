import { join } from "node:path";
import { type Language, say } from "../../engine/model/text.ts";
import { DIAGNOSTIC_CODES } from "../../pack/diagnostics/codes.ts";
import type { Diagnostic } from "../../pack/diagnostics/diagnostic.ts";

/**
 * A diagnostic as a workflow command of GitHub Actions, which shows it beside the line of a pull
 * request. `directory` is where the rules are, from the repository's root.
 */
export function githubCommand(
  diagnostic: Diagnostic,
  directory: string,
  language: Language,
): string {
  const { severity, file, line, column, code, message, help } = diagnostic;
  const path = join(directory, file).replaceAll("\\", "/");
  const title = `${code} ${say(DIAGNOSTIC_CODES[code], language)}`;
  const properties = [
    `file=${property(path)}`,
    `line=${line}`,
    `col=${column}`,
    `title=${property(title)}`,
  ];
  const told = help === undefined ? "" : `\n${say(help, language)}`;
  return `::${severity} ${properties.join(",")}::${data(say(message, language) + told)}`;
}

/** As @actions/core escapes what stands after the command. */
function data(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

/** As @actions/core escapes a property, which commas and colons would end. */
function property(text: string): string {
  return data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
