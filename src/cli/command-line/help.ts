import type { Argument, Command, HelpConfiguration, Option } from "commander";
import { type Language, say, type Text } from "../../engine/model/text.ts";

const TITLES: Readonly<Record<string, Text>> = {
  "Usage:": { id: "Cara pakai:", en: "Usage:" },
  "Arguments:": { id: "Argumen:", en: "Arguments:" },
  "Options:": { id: "Opsi:", en: "Options:" },
  "Commands:": { id: "Perintah:", en: "Commands:" },
};

/** The help of every command in a language; commander's own words are English only. */
export function helpIn(language: Language): HelpConfiguration {
  return {
    styleTitle: (title) => say(TITLES[title] ?? { id: title }, language),
    commandUsage: (command) => usageOf(command, language),
    subcommandTerm: (command) => [command.name(), ...argumentsOf(command)].join(" "),
    optionDescription: (option) =>
      withRemarks(option.description, [
        ...(option.mandatory ? [say({ id: "wajib", en: "required" }, language)] : []),
        // This one says it in words, as what is given here is the reader's own language.
        ...(option.long === "--lang" ? [] : defaultOf(option.defaultValue, language)),
      ]),
    argumentDescription: ({ description, defaultValue }) =>
      withRemarks(description, defaultOf(defaultValue, language)),
  };
}

/** `layak check <service> --facts <file> [options]`: all that must be given, in one line. */
export function usageOf(command: Command, language: Language): string {
  const required = command.options.filter(({ mandatory }) => mandatory).map(({ flags }) => flags);
  const given = argumentsOf(command);
  const rest =
    command.commands.length > 0 && given.length === 0
      ? [`<${say({ id: "perintah", en: "command" }, language)}>`]
      : given;
  const options = `[${say({ id: "opsi", en: "options" }, language)}]`;
  return [pathOf(command), ...rest, ...required, options].join(" ");
}

/** `layak roster import`. */
export function pathOf(command: Command): string {
  return command.parent === null ? command.name() : `${pathOf(command.parent)} ${command.name()}`;
}

function argumentsOf(command: Command): readonly string[] {
  return command.registeredArguments.map(argumentTerm);
}

/** `<service>` where it is required, else `[service]`. */
export function argumentTerm(argument: Argument): string {
  return argument.required ? `<${argument.name()}>` : `[${argument.name()}]`;
}

function defaultOf(value: Option["defaultValue"], language: Language): readonly string[] {
  if (typeof value !== "string") return [];
  return [say({ id: `bila tidak disebut: ${value}`, en: `default: ${value}` }, language)];
}

function withRemarks(description: string, remarks: readonly string[]): string {
  return remarks.length === 0 ? description : `${description} (${remarks.join("; ")})`;
}
