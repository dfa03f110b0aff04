import type { Command } from "commander";
import type { AdoptOptions } from "../adopt.ts";
import type { CommandLine } from "../command-line/command-line.ts";
import { DATE, NAME, ONE_SERVICE, SERVICE, WORDS } from "../command-line/shared-options.ts";

/** `layak adopt`. */
export function describeAdopt(program: Command, line: CommandLine): void {
  const { terminal, text, shared, finish } = line;
  program
    .command("adopt")
    .summary(
      text({ id: "mencatat penetapan sebuah versi", en: "put an adopted version on record" }),
    )
    .description(
      text({
        id: "Memeriksa sebuah versi dan contoh kasusnya, menjadikannya berstatus adopted, lalu mencatat siapa yang menetapkannya, kapan dan mengapa, dengan segel.\nKode keluar: 0 tercatat, atau dengan --dry-run dapat dicatat; 1 tidak.",
        en: "Checks a version and its cases, sets its status to adopted and records who adopted it, when and why, with a seal.\nExit codes: 0 on record, or with --dry-run fit for it; 1 not.",
      }),
    )
    .argument(`<${text(SERVICE)}>`, text(ONE_SERVICE))
    .requiredOption(
      `--from <${text(DATE)}>`,
      text({
        id: "hari pertama versi itu: nama berkasnya",
        en: "the version's first day: its file's name",
      }),
    )
    .requiredOption(
      `--by <${text(NAME)}>`,
      text({ id: "pejabat yang menetapkan", en: "the official who decided" }),
    )
    .requiredOption(
      `--why <${text(WORDS)}>`,
      text({
        id: "keputusan yang menjadi dasarnya, atau alasan koreksinya",
        en: "the decision that it rests on, or why it is corrected",
      }),
    )
    .option(
      `--on <${text(DATE)}>`,
      text({
        id: "tanggal keputusannya; hari ini di Jakarta bila tidak disebut",
        en: "the day of the decision; today in Jakarta unless given",
      }),
    )
    .option(
      "--correct",
      text({
        id: "boleh mengubah jawaban bagi hari yang sudah lewat",
        en: "let it change answers of days that have passed",
      }),
    )
    .option(
      "--withdraw",
      text({
        id: "tarik penetapan versi yang belum berlaku",
        en: "withdraw the adoption of a version that is not in force yet",
      }),
    )
    .option(
      `--despite <${text({ id: "kode", en: "code" })}>`,
      text({
        id: "temuan yang memang dimaksud, misalnya LYK902; dapat diulang",
        en: "a finding that is meant, such as LYK902; can be given again",
      }),
      (code: string, before: readonly string[] = []) => [...before, code],
    )
    .option(
      `--because <${text(WORDS)}>`,
      text({ id: "alasan untuk --despite", en: "the reason for --despite" }),
    )
    .option(
      "--dry-run",
      text({
        id: "periksa semuanya tanpa mengubah berkas apa pun",
        en: "check everything and change no file",
      }),
    )
    .option(...shared.rules)
    .option(...shared.language)
    .option(...shared.json)
    .action(async (service: string, options: AdoptOptions) => {
      const { adopt } = await import("../adopt.ts");
      finish(await adopt(terminal, service, options));
    });
}
