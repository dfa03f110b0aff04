import { Command } from "commander";
import manifest from "../../package.json" with { type: "json" };
import { type CheckOptions, check } from "./check.ts";
import type { ServeOptions } from "./serve.ts";
import { EXIT, type ExitCode, processTerminal } from "./terminal.ts";
import { type TestOptions, test } from "./test.ts";
import { type ValidateOptions, validate } from "./validate.ts";

const LANGUAGE = ["--lang <language>", "id (Indonesian) or en (English)", "id"] as const;
const JSON_OUTPUT = ["--json", "print JSON for programs"] as const;

/** The command line. Commands answer with an exit code; only this file ends the process. */
function commandLine(finish: (code: ExitCode) => void): Command {
  const terminal = processTerminal();
  const program = new Command("layak")
    .description("Decides eligibility for city services from JSON rules, and says why.")
    .version(manifest.version, "-V, --version", "print the version")
    .showHelpAfterError()
    .exitOverride((error) => finish(error.exitCode === 0 ? EXIT.done : EXIT.badInput));

  program
    .command("check")
    .summary("decide one application")
    .description(
      "Decides one application.\nExit codes: 0 eligible, 2 ineligible, 3 undetermined, 4 out of scope, 1 bad input.",
    )
    .argument("<service>", "city/service, such as kota-serang/sewa-kios")
    .requiredOption("--facts <file>", "the facts as JSON; - for standard input")
    .option("--as-of <date>", "the day to decide for; today in Jakarta unless given")
    .option("--policy-version <date>", "let the policy of this file decide, even a draft")
    .option("--rules <directory>", "the rules directory", "rules")
    .option(...LANGUAGE)
    .option(...JSON_OUTPUT)
    .action(async (service: string, options: CheckOptions) => {
      finish(await check(terminal, service, options));
    });

  program
    .command("validate")
    .summary("check a rules directory")
    .description("Tells everything that is wrong with a rules directory, at its line and column.")
    .argument("[directory]", "the rules directory", "rules")
    .option(...LANGUAGE)
    .option(...JSON_OUTPUT)
    .action(async (directory: string, options: ValidateOptions) => {
      finish(await validate(terminal, directory, options));
    });

  program
    .command("test")
    .summary("run the cases of a rules directory")
    .description("Decides every case and shows each that differs from what is expected, and why.")
    .argument("[directory]", "the rules directory", "rules")
    .option(...LANGUAGE)
    .option(...JSON_OUTPUT)
    .action(async (directory: string, options: TestOptions) => {
      finish(await test(terminal, directory, options));
    });

  program
    .command("serve")
    .summary("run the eligibility API on this machine")
    .description(
      "Runs the eligibility API on this machine, with an embedded database and a synthetic roster unless an endpoint is given.",
    )
    .option("--port <number>", "the port on 127.0.0.1; 0 for any free one", "3000")
    .option("--rules <directory>", "the rules directory", "rules")
    .option("--data <directory>", "where the embedded database is kept", ".layak")
    .option("--endpoint <url>", "a DynamoDB endpoint instead of the embedded database")
    .option(...LANGUAGE)
    .action(async (options: ServeOptions) => {
      // Loaded only here: the database client takes longer to load than the other commands to run.
      const { serve } = await import("./serve.ts");
      finish(await serve(terminal, options));
      // Connections that clients keep open would hold the process for seconds.
      process.exit();
    });

  return program;
}

await commandLine((code) => {
  process.exitCode = code;
}).parseAsync();
