import type { Command } from "commander";
import type { CommandLine } from "../command-line/command-line.ts";
import { describeRulesOfBoth } from "../command-line/rules-options.ts";
import { DATE, SERVICE } from "../command-line/shared-options.ts";
import type { DiffOptions } from "../diff.ts";

/** `layak diff`. */
export function describeDiff(program: Command, line: CommandLine): void {
  const { terminal, text, shared, finish } = line;
  const command = program
    .command("diff")
    .summary(
      text({
        id: "menunjukkan siapa yang diputus lain oleh perubahan aturan",
        en: "tell whom a change of rules decides otherwise",
      }),
    )
    .description(
      text({
        id: "Membandingkan dua kebijakan menurut keputusannya: bagi setiap pasangan hasil yang berbeda satu pemohon sederhana, dengan kata-kata, beserta pasal penyebabnya; atau bahwa tidak seorang pun diputus lain.\nKode keluar: 0 semua pemohon yang datanya lengkap diputus sama, 4 tidak, 3 belum terjawab, 1 masukan salah atau catatan penetapan dipotong.",
        en: "Compares two policies by what they decide: for each pair of outcomes that differ a smallest applicant, in words, with the clause that causes it; or that nobody is decided otherwise.\nExit codes: 0 everybody of whom all is known is decided alike, 4 not, 3 not settled, 1 bad input, or the record of adoptions was cut.",
      }),
    )
    .argument(
      `[${text(SERVICE)}]`,
      text({
        id: "kota/layanan; semua layanan bila tidak disebut",
        en: "city/service; every service unless given",
      }),
    )
    .option(
      `--from <${text(DATE)}>`,
      text({
        id: "versi sebelumnya; yang dilanjutkan versi kemudian bila tidak disebut",
        en: "the version before; the one that the later follows unless given",
      }),
    )
    .option(
      `--to <${text(DATE)}>`,
      text({
        id: "versi kemudian; yang terakhir bila tidak disebut",
        en: "the version after; the last one unless given",
      }),
    )
    .option(
      `--as-of <${text(DATE)}>`,
      text({
        id: "hari keduanya diputuskan; hari pertama --to bila tidak disebut",
        en: "the day on which both are decided; the first day of --to unless given",
      }),
    )
    .option(
      "--each-on-its-own-day",
      text({
        id: "putuskan masing-masing pada hari pertama versinya sendiri",
        en: "decide each on the first day of its own version",
      }),
    );
  describeRulesOfBoth(command, line);
  command
    .option(...shared.language)
    .option(...shared.json)
    .action(async (service: string | undefined, options: DiffOptions) => {
      const { diff } = await import("../diff.ts");
      finish(await diff(terminal, service, options));
    });
}
