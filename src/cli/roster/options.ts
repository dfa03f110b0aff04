import type { Command } from "commander";
import type { CommandLine } from "../command-line/command-line.ts";
import { FILE, FOLDER, NUMBER } from "../command-line/shared-options.ts";
import type { RosterImportOptions, RosterPruneOptions } from "../roster.ts";

/** `layak roster import` and `layak roster prune`. */
export function describeRoster(program: Command, line: CommandLine): void {
  const { text } = line;
  const roster = program
    .command("roster")
    .summary(
      text({
        id: "mengimpor dan membersihkan daftar peserta",
        en: "import and prune the coverage roster",
      }),
    )
    .description(
      text({
        id: "Memakai ekspor kantor cabang, dan menghapus yang tidak dipakai lagi.",
        en: "Takes a branch office's export into use, and removes what went out of use.",
      }),
    );
  describeImport(roster.command("import"), line);
  describePrune(roster.command("prune"), line);
}

function describeImport(command: Command, line: CommandLine): void {
  const { terminal, text, finishAtOnce } = line;
  withDatabase(command, line)
    .summary(text({ id: "memakai sebuah daftar peserta", en: "take a roster into use" }))
    .description(
      text({
        id: "Membaca ekspor CSV dan memakainya setelah semuanya masuk; sampai saat itu, dan bila ada baris yang salah, yang lama tetap dipakai.",
        en: "Reads a CSV export and takes it into use once all of it is in; until then, and where a row is wrong, the old one stays.",
      }),
    )
    .argument(
      `<${text(FILE)}>`,
      text({
        id: "berkas CSV: nik, status, programmes, paid_through, segment",
        en: "the CSV file: nik, status, programmes, paid_through, segment",
      }),
    )
    .option(
      `--observed-at <${text({ id: "waktu", en: "time" })}>`,
      text({
        id: "kapan diekspor, dengan zona waktu; waktu berkasnya bila tidak disebut",
        en: "when it was exported, with time zone; the file's time unless given",
      }),
    )
    .option(
      "--complete",
      text({
        id: "memuat semua peserta: yang tidak ada di dalamnya bukan peserta",
        en: "it names every member: whoever is missing is no member",
      }),
    )
    .option(
      "--accept-bad-rows",
      text({ id: "tinggalkan baris yang salah", en: "leave wrong rows out" }),
    )
    .action(async (file: string, options: RosterImportOptions) => {
      const { rosterImport } = await import("../roster.ts");
      finishAtOnce(await rosterImport(terminal, file, options));
    });
}

function describePrune(command: Command, line: CommandLine): void {
  const { terminal, text, finishAtOnce } = line;
  withDatabase(command, line)
    .summary(text({ id: "menghapus daftar lama", en: "remove old rosters" }))
    .description(
      text({
        id: "Menghapus daftar yang sudah cukup lama tidak dipakai, tidak pernah yang sedang dipakai.",
        en: "Removes rosters that went out of use long enough ago, never the one in use.",
      }),
    )
    .option(
      `--keep-hours <${text(NUMBER)}>`,
      text({ id: "berapa jam disimpan", en: "how long they are kept" }),
      "24",
    )
    .action(async (options: RosterPruneOptions) => {
      const { rosterPrune } = await import("../roster.ts");
      finishAtOnce(await rosterPrune(terminal, options));
    });
}

function withDatabase(command: Command, { text, shared }: CommandLine): Command {
  return command
    .option(
      `--data <${text(FOLDER)}>`,
      text({
        id: "tempat kunci identitas dan basis data disimpan",
        en: "where the identity key and the database are kept",
      }),
      ".layak",
    )
    .option(
      "--endpoint <url>",
      text({
        id: "endpoint DynamoDB sebagai ganti basis data tertanam",
        en: "a DynamoDB endpoint instead of the embedded database",
      }),
    )
    .option(...shared.language)
    .option(...shared.json);
}
