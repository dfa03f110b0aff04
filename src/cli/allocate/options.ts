import type { Command } from "commander";
import type { AllocateOptions } from "../allocate.ts";
import type { CommandLine } from "../command-line/command-line.ts";
import { DATE, FILE, SERVICE, WORDS } from "../command-line/shared-options.ts";

/** `layak allocate`. */
export function describeAllocate(program: Command, line: CommandLine): void {
  const { terminal, text, shared, finish } = line;
  const fact = text({ id: "fakta", en: "fact" });
  const service = text(SERVICE);
  const file = text(FILE);
  const date = text(DATE);
  program
    .command("allocate")
    .summary(
      text({
        id: "memasangkan pekerja dengan sponsor lewat undian",
        en: "pair workers with sponsors by a draw",
      }),
    )
    .description(
      text({
        id: "Memasangkan daftar pekerja dengan daftar sponsor, satu lawan satu, sebanyak mungkin. Dua langkah: --commit mencatat daftar dan aturannya sebelum ada seed; lalu --commitment dengan --seed memasangkan. --verify menghitung ulang sebuah hasil.\nKode keluar: 0 selesai, 2 tidak sesuai dengan komitmen atau hasilnya, 1 masukan salah.",
        en: "Pairs a list of workers with a list of sponsors, one to one, as many as can be. Two steps: --commit records lists and rules before a seed exists; then --commitment with --seed pairs. --verify works a result out again.\nExit codes: 0 done, 2 not what the commitment or the result says, 1 bad input.",
      }),
    )
    .requiredOption(
      `--workers <${file}>`,
      text({
        id: "daftar pekerja, CSV atau NDJSON: kolom nik, dan fakta menurut namanya",
        en: "the workers, CSV or NDJSON: the column nik, and facts by their ids",
      }),
    )
    .requiredOption(
      `--sponsors <${file}>`,
      text({ id: "daftar sponsor, bentuknya sama", en: "the sponsors, in the same form" }),
    )
    .option(
      `--existing <${file}>`,
      text({
        id: "pasangan terdahulu: hasil JSON, atau CSV/NDJSON dengan kolom worker dan sponsor",
        en: "earlier pairs: a result as JSON, or CSV/NDJSON with the columns worker and sponsor",
      }),
    )
    .option(
      `--commit <${file}>`,
      text({
        id: "langkah 1: tulis komitmen ke berkas baru ini",
        en: "step 1: write the commitment to this new file",
      }),
    )
    .option(
      `--worker-policy <${service}>`,
      text({
        id: "langkah 1: siapa yang boleh disponsori, kota/layanan",
        en: "step 1: who may be sponsored, city/service",
      }),
    )
    .option(
      `--sponsor-policy <${service}>`,
      text({
        id: "langkah 1: siapa yang boleh menjadi sponsor, kota/layanan",
        en: "step 1: who may sponsor, city/service",
      }),
    )
    .option(
      `--worker-policy-version <${date}>`,
      text({
        id: "langkah 1: putuskan pekerja menurut kebijakan berkas ini, juga bila masih rancangan",
        en: "step 1: let the policy of this file decide about workers, even a draft",
      }),
    )
    .option(
      `--sponsor-policy-version <${date}>`,
      text({
        id: "langkah 1: putuskan sponsor menurut kebijakan berkas ini, juga bila masih rancangan",
        en: "step 1: let the policy of this file decide about sponsors, even a draft",
      }),
    )
    .option(
      `--match <${fact}=${fact}>`,
      text({
        id: "langkah 1: hanya yang cocok berpasangan, fakta-pekerja=fakta-sponsor; boleh berulang",
        en: "step 1: pair only where these agree, worker's-fact=sponsor's-fact; may be repeated",
      }),
      (value: string, before: readonly string[] = []) => [...before, value],
    )
    .option(
      `--priority <${fact}>`,
      text({
        id: "langkah 1: pekerja mana yang didahulukan; :descending membalik urutannya",
        en: "step 1: which workers come first; :descending turns the order round",
      }),
    )
    .option(
      `--paired <${fact}>`,
      text({
        id: "langkah 1: fakta pekerja yang berarti ia sudah berpasangan; tolak yang tidak ada di --existing",
        en: "step 1: the worker's fact which says that he is paired; refuse whoever --existing does not name",
      }),
    )
    .option(
      `--as-of <${date}>`,
      text({
        id: "langkah 1: hari keputusannya; hari ini di Jakarta bila tidak disebut",
        en: "step 1: the day to decide for; today in Jakarta unless given",
      }),
    )
    .option(
      `--draw <${text(WORDS)}>`,
      text({
        id: "langkah 1: kapan dan bagaimana seed akan diundi",
        en: "step 1: when and how the seed will be drawn",
      }),
    )
    .option(
      `--commitment <${file}>`,
      text({
        id: "langkah 2: komitmennya; dengan --verify: yang diumumkan",
        en: "step 2: the commitment; with --verify: the one that was announced",
      }),
    )
    .option(
      "--seed <seed>",
      text({
        id: "langkah 2: seed seperti yang diundi",
        en: "step 2: the seed as it was drawn",
      }),
    )
    .option(
      `--result <${file}>`,
      text({
        id: "langkah 2: tulis seluruh hasil ke berkas JSON baru ini",
        en: "step 2: write the whole result to this new JSON file",
      }),
    )
    .option(
      `--pairs <${file}>`,
      text({
        id: "langkah 2: tulis pasangannya, .csv atau .ndjson",
        en: "step 2: write the pairs, .csv or .ndjson",
      }),
    )
    .option(
      `--people <${file}>`,
      text({
        id: "langkah 1 dan 2: tulis setiap orang dan nasibnya, .csv atau .ndjson",
        en: "steps 1 and 2: write what became of each person, .csv or .ndjson",
      }),
    )
    .option(
      `--verify <${file}>`,
      text({
        id: "hitung ulang hasil ini dan bandingkan",
        en: "work this result out again and compare",
      }),
    )
    .option(...shared.rules)
    .option(...shared.language)
    .option(...shared.json)
    .action(async (options: AllocateOptions) => {
      const { allocatePairs } = await import("../allocate.ts");
      finish(await allocatePairs(terminal, options));
    });
}
