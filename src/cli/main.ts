import { fileURLToPath } from "node:url";
import { Command } from "commander";
import manifest from "../../package.json" with { type: "json" };
import { type AdoptOptions, adopt } from "./adopt.ts";
import { type CheckOptions, check } from "./check.ts";
import type { DiffOptions } from "./diff.ts";
import type { NewOptions } from "./new.ts";
import { type PublicKeysOptions, publicKeys } from "./public-keys.ts";
import { type ReplayOptions, replay } from "./replay.ts";
import type { RosterImportOptions, RosterPruneOptions } from "./roster.ts";
import type { ServeOptions } from "./serve.ts";
import type { ShowOptions } from "./show.ts";
import { EXIT, type ExitCode, processTerminal } from "./terminal.ts";
import { type TestOptions, test } from "./test.ts";
import type { ValidateOptions } from "./validate.ts";
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
    .description(
      "Tells everything that is wrong with a rules directory, and what in it can hardly be meant, at its line and column.\nExit codes: 0 valid, 1 with errors, or with warnings where they are to fail.",
    )
    .argument("[directory]", "the rules directory", "rules")
    .option("--as-of <date>", "the day from which on policies are looked at; today unless given")
    .option("--strict", "let warnings fail too")
    .option("--format <format>", "text, json, github (workflow commands) or sarif")
    .option(...LANGUAGE)
    .option(...JSON_OUTPUT)
    .action(async (directory: string, options: ValidateOptions) => {
      // Loaded only here: the solver takes longer to load than the other commands to run.
      const { validate } = await import("./validate.ts");
      finish(await validate(terminal, directory, options));
    });

  program
    .command("test")
    .summary("run the cases of a rules directory")
    .description(
      "Decides every case, shows each that differs from what is expected, and why, and tells what of each policy the cases test.\nExit codes: 0 all as expected, 1 not.",
    )
    .argument("[directory]", "the rules directory", "rules")
    .option("--coverage", "name every clause, reason and limit that no case tests")
    .option("--html <file>", "write a page that shows which clauses the cases test")
    .option("--suggest <service>", "make the cases that a service lacks, to be confirmed by people")
    .option("--write", "with --suggest: add them to the service's cases.json")
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
    .command("new")
    .summary("begin a new service, or the next version of one")
    .description(
      "Writes a draft with its first cases, never over a file that is there. Asks what no option says.",
    )
    .argument("<service>", "city/service; one that exists gets a next version")
    .option("--from <date>", "the first day in force")
    .option("--title <text>", "the name of a new service, in Indonesian")
    .option("--title-en <text>", "its name in English")
    .option("--owner <text>", "the office in charge of a new service")
    .option("--require <name>", "its first requirement: a shared condition, or a fact to be true")
    .option("--rules <directory>", "the rules directory", "rules")
    .option(...LANGUAGE)
    .option(...JSON_OUTPUT)
    .action(async (service: string, options: NewOptions) => {
      const { createNew } = await import("./new.ts");
      const { questionsOn } = await import("./new/questions.ts");
      const questions = questionsOn(process.stdin, process.stderr);
      finish(await createNew(terminal, questions, service, options));
      questions.close();
    });

  program
    .command("show")
    .summary("tell a policy as numbered clauses")
    .description(
      "Tells a policy as a page to read and sign: clauses made from the conditions, amounts, sources, and what changed.",
    )
    .argument("<service>", "city/service, such as kota-serang/sewa-kios")
    .option(
      "--as-of <date>",
      "the day whose policy and amounts are told; today in Jakarta unless given",
    )
    .option("--policy-version <date>", "tell the policy of this file, even a draft")
    .option("--format <format>", "text, markdown or html", "text")
    .option("--rules <directory>", "the rules directory", "rules")
    .option(...LANGUAGE)
    .option(...JSON_OUTPUT)
    .action(async (service: string, options: ShowOptions) => {
      const { show } = await import("./show.ts");
      finish(await show(terminal, service, options));
    });

  program
    .command("adopt")
    .summary("put an adopted version on record")
    .description(
      "Checks a version and its cases, sets its status to adopted and records who adopted it, when and why, with a seal.\nExit codes: 0 on record, 1 not.",
    )
    .argument("<service>", "city/service, such as kota-serang/sewa-kios")
    .requiredOption("--from <date>", "the version's first day: its file's name")
    .requiredOption("--by <name>", "the official who decided")
    .requiredOption("--why <text>", "the decision that it rests on, or why it is corrected")
    .option("--on <date>", "the day of the decision; today in Jakarta unless given")
    .option("--correct", "let it change answers of days that have passed")
    .option("--rules <directory>", "the rules directory", "rules")
    .option(...LANGUAGE)
    .option(...JSON_OUTPUT)
    .action(async (service: string, options: AdoptOptions) => {
      finish(await adopt(terminal, service, options));
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
