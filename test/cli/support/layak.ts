import { run } from "../../../src/cli/command-line/program.ts";
import { COMMANDS } from "../../../src/cli/commands.ts";
import type { ExitCode } from "../../../src/cli/terminal.ts";
import { recordingTerminal } from "../../support/terminal.ts";

/** What `layak` tells and how it ends, asked by these words. */
export interface Asked {
  readonly code: ExitCode | null;
  readonly out: readonly string[];
  readonly err: readonly string[];
}

/** Asks the command line as a process would, without being one. */
export async function layak(words: readonly string[]): Promise<Asked> {
  const terminal = recordingTerminal();
  let code: ExitCode | null = null;
  await run(words, COMMANDS, {
    terminal,
    version: "0.0.0",
    finish: (given) => {
      code = given;
    },
    finishAtOnce: () => {
      throw new Error("no command that is asked here holds the process");
    },
  });
  return { code, out: terminal.out, err: terminal.err };
}
