import { type Finding, finding } from "./diagnostic.ts";
import { didYouMean, quote } from "./words.ts";

/** `LYK6xx`: placeholders of texts. */

export function unknownPlaceholder(name: string, meant: string | null): Finding {
  const help = didYouMean(meant === null ? null : `{${meant}}`);
  return finding(
    "LYK601",
    {
      id: `isian ${quote(`{${name}}`)} tidak dikenal`,
      en: `unknown placeholder ${quote(`{${name}}`)}`,
    },
    help ?? {
      id: "yang boleh: {asOf}, {parameter.…}, dan fakta yang dibaca kondisinya",
      en: "allowed are {asOf}, {parameter.…}, and facts that the condition reads",
    },
  );
}

/** Stands in a text of a grant without an amount. */
export function placeOfNoAmount(name: string): Finding {
  return finding(
    "LYK601",
    {
      id: `isian ${quote(`{${name}}`)} tidak berisi, sebab pemberian ini tanpa jumlah`,
      en: `the placeholder ${quote(`{${name}}`)} has nothing to tell, as this grant has no amount`,
    },
    {
      id: `tulis "${name}", misalnya "${name}": { "fact": "parameter.…" }, atau hapus isiannya`,
      en: `write "${name}", such as "${name}": { "fact": "parameter.…" }, or take the placeholder away`,
    },
  );
}

export function unbalancedBrace(text: string): Finding {
  return finding(
    "LYK602",
    {
      id: `kurung kurawal tidak berpasangan dalam ${quote(text)}`,
      en: `a brace without its partner in ${quote(text)}`,
    },
    { id: "isian ditulis {nama}", en: "a placeholder is written {name}" },
  );
}

export function placeholderNotRead(name: string): Finding {
  return finding(
    "LYK603",
    {
      id: `isian ${quote(`{${name}}`)} tidak dibaca oleh kondisi yang memiliki teks ini`,
      en: `the placeholder ${quote(`{${name}}`)} is not read by the condition of this text`,
    },
    {
      id: "sebutkan hanya fakta yang ikut menentukan, atau tambahkan ke kondisinya",
      en: "name only facts that help to decide, or add it to the condition",
    },
  );
}

/** The title, contact and objection of a policy are told to whoever asks, with no application at hand. */
export function placeholderComputed(name: string): Finding {
  return finding(
    "LYK604",
    {
      id: `isian ${quote(`{${name}}`)} dihitung atau diambil dari tabel menurut permohonan, tetapi teks aturan ini diberitahukan tanpa permohonan`,
      en: `the placeholder ${quote(`{${name}}`)} is computed, or told by a table, for an application, but this text of the policy is told without one`,
    },
    {
      id: "sebutkan parameter tanpa tabel, atau pindahkan ke teks syarat",
      en: "name a parameter that is no table, or say it in a text of a requirement",
    },
  );
}
