import { fileURLToPath } from "node:url";
import { Command } from "commander";
import manifest from "../../package.json" with { type: "json" };
import { type CheckOptions, check } from "./check.ts";
import type { DiffOptions } from "./diff.ts";
import { type PublicKeysOptions, publicKeys } from "./public-keys.ts";
import { type ReplayOptions, replay } from "./replay.ts";
import type { RosterImportOptions, RosterPruneOptions } from "./roster.ts";
import type { ServeOptions } from "./serve.ts";
import { EXIT, type ExitCode, processTerminal } from "./terminal.ts";
import { type TestOptions, test } from "./test.ts";
import { type ValidateOptions, validate } from "./validate.ts";
import type { VerifyOptions } from "./verify.ts";

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
    .command("diff")
    .summary("tell whom a change of rules decides otherwise")
    .description(
      "Compares two policies by what they decide: for each pair of outcomes that differ a smallest applicant, in words, with the clause that causes it; or that nobody is decided otherwise.\nExit codes: 0 everybody of whom all is known is decided alike, 4 not, 3 not settled, 1 bad input.",
    )
    .argument("[service]", "city/service; every service unless given")
    .option("--from <date>", "the version before; the one that the later follows unless given")
    .option("--to <date>", "the version after; the last one unless given")
    .option(
      "--as-of <date>",
      "the day on which both are decided; the first day of --to unless given",
    )
    .option("--each-on-its-own-day", "decide each on the first day of its own version")
    .option("--rules <directory>", "the rules directory", "rules")
    .option("--from-rules <directory>", "another rules directory for the version before")
    .option("--to-rules <directory>", "another rules directory for the version after")
    .option("--from-revision <revision>", "take the rules before from this revision of git")
    .option(...LANGUAGE)
    .option(...JSON_OUTPUT)
    .action(async (service: string | undefined, options: DiffOptions) => {
      // Loaded only here: no other command needs the library of textual changes.
      const { diff } = await import("./diff.ts");
      finish(await diff(terminal, service, options));
    });

  program
    .command("verify")
    .summary("check a receipt")
    .description(
      "Says whether a receipt is genuine, what it decides, and whether it is about an applicant; works offline.\nExit codes: 0 genuine, 2 false, about another applicant or other than the file around it, 1 bad input.",
    )
    .argument("<receipt>", "a receipt, or a file that holds one; - for standard input")
    .requiredOption("--keys <file>", "the JWK set of the service, as GET /v1/keys gives it")
    .option("--applicant <number>", "nik:… or nib:…: is the receipt about this applicant?")
    .option("--salt <salt>", "salts.subject of the answer; from the file unless given")
    .option(...LANGUAGE)
    .option(...JSON_OUTPUT)
    .action(async (receipt: string, options: VerifyOptions) => {
      // Loaded only here: no other command needs the library of signatures.
      const { verify } = await import("./verify.ts");
      finish(await verify(terminal, receipt, options));
    });

  program
    .command("public-keys")
    .summary("print the public keys of the signing keys")
    .description("Prints what GET /v1/keys is to publish, without anything that signs.")
    .argument("<file>", "the signing keys; - for standard input")
    .option(...LANGUAGE)
    .action(async (file: string, options: PublicKeysOptions) => {
      finish(await publicKeys(terminal, file, options));
    });

  program
    .command("replay")
    .summary("decide a recorded decision again")
    .description(
      "Decides the record of a decision again, by the policy in it, and says whether the answer is the same.\nExit codes: 0 same, 2 different, 1 bad input.",
    )
    .argument("<file>", "what GET /v1/decisions/{id}/record gave; - for standard input")
    .option("--rules <directory>", "also tell what the rules of this directory answer")
    .option(...LANGUAGE)
    .option(...JSON_OUTPUT)
    .action(async (file: string, options: ReplayOptions) => {
      finish(await replay(terminal, file, options));
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
      const contract = fileURLToPath(new URL("functions/contract/", import.meta.url));
      finish(await serve(terminal, { ...options, contract }));
      // Connections that clients keep open would hold the process for seconds.
      process.exit();
    });

  const roster = program
    .command("roster")
    .summary("import and prune the coverage roster")
    .description("Takes a branch office's export into use, and removes what went out of use.");
  const withDatabase = (command: Command) =>
    command
      .option("--data <directory>", "where the identity key and the database are kept", ".layak")
      .option("--endpoint <url>", "a DynamoDB endpoint instead of the embedded database")
      .option(...LANGUAGE)
      .option(...JSON_OUTPUT);

  withDatabase(roster.command("import"))
    .summary("take a roster into use")
    .description(
      "Reads a CSV export and takes it into use once all of it is in; until then, and where a row is wrong, the old one stays.",
    )
    .argument("<file>", "the CSV file: nik, status, programmes, paid_through, segment")
    .option(
      "--observed-at <time>",
      "when it was exported, with time zone; the file's time unless given",
    )
    .option("--complete", "it names every member: whoever is missing is no member")
    .option("--accept-bad-rows", "leave wrong rows out")
    .action(async (file: string, options: RosterImportOptions) => {
      const { rosterImport } = await import("./roster.ts");
      finish(await rosterImport(terminal, file, options));
      process.exit();
    });

  withDatabase(roster.command("prune"))
    .summary("remove old rosters")
    .description("Removes rosters that went out of use long enough ago, never the one in use.")
    .option("--keep-hours <number>", "how long they are kept", "24")
    .action(async (options: RosterPruneOptions) => {
      const { rosterPrune } = await import("./roster.ts");
      finish(await rosterPrune(terminal, options));
      process.exit();
    });

  return program;
}

await commandLine((code) => {
  process.exitCode = code;
}).parseAsync();
