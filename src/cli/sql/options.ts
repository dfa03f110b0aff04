import type { Command } from "commander";
import type { CommandLine } from "../command-line/command-line.ts";
import { ONE_SERVICE, SERVICE } from "../command-line/shared-options.ts";
import type { SqlOptions } from "../sql.ts";

/** `layak sql`. */
export function describeSql(program: Command, line: CommandLine): void {
  const { terminal, text, shared, finish } = line;
  program
    .command("sql")
    .summary(
      text({
        id: "menuliskan kebijakan sebagai satu SELECT",
        en: "print a policy as one SELECT",
      }),
    )
    .description(
      text({
        id: "Menuliskan kebijakan sebagai satu SELECT: putusan setiap baris, setiap syarat, dan data yang kurang. Tabelnya berisi satu kolom untuk setiap fakta.",
        en: "Prints a policy as one SELECT: the outcome of every row, each requirement's, and what is missing. Its table has one column for each fact.",
      }),
    )
    .argument(`<${text(SERVICE)}>`, text(ONE_SERVICE))
    .option(...shared.asOf)
    .option(...shared.policyVersion)
    .option("--dialect <name>", text({ id: "duckdb atau trino", en: "duckdb or trino" }), "duckdb")
    .option(
      `--table <${text({ id: "nama", en: "name" })}>`,
      text({ id: "tabel permohonan", en: "the table of applications" }),
      "applications",
    )
    .option(
      `--key <${text({ id: "kolom", en: "column" })}>`,
      text({
        id: "kolom yang mengenali setiap permohonan",
        en: "the column that tells which application it is",
      }),
      "id",
    )
    .option(
      "--columns",
      text({
        id: "tuliskan kolom tabelnya (CREATE TABLE), bukan SELECT",
        en: "print the columns of the table (CREATE TABLE) and not the SELECT",
      }),
    )
    .option(...shared.rules)
    .option(...shared.language)
    .option(...shared.json)
    .action(async (service: string, options: SqlOptions) => {
      const { sql } = await import("../sql.ts");
      finish(await sql(terminal, service, options));
    });
}
