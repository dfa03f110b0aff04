import { say } from "../engine/model/text.ts";
import { packTypes } from "../module/pack-types.ts";
import { InputTrouble } from "./input.ts";
import { loadRules } from "./rules.ts";
import { complainIn, EXIT, type ExitCode, readLanguage, type Terminal } from "./terminal.ts";
import { writeWhole } from "./write-whole.ts";

export interface TypesOptions {
  readonly out?: string;
  readonly lang: string;
}

/** Writes the types of a rules directory's facts and services, to a file or to the terminal. */
export async function types(
  terminal: Terminal,
  directory: string,
  { out, lang }: TypesOptions,
): Promise<ExitCode> {
  const language = readLanguage(terminal, lang);
  if (language === null) return EXIT.badInput;
  const pack = await loadRules(terminal, directory, language);
  if (pack === null) return EXIT.badInput;
  const text = packTypes(pack);
  if (out === undefined) {
    terminal.print(text.trimEnd());
    return EXIT.done;
  }
  try {
    await writeWhole(out, text);
  } catch (error) {
    if (!(error instanceof InputTrouble)) throw error;
    complainIn(terminal, language, error.text);
    return EXIT.badInput;
  }
  const { size } = pack.services;
  terminal.print(
    say(
      {
        id: `Ditulis: ${out} (${size} layanan, ${pack.facts.size} fakta).`,
        en: `Written: ${out} (${size} services, ${pack.facts.size} facts).`,
      },
      language,
    ),
  );
  return EXIT.done;
}
