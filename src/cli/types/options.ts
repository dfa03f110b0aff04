import type { Command } from "commander";
import type { CommandLine } from "../command-line/command-line.ts";
import { FILE, FOLDER, RULES_FOLDER } from "../command-line/shared-options.ts";
import type { TypesOptions } from "../types.ts";

/** `layak types`. */
export function describeTypes(program: Command, line: CommandLine): void {
  const { terminal, text, shared, finish } = line;
  program
    .command("types")
    .summary(
      text({
        id: "menulis tipe TypeScript dari fakta dan layanan",
        en: "write TypeScript types of facts and services",
      }),
    )
    .description(
      text({
        id: "Menulis tipe semua fakta, nama layanan, dan fakta yang dibaca setiap layanan, supaya kompilator memeriksa pertanyaan kepada Layak.",
        en: "Writes the types of all facts, the names of the services and the facts that each reads, so that a compiler checks what Layak is asked.",
      }),
    )
    .argument(`[${text(FOLDER)}]`, text(RULES_FOLDER), "rules")
    .option(
      `--out <${text(FILE)}>`,
      text({
        id: "berkas .d.ts yang ditulis atau ditimpa; tanpa ini dicetak",
        en: "the .d.ts file to write or replace; printed without it",
      }),
    )
    .option(...shared.language)
    .action(async (directory: string, options: TypesOptions) => {
      const { types } = await import("../types.ts");
      finish(await types(terminal, directory, options));
    });
}
