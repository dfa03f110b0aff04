import type { Command } from "commander";
import type { Text } from "../../engine/model/text.ts";
import type { ExitCode, Terminal } from "../terminal.ts";
import type { SharedOptions } from "./shared-options.ts";

/** What each command is described with; what it does is loaded only once it is asked for. */
export interface CommandLine {
  readonly terminal: Terminal;
  /** The words in the language that was asked for. */
  readonly text: (text: Text) => string;
  readonly shared: SharedOptions;
  /** Takes the exit code of a command that has ended. */
  readonly finish: (code: ExitCode) => void;
  /** The same, for a command that leaves something open which would hold the process. */
  readonly finishAtOnce: (code: ExitCode) => never;
}

/** Adds a command to the program: its arguments and options, and what loads and runs it. */
export type DescribeCommand = (program: Command, line: CommandLine) => void;
