import type { Command } from "commander";
import type { CommandLine } from "../command-line/command-line.ts";
import { DATE, FORMAT, ONE_SERVICE, SERVICE } from "../command-line/shared-options.ts";
import type { ShowOptions } from "../show.ts";

/** `layak show`. */
export function describeShow(program: Command, line: CommandLine): void {
  const { terminal, text, shared, finish } = line;
  program
    .command("show")
    .summary(
      text({
        id: "menuliskan kebijakan sebagai pasal bernomor",
        en: "tell a policy as numbered clauses",
      }),
    )
    .description(
      text({
        id: "Menuliskan kebijakan sebagai halaman untuk dibaca dan ditandatangani: pasal-pasal yang disusun dari syaratnya, angka, dasar hukum, dan apa yang berubah.",
        en: "Tells a policy as a page to read and sign: clauses made from the conditions, amounts, sources, and what changed.",
      }),
    )
    .argument(`<${text(SERVICE)}>`, text(ONE_SERVICE))
    .option(
      `--as-of <${text(DATE)}>`,
      text({
        id: "hari yang kebijakan dan angkanya dituliskan; hari ini di Jakarta bila tidak disebut",
        en: "the day whose policy and amounts are told; today in Jakarta unless given",
      }),
    )
    .option(
      `--policy-version <${text(DATE)}>`,
      text({
        id: "tuliskan kebijakan berkas ini, juga bila masih rancangan",
        en: "tell the policy of this file, even a draft",
      }),
    )
    .option(
      `--format <${text(FORMAT)}>`,
      text({ id: "text, markdown atau html", en: "text, markdown or html" }),
      "text",
    )
    .option(...shared.rules)
    .option(...shared.language)
    .option(...shared.json)
    .action(async (service: string, options: ShowOptions) => {
      const { show } = await import("../show.ts");
      finish(await show(terminal, service, options));
    });
}
