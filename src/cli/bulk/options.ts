import type { Command } from "commander";
import type { BulkCommandOptions } from "../bulk.ts";
import type { CommandLine } from "../command-line/command-line.ts";
import { describeMachine, describePeople } from "../command-line/people-options.ts";
import { FILE, ONE_SERVICE, SERVICE } from "../command-line/shared-options.ts";

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
    .option(...shared.policyVersion)
    .option(
      `--rejected <${text(FILE)}>`,
      text({
        id: "baris yang disisihkan; <out>.rejected.csv bila tidak disebut",
        en: "the rows set aside; <out>.rejected.csv unless given",
      }),
    );
  describePeople(command, line);
  command.option(
    "--explain",
    text({
      id: "tambahkan penjelasan untuk baris yang tidak memenuhi syarat",
      en: "add the explanation of rows that are not eligible",
    }),
  );
  describeMachine(command, line);
  command
    .option(...shared.rules)
    .option(...shared.language)
    .option(...shared.json)
    .action(async (service: string, options: BulkCommandOptions) => {
      const { bulk } = await import("../bulk.ts");
      finish(await bulk(terminal, service, options));
    });
}
