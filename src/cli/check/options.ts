import type { Command } from "commander";
import type { CheckOptions } from "../check.ts";
import type { CommandLine } from "../command-line/command-line.ts";
import { FILE, ONE_SERVICE, SERVICE } from "../command-line/shared-options.ts";

/** `layak check`. */
export function describeCheck(program: Command, line: CommandLine): void {
  const { terminal, text, shared, finish } = line;
  program
    .command("check")
    .summary(text({ id: "memutuskan satu permohonan", en: "decide one application" }))
    .description(
      text({
        id: "Memutuskan satu permohonan.\nKode keluar: 0 memenuhi syarat, 2 belum memenuhi syarat, 3 belum dapat ditentukan, 4 di luar cakupan, 1 masukan salah.",
        en: "Decides one application.\nExit codes: 0 eligible, 2 ineligible, 3 undetermined, 4 out of scope, 1 bad input.",
      }),
    )
    .argument(`<${text(SERVICE)}>`, text(ONE_SERVICE))
    .requiredOption(
      `--facts <${text(FILE)}>`,
      text({
        id: "data permohonan sebagai JSON; - untuk masukan standar",
        en: "the facts as JSON; - for standard input",
      }),
    )
    .option(...shared.asOf)
    .option(...shared.policyVersion)
    .option(...shared.rules)
    .option(...shared.language)
    .option(...shared.json)
    .action(async (service: string, options: CheckOptions) => {
      const { check } = await import("../check.ts");
      finish(await check(terminal, service, options));
    });
}
