import type { Command } from "commander";
import type { CommandLine } from "../command-line/command-line.ts";
import { DATE, FOLDER, FORMAT, RULES_FOLDER } from "../command-line/shared-options.ts";
import type { ValidateOptions } from "../validate.ts";

/** `layak validate`. */
export function describeValidate(program: Command, line: CommandLine): void {
  const { terminal, text, shared, finish } = line;
  program
    .command("validate")
    .summary(text({ id: "memeriksa folder aturan", en: "check a rules directory" }))
    .description(
      text({
        id: "Menyebut semua yang salah dalam folder aturan, dan yang agaknya tidak dimaksudkan, pada baris dan kolomnya.\nKode keluar: 0 sah, 1 ada kesalahan, atau ada peringatan bila peringatan pun harus gagal.",
        en: "Tells everything that is wrong with a rules directory, and what in it can hardly be meant, at its line and column.\nExit codes: 0 valid, 1 with errors, or with warnings where they are to fail.",
      }),
    )
    .argument(`[${text(FOLDER)}]`, text(RULES_FOLDER), "rules")
    .option(
      `--as-of <${text(DATE)}>`,
      text({
        id: "hari mulai kebijakan diperiksa; hari ini bila tidak disebut",
        en: "the day from which on policies are looked at; today unless given",
      }),
    )
    .option("--strict", text({ id: "peringatan pun dianggap gagal", en: "let warnings fail too" }))
    .option(
      `--format <${text(FORMAT)}>`,
      text({
        id: "text, json, github (perintah alur kerja) atau sarif",
        en: "text, json, github (workflow commands) or sarif",
      }),
    )
    .option(...shared.language)
    .option(...shared.json)
    .action(async (directory: string, options: ValidateOptions) => {
      const { validate } = await import("../validate.ts");
      finish(await validate(terminal, directory, options));
    });
}
