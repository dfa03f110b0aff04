import { isAbsolute, join } from "node:path";
import { pathToFileURL } from "node:url";
import manifest from "../../../package.json" with { type: "json" };
import { type Language, say } from "../../engine/model/text.ts";
import { DIAGNOSTIC_CODES, type DiagnosticCode } from "../../pack/diagnostics/codes.ts";
import type { Position } from "../../pack/json/positions.ts";
import type { Results } from "./results.ts";

/**
 * Results as a log of the Static Analysis Results Interchange Format (OASIS SARIF 2.1.0), for tools
 * that gather what checks find.
 */
export function sarifOf(results: Results, language: Language) {
  const { directory, diagnostics, unsettled } = results;
  const codes = [...new Set(diagnostics.map(({ code }) => code))].toSorted();
  return {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "layak",
            version: manifest.version,
            language: language === "id" ? "id-ID" : "en-US",
            rules: codes.map((code) => ({
              id: code,
              shortDescription: { text: say(DIAGNOSTIC_CODES[code], language) },
            })),
          },
        },
        columnKind: "utf16CodeUnits",
        invocations: [
          {
            executionSuccessful: true,
            toolExecutionNotifications: unsettled.map((question) => ({
              level: "note",
              message: { text: notSettled(question.code, language) },
              locations: [locationOf(directory, question.file, question)],
            })),
          },
        ],
        results: diagnostics.map(({ code, severity, file, message, help, ...position }) => ({
          ruleId: code,
          ruleIndex: codes.indexOf(code),
          level: severity,
          message: {
            text: [message, help]
              .flatMap((text) => (text === undefined ? [] : say(text, language)))
              .join("\n"),
          },
          locations: [locationOf(directory, file, position)],
        })),
      },
    ],
  };
}

function notSettled(code: DiagnosticCode, language: Language): string {
  const about = say(DIAGNOSTIC_CODES[code], language);
  return say(
    {
      id: `Belum terjawab dalam batas pencarian: ${code} ${about}`,
      en: `Not settled within the search's limit: ${code} ${about}`,
    },
    language,
  );
}

function locationOf(directory: string, file: string, { line, column }: Position) {
  return {
    physicalLocation: {
      artifactLocation: { uri: uriOf(join(directory, file)) },
      region: { startLine: line, startColumn: column },
    },
  };
}

/** Relative to where the check is run, unless the directory was given as a whole. */
function uriOf(path: string): string {
  if (isAbsolute(path)) return pathToFileURL(path).href;
  return path.replaceAll("\\", "/").split("/").map(encodeURIComponent).join("/");
}
