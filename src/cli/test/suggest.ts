import { readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { wordsOfTarget } from "../../analysis/coverage/words.ts";
import { withCases } from "../../analysis/suggest/add-cases.ts";
import { type NotFound, suggestFor } from "../../analysis/suggest/suggest.ts";
import { findService } from "../../engine/decision/versions.ts";
import { LayakError } from "../../engine/errors.ts";
import type { Case, Pack, Service } from "../../engine/model/pack.ts";
import { type Language, say, type Text } from "../../engine/model/text.ts";
import { counted } from "../counted.ts";
import { complainIn, EXIT, type ExitCode, type Terminal } from "../terminal.ts";
import { testCommand } from "./command.ts";
import { tellSuggestions } from "./tell-suggestions.ts";

export interface SuggestOptions {
  readonly suggest: string;
  readonly write?: boolean;
  readonly json?: boolean;
}

/** Makes the cases that a service lacks; adds them to its cases.json where that is asked. */
export async function suggest(
  terminal: Terminal,
  pack: Pack,
  directory: string,
  options: SuggestOptions,
  language: Language,
): Promise<ExitCode> {
  const service = serviceNamed(terminal, pack, options.suggest, language);
  if (service === null) return EXIT.badInput;
  const { suggestions, notFound } = suggestFor(pack, service);
  const cases = suggestions.map(({ test }) => test);
  const path = join(directory, service.id, "cases.json");
  if (options.write === true && cases.length > 0) await addTo(path, cases);
  if (options.json === true) {
    terminal.print(JSON.stringify(cases, null, 2));
    return EXIT.done;
  }
  for (const line of tellSuggestions(pack, service, suggestions, language)) terminal.print(line);
  for (const line of notFoundLines(notFound, language)) terminal.print(line);
  terminal.print(
    say(nextStep(service.id, cases.length, { path, directory }, options.write === true), language),
  );
  return EXIT.done;
}

/** What stays without a case, so that nobody takes what is suggested for all there is. */
function notFoundLines(notFound: readonly NotFound[], language: Language): readonly string[] {
  if (notFound.length === 0) return [];
  const heading: Text = {
    id: "Kasusnya tidak ditemukan, mungkin karena memang tidak dapat terjadi:",
    en: "No case was found, perhaps as it cannot happen, of:",
  };
  const told = notFound.map(({ target, prepared }) => wordsOfTarget(prepared.program, target));
  return [say(heading, language), ...told.map((words) => `  ${words[language]}`)];
}

function serviceNamed(
  terminal: Terminal,
  pack: Pack,
  id: string,
  language: Language,
): Service | null {
  try {
    return findService(pack, id);
  } catch (error) {
    if (!(error instanceof LayakError)) throw error;
    complainIn(terminal, language, error.text);
    return null;
  }
}

/** A reader of the file sees it as it was, or with all the cases. */
async function addTo(path: string, cases: readonly Case[]): Promise<void> {
  const text = await readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return null;
    throw error;
  });
  const beside = `${path}.new`;
  await writeFile(beside, withCases(text, cases));
  await rename(beside, path);
}

function nextStep(
  service: string,
  count: number,
  { path, directory }: { readonly path: string; readonly directory: string },
  isWritten: boolean,
): Text {
  const command = `${testCommand(directory)} --suggest ${service} --write`;
  if (count === 0) {
    return {
      id: `${service}: tidak ada kasus yang perlu ditambah.`,
      en: `${service}: no case has to be added.`,
    };
  }
  if (isWritten) {
    return {
      id: `${count} kasus ditambahkan di akhir ${path}. Periksa satu per satu: bila hasilnya benar, hapus "note" dan isi "confirmed"; bila tidak, aturannya yang perlu diubah.`,
      en: `${counted(count, "case")} ${count === 1 ? "was" : "were"} added at the end of ${path}. Check each: if its result is right, remove "note" and fill in "confirmed"; if not, it is the policy that has to change.`,
    };
  }
  return {
    id: `${count} kasus disarankan; hasilnya menurut aturan sekarang. Tambahkan ke ${path}: ${command}`,
    en: `${counted(count, "case")} ${count === 1 ? "is" : "are"} suggested, with the result that the policy gives today. Add them to ${path}: ${command}`,
  };
}
