import type { Command } from "commander";
import type { CommandLine } from "../command-line/command-line.ts";
import { DATE, NAME, SERVICE, WORDS } from "../command-line/shared-options.ts";
import type { NewOptions } from "../new.ts";
import { describeNewCity } from "./city/options.ts";

/** `layak new`. */
export function describeNew(program: Command, line: CommandLine): void {
  const { terminal, text, shared, finish } = line;
  const command = program
    .command("new")
    .summary(
      text({
        id: "memulai layanan baru, atau versi berikutnya",
        en: "begin a new service, or the next version of one",
      }),
    )
    .description(
      text({
        id: "Menulis rancangan beserta contoh pertamanya, tidak pernah menimpa berkas yang ada. Menanyakan yang tidak disebut lewat opsi.",
        en: "Writes a draft with its first cases, never over a file that is there. Asks what no option says.",
      }),
    )
    .argument(
      `<${text(SERVICE)}>`,
      text({
        id: "kota/layanan; yang sudah ada mendapat versi berikutnya",
        en: "city/service; one that exists gets a next version",
      }),
    )
    .option(
      `--from <${text(DATE)}>`,
      text({ id: "hari pertama berlakunya", en: "the first day in force" }),
    )
    .option(
      `--copy-from <${text(DATE)}>`,
      text({
        id: "versi yang disalin; yang berlaku sebelumnya bila tidak disebut",
        en: "the version to copy; the one in force before unless given",
      }),
    )
    .option(
      `--title <${text(WORDS)}>`,
      text({
        id: "nama layanan baru, dalam bahasa Indonesia",
        en: "the name of a new service, in Indonesian",
      }),
    )
    .option(
      `--title-en <${text(WORDS)}>`,
      text({ id: "namanya dalam bahasa Inggris", en: "its name in English" }),
    )
    .option(
      `--owner <${text(WORDS)}>`,
      text({
        id: "perangkat daerah penanggung jawab layanan baru",
        en: "the office in charge of a new service",
      }),
    )
    .option(
      `--applicant <${text({ id: "pemohon", en: "kind" })}>`,
      text({
        id: "siapa yang mengajukan layanan baru: person, business atau office; tanpa ini perorangan atau badan usaha",
        en: "who applies for a new service: person, business or office; without it a person or a business",
      }),
    )
    .option(
      `--contact <${text(WORDS)}>`,
      text({
        id: "ke mana warga bertanya, sebagai kalimat; tanpa ini kepada perangkat daerah itu",
        en: "where citizens ask, as a sentence in Indonesian; without it that office",
      }),
    )
    .option(
      `--require <${text(NAME)}>`,
      text({
        id: "syarat pertamanya: syarat bersama, atau data yang harus benar",
        en: "its first requirement: a shared condition, or a fact to be true",
      }),
    )
    .option(...shared.rules)
    .option(...shared.language)
    .option(...shared.json)
    .action(async (service: string, options: NewOptions) => {
      const { createNew } = await import("../new.ts");
      const { questionsOn } = await import("./questions.ts");
      const questions = questionsOn(process.stdin, process.stderr);
      finish(await createNew(terminal, questions, service, options));
      questions.close();
    });
  describeNewCity(command, line);
}
