import { type Finding, finding } from "../diagnostic.ts";
import { quote } from "../words.ts";

/** `LYK918`, `LYK919`: texts. */

/** `count`: how many texts of the file lack it, where the file has none in English at all. */
export function noEnglish(text: string, count: number): Finding {
  return finding(
    "LYK918",
    count === 1
      ? { id: `teks ${quote(text)} tanpa "en"`, en: `the text ${quote(text)} has no "en"` }
      : {
          id: `tidak satu pun dari ${count} teks dalam berkas ini mempunyai "en"`,
          en: `none of the ${count} texts of this file has "en"`,
        },
    {
      id: 'tambahkan "en"; tanpanya pembaca bahasa Inggris mendapat teks Indonesia',
      en: 'add "en"; without it readers of English get the Indonesian text',
    },
  );
}

export function mayBeUnknown(name: string): Finding {
  const shown = quote(`{${name}}`);
  return finding(
    "LYK919",
    {
      id: `isian ${shown} mungkin belum diketahui saat teks ini ditampilkan; yang terbaca "belum diketahui"`,
      en: `the placeholder ${shown} may not be known when this text is told; it then reads "not yet known"`,
    },
    {
      id: "pindahkan teks ini ke kondisi yang membaca fakta itu, atau tulis tanpa isian",
      en: "move this text to the condition that reads the fact, or write it without the placeholder",
    },
  );
}

export function refusesWithoutReason(requirement: string): Finding {
  return finding(
    "LYK921",
    {
      id: `persyaratan ${quote(requirement)} menolak tanpa alasan yang ditulis untuk warga`,
      en: `the requirement ${quote(requirement)} refuses without a reason written for citizens`,
    },
    {
      id: 'tulis "unmet": apa yang kurang; dan "remedy": apa yang dapat dilakukan',
      en: 'write "unmet": what is lacking; and "remedy": what they can do',
    },
  );
}
