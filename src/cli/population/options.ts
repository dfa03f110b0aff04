import type { Command } from "commander";
import type { CommandLine } from "../command-line/command-line.ts";
import { DATE, FILE, NUMBER, ONE_SERVICE, SERVICE } from "../command-line/shared-options.ts";
import type { PopulationCommandOptions } from "../population.ts";

/** `layak population`. */
export function describePopulation(program: Command, line: CommandLine): void {
  const { terminal, text, shared, finish } = line;
  program
    .command("population")
    .summary(text({ id: "membuat populasi buatan", en: "make a synthetic population" }))
    .description(
      text({
        id: "Membuat berkas permohonan buatan untuk sebuah layanan, satu baris satu permohonan, menurut angka yang dinyatakan. Tanpa NIK dan tanpa nama. Benih yang sama memberi berkas yang sama.",
        en: "Makes a file of synthetic applications for a service, one a row, by the figures that are stated. No NIK and no names. The same seed gives the same file.",
      }),
    )
    .argument(`<${text(SERVICE)}>`, text(ONE_SERVICE))
    .requiredOption(
      `--out <${text(FILE)}>`,
      text({
        id: "populasinya: .csv, .ndjson atau .parquet",
        en: "the population: .csv, .ndjson or .parquet",
      }),
    )
    .option(
      `--rows <${text(NUMBER)}>`,
      text({ id: "banyaknya permohonan", en: "how many applications" }),
      "10000",
    )
    .option(
      `--seed <${text(NUMBER)}>`,
      text({ id: "benih acakannya", en: "the seed of the random numbers" }),
      "1",
    )
    .option(
      `--as-of <${text(DATE)}>`,
      text({
        id: "hari yang dipakai tanggal-tanggalnya; hari ini di Jakarta bila tidak disebut",
        en: "the day that its dates are about; today in Jakarta unless given",
      }),
    )
    .option(
      `--marginals <${text(FILE)}>`,
      text({
        id: "angka populasinya (JSON), atau nama salah satu bawaan; boleh diulang, yang belakangan menggantikan",
        en: "what the population is like (JSON), or the name of one that comes with Layak; may be repeated, later ones replace",
      }),
      (path: string, before: readonly string[] | undefined) => [...(before ?? []), path],
    )
    .option(
      `--unknown <${text(NUMBER)}>`,
      text({
        id: "bagian yang belum diketahui dari fakta yang tidak dinyatakan",
        en: "the share that is not known of facts that are not stated",
      }),
      "0.02",
    )
    .option(
      `--with <${text({ id: "fakta", en: "facts" })}>`,
      text({
        id: "fakta lain yang ikut ditulis, dipisahkan koma",
        en: "other facts to write as well, parted by commas",
      }),
    )
    .option(...shared.rules)
    .option(...shared.language)
    .option(...shared.json)
    .action(async (service: string, options: PopulationCommandOptions) => {
      const { population } = await import("../population.ts");
      finish(await population(terminal, service, options));
    });
}
