import type { Command } from "commander";
import type { CommandLine } from "../../command-line/command-line.ts";
import { WORDS } from "../../command-line/shared-options.ts";
import type { NewCityOptions } from "../../new-city.ts";

/** `layak new city`. */
export function describeNewCity(command: Command, line: CommandLine): void {
  const { terminal, text, shared, finish } = line;
  command
    .command("city")
    .summary(text({ id: "memulai kota baru", en: "begin a city" }))
    .description(
      text({
        id: "Membuat folder sebuah kota, kabupaten atau provinsi dengan city.json. Menanyakan yang tidak disebut lewat opsi; tidak pernah menimpa berkas.",
        en: "Makes the folder of a city, regency or province with its city.json. Asks what no option says; never writes over a file.",
      }),
    )
    .argument(
      `<${text({ id: "kota", en: "city" })}>`,
      text({
        id: "nama foldernya: huruf kecil, angka dan tanda hubung",
        en: "the name of its folder: small letters, digits and hyphens",
      }),
    )
    .option(
      `--label <${text(WORDS)}>`,
      text({ id: "namanya dalam bahasa Indonesia", en: "its name in Indonesian" }),
    )
    .option(
      `--label-en <${text(WORDS)}>`,
      text({ id: "namanya dalam bahasa Inggris", en: "its name in English" }),
    )
    .option(
      `--area <${text({ id: "kode", en: "code" })}>`,
      text({
        id: "kode wilayahnya: dua angka untuk provinsi, empat untuk kota dan kabupaten",
        en: "the code of its area: two digits for a province, four for a city or regency",
      }),
    )
    .option(
      `--office <${text({ id: "kode=nama", en: "code=name" })}>`,
      text({
        id: "perangkat daerah yang boleh mengajukan, atau kode=nama|nama dalam bahasa Inggris; dapat diulang",
        en: "an office that may apply, or code=name|name in English; may be repeated",
      }),
      (office: string, before: readonly string[]) => [...before, office],
      [],
    )
    .option(...shared.rules)
    .option(...shared.language)
    .option(...shared.json)
    .action(async (city: string, options: NewCityOptions) => {
      const { createNewCity } = await import("../../new-city.ts");
      const { questionsOn } = await import("../questions.ts");
      const questions = questionsOn(process.stdin, process.stderr);
      finish(await createNewCity(terminal, questions, city, options));
      questions.close();
    });
}
