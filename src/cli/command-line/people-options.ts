import type { Command } from "commander";
import type { CommandLine } from "./command-line.ts";
import { COLUMN, FILE, NUMBER } from "./shared-options.ts";

/** How the columns of a file of people are read, and whose coverage is joined to them. */
export function describePeople(command: Command, { text }: CommandLine): void {
  command
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

/** What DuckDB may use of the machine. */
export function describeMachine(command: Command, { text }: CommandLine): void {
  command
    .option(
      `--memory <${text({ id: "banyaknya", en: "amount" })}>`,
      text({ id: "memori yang boleh dipakai", en: "how much memory it may use" }),
      "400MB",
    )
    .option(
      `--threads <${text(NUMBER)}>`,
      text({ id: "semua inti bila tidak disebut", en: "all cores unless given" }),
    );
}
