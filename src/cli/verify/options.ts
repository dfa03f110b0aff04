import type { Command } from "commander";
import type { CommandLine } from "../command-line/command-line.ts";
import { FILE, NUMBER } from "../command-line/shared-options.ts";
import type { VerifyOptions } from "../verify.ts";

/** `layak verify`. */
export function describeVerify(program: Command, line: CommandLine): void {
  const { terminal, text, shared, finish } = line;
  program
    .command("verify")
    .summary(text({ id: "memeriksa bukti keputusan", en: "check a receipt" }))
    .description(
      text({
        id: "Mengatakan apakah bukti keputusan asli, apa keputusannya, dan apakah tentang pemohon tertentu; tanpa jaringan.\nKode keluar: 0 asli, 2 palsu, tentang pemohon lain, atau lain daripada isi berkasnya, 1 masukan salah.",
        en: "Says whether a receipt is genuine, what it decides, and whether it is about an applicant; works offline.\nExit codes: 0 genuine, 2 false, about another applicant or other than the file around it, 1 bad input.",
      }),
    )
    .argument(
      `<${text({ id: "bukti", en: "receipt" })}>`,
      text({
        id: "bukti keputusan, atau berkas yang memuatnya; - untuk masukan standar",
        en: "a receipt, or a file that holds one; - for standard input",
      }),
    )
    .requiredOption(
      `--keys <${text(FILE)}>`,
      text({
        id: "kumpulan JWK layanan itu, seperti jawaban GET /v1/keys",
        en: "the JWK set of the service, as GET /v1/keys gives it",
      }),
    )
    .option(
      `--applicant <${text(NUMBER)}>`,
      text({
        id: "nik:…, nib:… atau office:…: apakah bukti ini tentang pemohon itu?",
        en: "nik:…, nib:… or office:…: is the receipt about this applicant?",
      }),
    )
    .option(
      `--salt <${text({ id: "garam", en: "salt" })}>`,
      text({
        id: "salts.subject dari jawaban; dari berkasnya bila tidak disebut",
        en: "salts.subject of the answer; from the file unless given",
      }),
    )
    .option(...shared.language)
    .option(...shared.json)
    .action(async (receipt: string, options: VerifyOptions) => {
      const { verify } = await import("../verify.ts");
      finish(await verify(terminal, receipt, options));
    });
}
