import { Command, CommanderError } from "commander";
import { type Language, say, type Text } from "../../engine/model/text.ts";
import { EXIT } from "../terminal.ts";
import type { CommandLine, DescribeCommand } from "./command-line.ts";
import { helpIn, pathOf } from "./help.ts";
import { describeHelp } from "./help-command.ts";
import { tellMisuse } from "./misuse.ts";
import { sharedOptions } from "./shared-options.ts";

/** What the program works with, besides its commands. */
export interface Surroundings extends Pick<CommandLine, "terminal" | "finish" | "finishAtOnce"> {
  readonly version: string;
}

/** Runs the command that the words after `layak` ask for, or tells what is wrong with them. */
export async function run(
  words: readonly string[],
  commands: readonly DescribeCommand[],
  surroundings: Surroundings,
): Promise<void> {
  const asked = languageAsked(words);
  const language = asked === "en" ? "en" : "id";
  const program = programIn(language, surroundings);
  const text = (one: Text) => say(one, language);
  const shared = sharedOptions(text, asked ?? "id");
  program.option(...shared.language);
  const line = { ...surroundings, text, shared };
  for (const describe of [...commands, describeHelp]) describe(program, line);
  let ended = program;
  for (const command of withDescendants(program)) {
    command.exitOverride((error) => {
      ended = command;
      throw error;
    });
  }
  try {
    await program.parseAsync(words, { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    surroundings.finish(error.exitCode === 0 ? EXIT.done : EXIT.badInput);
    // Its help, or its version, has been printed.
    if (error.code === "commander.help" || error.exitCode === 0) return;
    const told = tellMisuse({ command: ended, error, words }, language);
    for (const line of told) surroundings.terminal.complain(line);
  }
}

function programIn(language: Language, { terminal, version }: Surroundings): Command {
  const text = (one: Text) => say(one, language);
  const help = text({ id: "tampilkan bantuan", en: "show help" });
  return (
    new Command("layak")
      .description(
        text({
          id: "Memutuskan kelayakan untuk layanan kota dari aturan JSON, dan mengatakan alasannya.",
          en: "Decides eligibility for city services from JSON rules, and says why.",
        }),
      )
      .version(version, "-V, --version", text({ id: "cetak versinya", en: "print the version" }))
      .configureHelp(helpIn(language))
      .configureOutput({
        writeOut: (written) => terminal.print(written.replace(/\n$/, "")),
        writeErr: (written) => terminal.complain(written.replace(/\n$/, "")),
        // Its messages are English only; they are told in the reader's language after the parse.
        outputError: () => {},
      })
      .showSuggestionAfterError(false)
      .helpOption("-h, --help", help)
      .helpCommand(false)
      .addHelpText("afterAll", ({ command }) => otherLanguage(command, language))
      // So that each command has a --lang of its own, and both places are understood.
      .enablePositionalOptions()
  );
}

function otherLanguage(command: Command, language: Language): string {
  return language === "id"
    ? `In English: ${pathOf(command)} --help --lang en`
    : `Dalam bahasa Indonesia: ${pathOf(command)} --help`;
}

/** What the last `--lang` of the words says; read first, as help and complaints speak it too. */
function languageAsked(words: readonly string[]): string | undefined {
  const index = words.findLastIndex((word) => /^--lang(?:=|$)/.test(word));
  return index === -1 ? undefined : (words[index]?.split("=")[1] ?? words[index + 1]);
}

function withDescendants(command: Command): readonly Command[] {
  return [command, ...command.commands.flatMap(withDescendants)];
}
