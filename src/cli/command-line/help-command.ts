import type { Command } from "commander";
import { EXIT } from "../terminal.ts";
import type { CommandLine } from "./command-line.ts";

/** The code of the error that `layak help` ends with, asked about a command that is not there. */
export const NOTHING_TO_HELP_WITH = "layak.nothingToHelpWith";

/** `layak help`: commander's own answers a mistyped command with the help of the whole program. */
export function describeHelp(program: Command, { text, shared, finish }: CommandLine): void {
  const description = text({ id: "tampilkan bantuan", en: "show help" });
  program
    .command("help")
    .summary(description)
    .description(description)
    .argument(
      `[${text({ id: "perintah", en: "command" })}...]`,
      text({ id: "yang dijelaskan; semuanya bila tidak disebut", en: "which; all unless given" }),
    )
    .option(...shared.language)
    .action((names: readonly string[]) => {
      let asked = program;
      for (const name of names) {
        const found = asked.commands.find((one) => one.name() === name);
        if (found === undefined) {
          asked.error(`no command '${name}'`, { code: NOTHING_TO_HELP_WITH });
        } else asked = found;
      }
      asked.outputHelp();
      finish(EXIT.done);
    });
}
