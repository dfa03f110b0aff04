import { join } from "node:path";
import type { Pack } from "../engine/model/pack.ts";
import { type Language, say, type Text } from "../engine/model/text.ts";
import { checkFiles } from "../pack/check-files.ts";
import { readRuleFiles } from "../pack/read-pack.ts";
import { HYPHENED_ID } from "../pack/schemas/basics.ts";
import { type CityFlags, type NewCity, newCityAnswers } from "./new/city/answers.ts";
import type { Questions } from "./new/questions.ts";
import { ruleText } from "./new/rule-text.ts";
import { writeFiles } from "./new/write-files.ts";
import { loadRules, tellDiagnostic } from "./rules.ts";
import { complainIn, EXIT, type ExitCode, readLanguage, type Terminal } from "./terminal.ts";

export interface NewCityOptions extends CityFlags {
  readonly rules: string;
  readonly lang: string;
  readonly json?: boolean;
}

/** Makes the folder of a city: what else it needs is the nation's until it has its own. */
export async function createNewCity(
  terminal: Terminal,
  questions: Questions,
  city: string,
  options: NewCityOptions,
): Promise<ExitCode> {
  const language = readLanguage(terminal, options.lang);
  if (language === null) return EXIT.badInput;
  const { rules } = options;
  if (city === SCHEMA_FOLDER) {
    complainIn(terminal, language, {
      id: `Folder "${city}" menyimpan skema untuk penyunting. Pakai nama lain, misalnya kota-${city}.`,
      en: `The folder "${city}" holds the schemas for editors. Use another name, such as kota-${city}.`,
    });
    return EXIT.badInput;
  }
  if (!HYPHENED_ID.test(city)) {
    complainIn(terminal, language, {
      id: `"${city}" tidak dapat menjadi nama folder kota. Pakai huruf kecil, angka dan tanda hubung, misalnya kota-serang.`,
      en: `"${city}" cannot be the name of a city's folder. Use small letters, digits and hyphens, such as kota-serang.`,
    });
    return EXIT.badInput;
  }
  const pack = await loadRules(terminal, rules, language);
  if (pack === null) return EXIT.badInput;
  const read = await readRuleFiles(rules);
  if (!read.ok) return EXIT.badInput;
  const path = `${city}/city.json`;
  if (read.files.has(path)) {
    complainIn(terminal, language, {
      id: `${join(rules, path)} sudah ada dan tidak akan ditimpa. Ubah berkasnya, atau mulai layanannya dengan: layak new ${city}/<layanan>`,
      en: `${join(rules, path)} is there already and will not be overwritten. Edit it, or begin a service with: layak new ${city}/<service>`,
    });
    return EXIT.badInput;
  }
  const answers = await newCityAnswers({ terminal, questions, language }, options, areasIn(pack));
  if (answers === null) return EXIT.badInput;
  const text = cityText(answers);
  const checked = checkFiles(new Map([...read.files, [path, text]]));
  if (!checked.ok) {
    for (const diagnostic of checked.diagnostics) {
      terminal.complain(tellDiagnostic(diagnostic, rules, language));
    }
    return EXIT.badInput;
  }
  try {
    await writeFiles(rules, [{ path, text, isNew: true }]);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    complainIn(terminal, language, {
      id: `Tidak dapat ditulis: ${reason}. Periksa izin folder itu.`,
      en: `It cannot be written: ${reason}. Check the permissions of the folder.`,
    });
    return EXIT.badInput;
  }
  if (options.json === true) terminal.print(JSON.stringify({ city, path, ...answers }, null, 2));
  else for (const line of tellNext(city, rules, language)) terminal.print(line);
  return EXIT.done;
}

function areasIn({ cities }: Pack): ReadonlyMap<string, string> {
  return new Map([...cities].flatMap(([id, { area }]) => (area === undefined ? [] : [[area, id]])));
}

/** Stands beside the cities and is none. */
const SCHEMA_FOLDER = "schema";

function cityText({ label, area, offices }: NewCity): string {
  const city = {
    $schema: "../schema/city.schema.json",
    label,
    ...(area !== null && { area }),
    offices,
  };
  return `${ruleText(city)}\n`;
}

function tellNext(city: string, directory: string, language: Language): readonly string[] {
  const written = join(directory, city, "city.json");
  const rules = directory === "rules" ? "" : ` --rules ${directory}`;
  const where = directory === "rules" ? "" : ` ${directory}`;
  const lines: readonly Text[] = [
    { id: `Dibuat: ${written}`, en: `Written: ${written}` },
    {
      id: "Parameter, sumber dan fakta nasional berlaku juga di sini, sampai kota ini menulis miliknya.",
      en: "The nation's parameters, sources and facts hold here too, until this city writes its own.",
    },
    { id: "", en: "" },
    { id: "Langkah berikutnya:", en: "What to do next:" },
    {
      id: `  1. layak new ${city}/<layanan>${rules}   layanan pertamanya`,
      en: `  1. layak new ${city}/<service>${rules}   its first service`,
    },
    {
      id: `  2. layak validate${where}   apa yang salah, di barisnya`,
      en: `  2. layak validate${where}   what is wrong, at its line`,
    },
    {
      id: `  3. Perangkat daerah yang mengajukan sendiri ditulis dalam "offices" di ${written}`,
      en: `  3. Offices that apply themselves stand in "offices" of ${written}`,
    },
  ];
  return lines.map((line) => say(line, language));
}
