import type { Command, CommanderError } from "commander";
import { type Language, say, type Text } from "../../engine/model/text.ts";
import { suggest } from "../../pack/suggest.ts";
import { argumentTerm, pathOf, usageOf } from "./help.ts";
import { NOTHING_TO_HELP_WITH } from "./help-command.ts";

/** What a command was asked that it does not understand. */
export interface Misuse {
  readonly command: Command;
  readonly error: CommanderError;
  /** The words after `layak`. */
  readonly words: readonly string[];
}

/** Says what is wrong with the words of a command, and how it is called. */
export function tellMisuse(misuse: Misuse, language: Language): readonly string[] {
  const { command } = misuse;
  const usage = usageOf(command, language);
  const help = `${pathOf(command)} --help`;
  return [
    say(problemOf(misuse), language),
    say({ id: `Cara pakai: ${usage}`, en: `Usage: ${usage}` }, language),
    say({ id: `Selengkapnya: ${help}`, en: `More: ${help} --lang en` }, language),
  ];
}

function problemOf(misuse: Misuse): Text {
  const { command, error, words } = misuse;
  const dashed = words.find((word) => /^[–—]/.test(word));
  if (dashed !== undefined) return wrongDash(dashed);
  switch (error.code) {
    case "commander.unknownCommand":
      return unknownCommand(command, command.args[0] ?? "");
    case NOTHING_TO_HELP_WITH:
      return unknownCommand(command, quotedIn(error.message));
    case "commander.unknownOption":
      return unknownOption(command, quotedIn(error.message));
    case "commander.missingMandatoryOptionValue": {
      // Asked for `--form`, it lacks `--from`: the mistyped word is what helps.
      const unknown = unknownOptionAmong(command, words);
      return unknown === undefined ? whatIsMissing(command) : unknownOption(command, unknown);
    }
    case "commander.missingArgument":
      return whatIsMissing(command);
    case "commander.optionMissingArgument":
      return missingValue(quotedIn(error.message));
    case "commander.excessArguments":
      return tooMany(command);
    default:
      return { id: error.message, en: error.message };
  }
}

function wrongDash(word: string): Text {
  const meant = `--${word.replace(/^[–—]+/, "")}`;
  return {
    id: `"${word}" dimulai dengan garis panjang. Tulis dua tanda hubung: ${meant}`,
    en: `"${word}" begins with a long dash. Write two hyphens: ${meant}`,
  };
}

function unknownCommand(command: Command, asked: string): Text {
  const names = command.commands.map((one) => one.name());
  const near = suggest(asked, names);
  const all = names.join(", ");
  return {
    id: `${pathOf(command)} tidak mengenal perintah "${asked}". ${near === null ? `Yang ada: ${all}.` : `Mungkin maksudnya "${near}"?`}`,
    en: `${pathOf(command)} knows no command "${asked}". ${near === null ? `There are: ${all}.` : `Did you mean "${near}"?`}`,
  };
}

function unknownOption(command: Command, asked: string): Text {
  const near = suggest(asked, longFlagsOf(command));
  return {
    id: `${pathOf(command)} tidak mengenal opsi "${asked}".${near === null ? "" : ` Mungkin maksudnya "${near}"?`}`,
    en: `${pathOf(command)} knows no option "${asked}".${near === null ? "" : ` Did you mean "${near}"?`}`,
  };
}

/** All at once: whoever is told one thing at a time has to come back for each. */
function whatIsMissing(command: Command): Text {
  const missingArguments = command.registeredArguments
    .filter(({ required }, index) => required && command.args[index] === undefined)
    .map((argument) => `${argumentTerm(argument)} (${argument.description})`);
  const missingOptions = command.options
    .filter((option) => option.mandatory)
    .filter((option) => command.getOptionValue(option.attributeName()) === undefined)
    .map(({ flags, description }) => `${flags} (${description})`);
  const missing = [...missingArguments, ...missingOptions].join(", ");
  return {
    id: `${pathOf(command)} masih memerlukan ${missing}.`,
    en: `${pathOf(command)} still needs ${missing}.`,
  };
}

function missingValue(flags: string): Text {
  return {
    id: `Nilai opsi ini belum ditulis: ${flags}.`,
    en: `This option lacks its value: ${flags}.`,
  };
}

function tooMany(command: Command): Text {
  const rest = command.args.slice(command.registeredArguments.length).map((word) => `"${word}"`);
  return {
    id: `${pathOf(command)} tidak tahu apa maksud ${rest.join(" ")}. Tulis teks yang berisi spasi di antara tanda kutip.`,
    en: `${pathOf(command)} does not know what ${rest.join(" ")} means. Write a text that holds spaces between quotation marks.`,
  };
}

function unknownOptionAmong(command: Command, words: readonly string[]): string | undefined {
  const known = longFlagsOf(command);
  return words
    .filter((word) => word.startsWith("--") && word.length > 2)
    .map((word) => word.split("=")[0] ?? word)
    .find((flag) => !known.includes(flag));
}

function longFlagsOf(command: Command): readonly string[] {
  return [...command.options.flatMap(({ long }) => (long ? [long] : [])), "--help"];
}

/** The user's own word in a message of commander's, which gives it no other way. */
function quotedIn(message: string): string {
  return /'(.*)'/s.exec(message)?.[1] ?? message;
}
