import type { Command } from "commander";
import type { CommandLine } from "../command-line/command-line.ts";
import { describeMachine, describePeople } from "../command-line/people-options.ts";
import { describeRulesOfBoth } from "../command-line/rules-options.ts";
import { DATE, FILE, NUMBER, ONE_SERVICE, SERVICE } from "../command-line/shared-options.ts";
import type { SimulateOptions } from "../simulate.ts";

/** `layak simulate`. */
export function describeSimulate(program: Command, line: CommandLine): void {
  const { terminal, text, shared, finish } = line;
  const command = program
    .command("simulate")
    .summary(
      text({
        id: "menghitung siapa yang putusannya berubah dalam satu berkas",
        en: "count whose outcome a change of rules turns, in a whole file",
      }),
    )
    .description(
      text({
        id: "Memutuskan setiap baris sebuah berkas menurut dua kebijakan pada satu hari, dan menghitung yang berubah: ke mana, sebabnya, dan siapa. Kedua kebijakan disebut seperti pada layak diff.",
        en: "Decides each row of a file by two policies on one day, and counts what changes: which way, why, and who. The two policies are named as for layak diff.",
      }),
    )
    .argument(`<${text(SERVICE)}>`, text(ONE_SERVICE))
    .requiredOption(
      `--in <${text(FILE)}>`,
      text({
        id: "orang-orangnya: .csv, .ndjson atau .parquet",
        en: "the people: .csv, .ndjson or .parquet",
      }),
    );
  describePolicies(command, line);
  command
    .option(
      `--by <${text({ id: "fakta,…", en: "fact,…" })}>`,
      text({
        id: "rinci menurut fakta atau kolom berkas, dipisahkan koma",
        en: "break down by facts or columns of the file, parted by commas",
      }),
    )
    .option(
      `--out <${text(FILE)}>`,
      text({ id: "tulis laporannya sebagai JSON", en: "write the report as JSON" }),
    )
    .option(
      `--html <${text(FILE)}>`,
      text({
        id: "tulis laporannya sebagai satu halaman dengan bagan",
        en: "write the report as one page with charts",
      }),
    )
    .option(
      `--examples <${text(NUMBER)}>`,
      text({ id: "contoh setiap perubahan", en: "examples of each change" }),
      "3",
    )
    .option(
      "--personal",
      text({
        id: "sebut juga data pribadi dalam contoh",
        en: "tell personal facts in examples too",
      }),
    );
  describePeople(command, line);
  describeMachine(command, line);
  command
    .option(...shared.language)
    .option(...shared.json)
    .action(async (service: string, options: SimulateOptions) => {
      const { simulate } = await import("../simulate.ts");
      finish(await simulate(terminal, service, options));
    });
}

function describePolicies(command: Command, line: CommandLine): void {
  const { text } = line;
  command
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
        id: "versi kemudian, juga rancangan; yang terakhir bila tidak disebut",
        en: "the version after, even a draft; the last one unless given",
      }),
    )
    .option(
      `--as-of <${text(DATE)}>`,
      text({
        id: "hari keduanya diputuskan; hari pertama --to bila tidak disebut",
        en: "the day on which both are decided; the first day of --to unless given",
      }),
    );
  describeRulesOfBoth(command, line);
}
