import { writeFile } from "node:fs/promises";
import type { VersionCoverage } from "../../analysis/coverage/coverage.ts";
import type { Language } from "../../engine/model/text.ts";
import { complainIn, type Terminal } from "../terminal.ts";
import { coverageHtml } from "./page/html.ts";
import { policyPage } from "./page/policy-page.ts";

/** Writes the report; false after telling that the file cannot be written. */
export async function writePage(
  terminal: Terminal,
  path: string,
  coverage: readonly VersionCoverage[],
  language: Language,
): Promise<boolean> {
  const pages = coverage.map((version) => policyPage(version, language));
  try {
    await writeFile(path, coverageHtml(pages, language));
    return true;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    complainIn(terminal, language, {
      id: `${path} tidak dapat ditulis: ${reason}. Sebut berkas di folder yang ada.`,
      en: `${path} cannot be written: ${reason}. Name a file in a folder that is there.`,
    });
    return false;
  }
}
