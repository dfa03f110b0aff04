import type { Text } from "../../engine/model/text.ts";

/** Options that several commands have, as `Command.option` takes them. */
export interface SharedOptions {
  /** The day to decide for. */
  readonly asOf: readonly [flags: string, description: string];
  /** The policy that decides, by the name of its file. */
  readonly policyVersion: readonly [flags: string, description: string];
  readonly rules: readonly [flags: string, description: string, value: string];
  readonly language: readonly [flags: string, description: string, value: string];
  readonly json: readonly [flags: string, description: string];
}

/** Names of what an argument or option takes. */
export const SERVICE: Text = { id: "layanan", en: "service" };
export const COLUMN: Text = { id: "kolom", en: "column" };
export const DATE: Text = { id: "tanggal", en: "date" };
export const FILE: Text = { id: "berkas", en: "file" };
export const FOLDER: Text = { id: "folder", en: "directory" };
export const FORMAT: Text = { id: "bentuk", en: "format" };
export const NAME: Text = { id: "nama", en: "name" };
export const NUMBER: Text = { id: "angka", en: "number" };
export const WORDS: Text = { id: "teks", en: "text" };

export const ONE_SERVICE: Text = {
  id: "kota/layanan, misalnya kota-serang/sewa-kios",
  en: "city/service, such as kota-serang/sewa-kios",
};
export const RULES_FOLDER: Text = { id: "folder aturan", en: "the rules directory" };

/** @param language what `--lang` is where a command is not given it */
export function sharedOptions(text: (text: Text) => string, language: string): SharedOptions {
  return {
    asOf: [
      `--as-of <${text(DATE)}>`,
      text({
        id: "hari keputusannya; hari ini di Jakarta bila tidak disebut",
        en: "the day to decide for; today in Jakarta unless given",
      }),
    ],
    policyVersion: [
      `--policy-version <${text(DATE)}>`,
      text({
        id: "putuskan menurut kebijakan berkas ini, juga bila masih rancangan",
        en: "let the policy of this file decide, even a draft",
      }),
    ],
    rules: [`--rules <${text(FOLDER)}>`, text(RULES_FOLDER), "rules"],
    language: [
      `--lang <${text({ id: "bahasa", en: "language" })}>`,
      text({
        id: "id (Indonesia, bila tidak disebut) atau en (Inggris)",
        en: "id (Indonesian, unless given) or en (English)",
      }),
      language,
    ],
    json: ["--json", text({ id: "cetak JSON untuk program", en: "print JSON for programs" })],
  };
}
