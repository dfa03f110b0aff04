import { join } from "node:path";
import { type Language, say, type Text } from "../../engine/model/text.ts";
import type { PlannedFile } from "./plan.ts";

/** What was written. */
export interface Made {
  readonly service: string;
  readonly from: string;
  /** The version that was copied; `null`: the service is new. */
  readonly copied: string | null;
  readonly files: readonly PlannedFile[];
  /** What follows from it that its writer may not have meant. */
  readonly notices: readonly Text[];
}

/** What was written and what to do with it, as commands that can be copied. */
export function tellNext(
  { service, from, copied, files, notices }: Made,
  directory: string,
  language: Language,
): readonly string[] {
  const made = files.map(({ path, isNew }) => {
    const place = join(directory, path);
    if (!isNew) return { id: `Ditambah contoh: ${place}`, en: `Cases added: ${place}` };
    if (copied === null || path.endsWith("cases.json")) {
      return { id: `Dibuat: ${place}`, en: `Written: ${place}` };
    }
    return {
      id: `Dibuat: ${place} (rancangan, disalin dari ${copied})`,
      en: `Written: ${place} (a draft, copied from ${copied})`,
    };
  });
  const policy = join(directory, files[0]?.path ?? "");
  const rules = directory === "rules" ? "" : ` --rules ${directory}`;
  const where = directory === "rules" ? "" : ` ${directory}`;
  const difference: readonly Text[] =
    copied === null
      ? []
      : [
          {
            id: `layak diff ${service} --from ${copied} --to ${from}${rules}   siapa yang diputus lain`,
            en: `layak diff ${service} --from ${copied} --to ${from}${rules}   who is decided differently`,
          },
        ];
  const steps: readonly Text[] = [
    { id: `Ubah ${policy}`, en: `Edit ${policy}` },
    {
      id: `layak validate${where}   apa yang salah, di barisnya`,
      en: `layak validate${where}   what is wrong, at its line`,
    },
    {
      id: `layak test${where}   contoh mana yang hasilnya lain`,
      en: `layak test${where}   which case comes out differently`,
    },
    ...difference,
    {
      id: `layak show ${service} --policy-version ${from}${rules}   halaman untuk ditandatangani`,
      en: `layak show ${service} --policy-version ${from}${rules}   the page to sign`,
    },
    {
      id: `layak adopt ${service} --from ${from} --by … --why …${rules}   setelah kota menetapkannya`,
      en: `layak adopt ${service} --from ${from} --by … --why …${rules}   once the city has decided`,
    },
  ];
  const draft: Text = {
    id: "Selama berstatus draft, aturan ini belum memutuskan apa pun.",
    en: "As long as its status is draft, this policy decides nothing.",
  };
  const next: Text = { id: "Langkah berikutnya:", en: "What to do next:" };
  return [
    ...made.map((text) => say(text, language)),
    say(draft, language),
    ...notices.map((text) => say(text, language)),
    "",
    say(next, language),
    ...steps.map((text, index) => `  ${index + 1}. ${say(text, language)}`),
  ];
}
