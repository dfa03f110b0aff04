import { join } from "node:path";
import { findService } from "../engine/decision/versions.ts";
import { LayakError } from "../engine/errors.ts";
import type { Pack, Service } from "../engine/model/pack.ts";
import { type Language, say } from "../engine/model/text.ts";
import { type BuiltModule, builtModules } from "./build/modules.ts";
import { counted } from "./counted.ts";
import { InputTrouble } from "./input.ts";
import { loadRules } from "./rules.ts";
import { complainIn, EXIT, type ExitCode, readLanguage, type Terminal } from "./terminal.ts";
import { writeWhole } from "./write-whole.ts";

export interface BuildOptions {
  readonly out: string;
  readonly service?: string;
  readonly drafts?: boolean;
  readonly lang: string;
  readonly json?: boolean;
}

/** Writes the policies of a rules directory as modules, and tells which, of what days and how large. */
export async function build(
  terminal: Terminal,
  directory: string,
  { out, service, drafts = false, lang, json }: BuildOptions,
): Promise<ExitCode> {
  const language = readLanguage(terminal, lang);
  if (language === null) return EXIT.badInput;
  const pack = await loadRules(terminal, directory, language);
  if (pack === null) return EXIT.badInput;
  try {
    const { modules, files } = builtModules(pack, servicesAsked(pack, service), drafts);
    if (modules.length === 0) {
      complainIn(terminal, language, NOTHING);
      return EXIT.badInput;
    }
    for (const { path, text } of files) await writeWhole(join(out, path), text);
    if (json === true) terminal.print(JSON.stringify({ out, modules }, null, 2));
    else for (const line of told(modules, out, language)) terminal.print(line);
    return EXIT.done;
  } catch (error) {
    if (!(error instanceof LayakError || error instanceof InputTrouble)) throw error;
    complainIn(terminal, language, error.text);
    return EXIT.badInput;
  }
}

const DRAFT = { id: "rancangan", en: "draft" };

const NOTHING = {
  id: "Tidak ada kebijakan untuk ditulis: yang ada hanya rancangan, dan rancangan tidak memutuskan apa pun. --drafts menulisnya juga.",
  en: "There is no policy to write: there are only drafts, and a draft decides nothing. --drafts writes these too.",
};

/** @throws LayakError `service-unknown` */
function servicesAsked(pack: Pack, service: string | undefined): readonly Service[] {
  return service === undefined ? [...pack.services.values()] : [findService(pack, service)];
}

function told(modules: readonly BuiltModule[], out: string, language: Language): readonly string[] {
  const places = modules.map(({ path }) => join(out, path));
  const width = Math.max(...places.map(({ length }) => length));
  const lines = modules.map(({ status, from, until, bytes, gzipped }, index) => {
    const place = (places[index] ?? "").padEnd(width);
    const sizes = `${kilobytes(bytes, language).padStart(7)} (gzip ${kilobytes(gzipped, language)})`;
    const draft = status === "draft" ? `  ${say(DRAFT, language)}` : "";
    return `${place}  ${from} – ${(until ?? "").padEnd(10)}  ${sizes}${draft}`;
  });
  const summary = {
    id: `${modules.length} modul, masing-masing dengan tipenya (.d.mts).`,
    en: `${counted(modules.length, "module")}, each with its types (.d.mts).`,
  };
  return [...lines, say(summary, language)];
}

function kilobytes(bytes: number, language: Language): string {
  const number = (bytes / 1000).toFixed(1);
  return `${language === "id" ? number.replace(".", ",") : number} kB`;
}
