import type { Command } from "commander";
import type { BulkCommandOptions } from "../bulk.ts";
import type { CommandLine } from "../command-line/command-line.ts";
import { FILE, NUMBER, ONE_SERVICE, SERVICE } from "../command-line/shared-options.ts";

const COLUMN = { id: "kolom", en: "column" };

/** `layak bulk`. */
export function describeBulk(program: Command, line: CommandLine): void {
  const { terminal, text, shared, finish } = line;
  const command = program
    .command("bulk")
    .summary(text({ id: "memutuskan seluruh isi berkas", en: "decide a whole file" }))
    .description(
      text({
        id: "Memutuskan setiap baris berkas CSV, NDJSON atau Parquet dengan DuckDB. Urutan baris tetap; baris yang salah disisihkan beserta alasannya.",
        en: "Decides every row of a CSV, NDJSON or Parquet file with DuckDB. Rows keep their order; wrong ones are set aside with the reason.",
      }),
    )
    .argument(`<${text(SERVICE)}>`, text(ONE_SERVICE))
    .requiredOption(
      `--in <${text(FILE)}>`,
      text({
        id: "orang-orangnya: .csv, .ndjson atau .parquet",
        en: "the people: .csv, .ndjson or .parquet",
      }),
    )
    .requiredOption(
      `--out <${text(FILE)}>`,
      text({
        id: "putusannya: .csv, .ndjson atau .parquet",
        en: "the decisions: .csv, .ndjson or .parquet",
      }),
    )
    .option(...shared.asOf)
    .option(...shared.policyVersion);
  describeColumns(command, line);
  command
    .option(
      "--explain",
      text({
        id: "tambahkan penjelasan untuk baris yang tidak memenuhi syarat",
        en: "add the explanation of rows that are not eligible",
      }),
    )
    .option(
      `--memory <${text({ id: "banyaknya", en: "amount" })}>`,
      text({ id: "memori yang boleh dipakai", en: "how much memory it may use" }),
      "400MB",
    )
    .option(
      `--threads <${text(NUMBER)}>`,
      text({ id: "semua inti bila tidak disebut", en: "all cores unless given" }),
    )
    .option(...shared.rules)
    .option(...shared.language)
    .option(...shared.json)
    .action(async (service: string, options: BulkCommandOptions) => {
      const { bulk } = await import("../bulk.ts");
      finish(await bulk(terminal, service, options));
    });
}

function describeColumns(command: Command, { text }: CommandLine): void {
  command
    .option(
      `--rejected <${text(FILE)}>`,
      text({
        id: "baris yang disisihkan; <out>.rejected.csv bila tidak disebut",
        en: "the rows set aside; <out>.rejected.csv unless given",
      }),
    )
    .option(
      `--map <${text(FILE)}>`,
      text({
        id: 'JSON dari nama kolom ke fakta, misalnya {"STATUS": "coverage.status"}',
        en: 'JSON from column to fact, such as {"STATUS": "coverage.status"}',
      }),
    )
    .option(
      `--key <${text(COLUMN)}>`,
      text({
        id: "kolom yang mengenali setiap baris",
        en: "the column that tells which row it is",
      }),
      "id",
    )
    .option(
      `--roster <${text(FILE)}>`,
      text({
        id: "daftar peserta (CSV) yang dicocokkan menurut NIK",
        en: "a coverage roster (CSV), joined by NIK",
      }),
    )
    .option(
      `--nik <${text(COLUMN)}>`,
      text({ id: "kolom NIK, untuk --roster", en: "the column of NIKs, for --roster" }),
      "nik",
    )
    .option(
      "--accept-bad-rows",
      text({
        id: "tinggalkan baris daftar peserta yang salah",
        en: "leave wrong rows of the roster out",
      }),
    );
}
