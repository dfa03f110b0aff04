import type { Command } from "commander";
import type { BuildOptions } from "../build.ts";
import type { CommandLine } from "../command-line/command-line.ts";
import { FOLDER, RULES_FOLDER, SERVICE } from "../command-line/shared-options.ts";

/** `layak build`. */
export function describeBuild(program: Command, line: CommandLine): void {
  const { terminal, text, shared, finish } = line;
  program
    .command("build")
    .summary(
      text({
        id: "menulis kebijakan sebagai modul JavaScript",
        en: "write policies as JavaScript modules",
      }),
    )
    .description(
      text({
        id: "Menulis setiap kebijakan, rancangan hanya dengan --drafts, sebagai satu modul ES tanpa dependensi, beserta tipenya: <kota>/<layanan>/<tanggal>.mjs dan .d.mts. Berkas hasil sebelumnya ditimpa.",
        en: "Writes each policy, a draft only with --drafts, as one ES module that needs nothing else, with its types: <city>/<service>/<date>.mjs and .d.mts. Files written before are replaced.",
      }),
    )
    .argument(`[${text(FOLDER)}]`, text(RULES_FOLDER), "rules")
    .requiredOption(
      `--out <${text(FOLDER)}>`,
      text({ id: "folder untuk modulnya", en: "the directory for the modules" }),
    )
    .option(
      `--service <${text(SERVICE)}>`,
      text({
        id: "hanya layanan ini, kota/layanan",
        en: "this service alone, city/service",
      }),
    )
    .option("--drafts", text({ id: "rancangan juga", en: "drafts too" }))
    .option(...shared.language)
    .option(...shared.json)
    .action(async (directory: string, options: BuildOptions) => {
      const { build } = await import("../build.ts");
      finish(await build(terminal, directory, options));
    });
}
