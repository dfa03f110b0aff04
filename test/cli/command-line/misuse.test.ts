import { describe, expect, it } from "vitest";
import { layak } from "../support/layak.ts";

describe("words that a command does not understand", () => {
  it.each<[readonly string[], string]>([
    [["chek"], 'layak tidak mengenal perintah "chek". Mungkin maksudnya "check"?'],
    [["help", "chek"], 'layak tidak mengenal perintah "chek". Mungkin maksudnya "check"?'],
    [
      ["help", "xyzzy"],
      expect.stringMatching(/^layak tidak mengenal perintah "xyzzy"\. Yang ada: /),
    ],
    [
      ["help", "roster", "imprt"],
      'layak roster tidak mengenal perintah "imprt". Mungkin maksudnya "import"?',
    ],
    [["roster", "xyzzy"], 'layak roster tidak mengenal perintah "xyzzy". Yang ada: import, prune.'],
    [
      ["roster", "imprt"],
      'layak roster tidak mengenal perintah "imprt". Mungkin maksudnya "import"?',
    ],
    [
      ["validate", "--stict"],
      'layak validate tidak mengenal opsi "--stict". Mungkin maksudnya "--strict"?',
    ],
    [["validate", "-x"], 'layak validate tidak mengenal opsi "-x".'],
    [
      ["adopt", "kota/layanan", "--form=2027-01-01"],
      'layak adopt tidak mengenal opsi "--form". Mungkin maksudnya "--from"?',
    ],
    [
      ["show", "kota/layanan", "—as-of", "2027-01-01"],
      '"—as-of" dimulai dengan garis panjang. Tulis dua tanda hubung: --as-of',
    ],
    [
      ["show"],
      "layak show masih memerlukan <layanan> (kota/layanan, misalnya kota-serang/sewa-kios).",
    ],
    [
      ["check"],
      "layak check masih memerlukan <layanan> (kota/layanan, misalnya kota-serang/sewa-kios), --facts <berkas> (data permohonan sebagai JSON; - untuk masukan standar).",
    ],
    [["show", "kota/layanan", "--as-of"], "Nilai opsi ini belum ditulis: --as-of <tanggal>."],
    [
      ["show", "kota/layanan", "Wali", "Kota"],
      'layak show tidak tahu apa maksud "Wali" "Kota". Tulis teks yang berisi spasi di antara tanda kutip.',
    ],
  ])("%j is told on standard error, and nothing is done", async (words, problem) => {
    const { code, out, err } = await layak(words);
    expect({ code, out, problem: err[0] }).toEqual({ code: 1, out: [], problem });
  });

  it.each<[readonly string[], readonly string[]]>([
    [
      ["adopt", "a/b", "--from", "2027-01-01"],
      [
        "layak adopt masih memerlukan --by <nama> (pejabat yang menetapkan), --why <teks> (keputusan yang menjadi dasarnya, atau alasan koreksinya).",
        "Cara pakai: layak adopt <layanan> --from <tanggal> --by <nama> --why <teks> [opsi]",
        "Selengkapnya: layak adopt --help",
      ],
    ],
    [
      ["roster", "imprt", "--lang", "en"],
      [
        'layak roster knows no command "imprt". Did you mean "import"?',
        "Usage: layak roster <command> [options]",
        "More: layak roster --help --lang en",
      ],
    ],
    [
      ["--lang=en", "show"],
      [
        "layak show still needs <service> (city/service, such as kota-serang/sewa-kios).",
        "Usage: layak show <service> [options]",
        "More: layak show --help --lang en",
      ],
    ],
    [["show", "a/b", "--lang", "fr"], ['--lang harus "id" atau "en", bukan "fr".']],
  ])(
    "%j is told with how the command is called, in the language asked for",
    async (words, told) => {
      expect((await layak(words)).err).toEqual(told);
    },
  );
});
