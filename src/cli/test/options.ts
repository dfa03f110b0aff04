import type { Command } from "commander";
import type { CommandLine } from "../command-line/command-line.ts";
import { FILE, FOLDER, RULES_FOLDER, SERVICE } from "../command-line/shared-options.ts";
import type { TestOptions } from "../test.ts";

/** `layak test`. */
export function describeTest(program: Command, line: CommandLine): void {
  const { terminal, text, shared, finish } = line;
  program
    .command("test")
    .summary(
      text({ id: "menjalankan contoh kasus aturan", en: "run the cases of a rules directory" }),
    )
    .description(
      text({
        id: "Memutuskan setiap contoh kasus, menunjukkan yang hasilnya lain daripada yang diharapkan dan mengapa, serta bagian kebijakan mana yang diuji.\nKode keluar: 0 semua sesuai, 1 tidak.",
        en: "Decides every case, shows each that differs from what is expected, and why, and tells what of each policy the cases test.\nExit codes: 0 all as expected, 1 not.",
      }),
    )
    .argument(`[${text(FOLDER)}]`, text(RULES_FOLDER), "rules")
    .option(
      "--coverage",
      text({
        id: "sebut setiap pasal, alasan dan batas yang belum diuji contoh mana pun",
        en: "name every clause, reason and limit that no case tests",
      }),
    )
    .option(
      `--html <${text(FILE)}>`,
      text({
        id: "tulis halaman yang menunjukkan pasal mana yang diuji",
        en: "write a page that shows which clauses the cases test",
      }),
    )
    .option(
      `--suggest <${text(SERVICE)}>`,
      text({
        id: "buat contoh yang masih kurang bagi satu layanan, untuk dipastikan orang",
        en: "make the cases that a service lacks, to be confirmed by people",
      }),
    )
    .option(
      "--write",
      text({
        id: "bersama --suggest: tambahkan ke cases.json layanan itu",
        en: "with --suggest: add them to the service's cases.json",
      }),
    )
    .option(...shared.language)
    .option(...shared.json)
    .action(async (directory: string, options: TestOptions) => {
      const { test } = await import("../test.ts");
      finish(await test(terminal, directory, options));
    });
}
