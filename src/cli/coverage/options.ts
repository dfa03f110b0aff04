import type { Command } from "commander";
import type { CommandLine } from "../command-line/command-line.ts";
import { DATE, FILE, NAME, WORDS } from "../command-line/shared-options.ts";
import type { CoverageOptions } from "../coverage.ts";
import type { CoverageCheckOptions } from "../coverage-check.ts";

/** `layak coverage` and `layak coverage check`. */
export function describeCoverage(program: Command, line: CommandLine): void {
  const { text } = line;
  const coverage = program
    .command("coverage")
    .summary(
      text({
        id: "menghitung yang terlindungi, dan memeriksa angka laporan",
        en: "count who is protected, and check published figures",
      }),
    )
    .description(
      text({
        id: "Menghitung orang yang terlindungi dan yang belum, dan memeriksa angka yang diterbitkan. Tanpa nama perintah, yang dijalankan adalah count.",
        en: "Counts people protected and not, and checks figures that were published. Without a command's name, count is run.",
      }),
    );
  describeCoverageCount(coverage.command("count", { isDefault: true }), line);
  describeCoverageCheck(coverage.command("check"), line);
}

function describeCoverageCount(command: Command, line: CommandLine): void {
  const { terminal, text, shared, finish } = line;
  command
    .summary(
      text({ id: "menghitung yang terlindungi dan yang belum", en: "count who is protected" }),
    )
    .description(
      text({
        id: "Menghitung orang yang terlindungi dan yang belum dari daftar peserta dan data penduduk, dengan selisih, perubahan, dan biaya melindungi semuanya. Tidak ada NIK yang dicetak.",
        en: "Counts people protected and not from rosters and a population, with gap, change and what protecting all would cost. No NIK is printed.",
      }),
    )
    .option(
      `--roster <${text(FILE)}>`,
      text({
        id: "daftar peserta (CSV); beberapa bulan: --roster 2026-10=oktober.csv, berulang",
        en: "the roster (CSV); of several months: --roster 2026-10=october.csv, again and again",
      }),
      (one: string, before: readonly string[] = []) => [...before, one],
    )
    .option(
      `--population <${text(FILE)}>`,
      text({
        id: "siapa yang harus terlindungi (CSV): kolom nik atau people, dan segment, opd, district",
        en: "who is to be protected (CSV): a column nik or people, and segment, opd, district",
      }),
    )
    .option(
      `--by <${text(WORDS)}>`,
      text({
        id: "menurut apa: segment, programme, opd, district, month; semuanya bila tidak disebut",
        en: "by what: segment, programme, opd, district, month; all unless given",
      }),
    )
    .option(
      "--complete",
      text({
        id: "daftar memuat semua peserta: yang tidak ada di dalamnya belum terlindungi",
        en: "the roster names every member: whoever is missing is not protected",
      }),
    )
    .option(
      "--without-grace",
      text({
        id: "masa tenggang dihitung belum terlindungi",
        en: "count people in grace as not protected",
      }),
    )
    .option(
      `--as-of <${text(DATE)}>`,
      text({
        id: "hari yang iurannya dipakai; hari ini bila tidak disebut",
        en: "the day whose contribution counts; today unless given",
      }),
    )
    .option(
      `--contribution <${text(NAME)}>`,
      text({
        id: "satu parameter iuran untuk semua orang, misalnya iuran.bpu; menurut segmen bila tidak disebut",
        en: "one contribution for everybody, such as iuran.bpu; by segment unless given",
      }),
    )
    .option(
      `--programmes <${text(WORDS)}>`,
      text({
        id: "program yang iurannya dihitung: JKK,JKM bila tidak disebut; JKK,JKM,JHT juga",
        en: "programmes whose contribution counts: JKK,JKM unless given; JKK,JKM,JHT too",
      }),
    )
    .option(
      `--city <${text(NAME)}>`,
      text({
        id: "kota yang parameter dan nama perangkat daerahnya dipakai",
        en: "the city whose parameters and names of offices count",
      }),
    )
    .option(
      `--html <${text(FILE)}>`,
      text({
        id: "tulis juga halaman dengan bagan, tanpa angka kecil",
        en: "also write a page with charts, without small numbers",
      }),
    )
    .option(
      "--public",
      text({
        id: "sembunyikan angka di bawah 5 orang, dan yang akan membukanya",
        en: "hide numbers under 5 people, and what would give them away",
      }),
    )
    .option(
      `--published <${text(FILE)}>`,
      text({
        id: "catatan terbitan sebelumnya, supaya halaman baru tidak membuka angka kecilnya; ditambah, dan tetap di kantor",
        en: "the record of what was given out, so that a new page gives none of its small numbers back; added to, and kept inside",
      }),
    )
    .option(
      "--office",
      text({
        id: "jangan sembunyikan apa pun, juga dalam halaman: hanya untuk di dalam kantor",
        en: "hide nothing, not even in the page: for inside the office only",
      }),
    )
    .option(
      "--accept-bad-rows",
      text({ id: "lewati baris yang salah", en: "leave out wrong rows" }),
    )
    .option(...shared.rules)
    .option(...shared.language)
    .option(...shared.json)
    .action(async (options: CoverageOptions) => {
      const { coverage } = await import("../coverage.ts");
      finish(await coverage(terminal, options));
    });
}

function describeCoverageCheck(command: Command, line: CommandLine): void {
  const { terminal, text, shared, finish } = line;
  command
    .summary(
      text({ id: "memeriksa angka yang diterbitkan", en: "check figures that were published" }),
    )
    .description(
      text({
        id: "Menemukan apa yang tidak cocok dalam angka yang diterbitkan: jumlah, bagian, selisih, dan bagian yang melebihi keseluruhannya.\nKode keluar: 0 semua cocok, 4 ada yang tidak, 1 berkasnya salah.",
        en: "Finds what does not add up in published figures: sums, shares, differences, and parts that exceed their whole.\nExit codes: 0 all fits, 4 not, 1 bad input.",
      }),
    )
    .argument(
      `[${text({ id: "angka", en: "figures" })}]`,
      text({
        id: "berkas angka atau foldernya; lima laporan yang disertakan bila tidak disebut",
        en: "a figures file, or a folder of them; the five reports that come with Layak unless given",
      }),
    )
    .option(...shared.language)
    .option(...shared.json)
    .action(async (path: string | undefined, options: CoverageCheckOptions) => {
      const { coverageCheck } = await import("../coverage-check.ts");
      finish(await coverageCheck(terminal, path, options));
    });
}
