import { join } from "node:path";
import type { Preparation, RecordRequest } from "../../analysis/adoption/request.ts";
import { formatDate } from "../../engine/explanation/format.ts";
import { type Language, say, type Text } from "../../engine/model/text.ts";
import type { Adoption, AdoptionKind } from "../../pack/adoptions/adoption.ts";
import { EXIT, type ExitCode } from "../terminal.ts";
import { coverageLines } from "./tell-meaning.ts";
import { tellLeft } from "./tell-refusal.ts";
import type { View } from "./view.ts";

type Ready = Extract<Preparation, { readonly kind: "ready" }>;

const DONE: Readonly<Record<AdoptionKind, Text>> = {
  adopted: { id: "Ditetapkan", en: "Adopted" },
  added: { id: "Tambahan dicatat", en: "Additions recorded" },
  corrected: { id: "Pembetulan dicatat", en: "Correction recorded" },
};

const WOULD_BE_DONE: Readonly<Record<AdoptionKind, Text>> = {
  adopted: { id: "Dapat ditetapkan", en: "Can be adopted" },
  added: { id: "Tambahan dapat dicatat", en: "Additions can be recorded" },
  corrected: { id: "Pembetulan dapat dicatat", en: "A correction can be recorded" },
};

export function tellAdoption(view: View, ready: Ready): ExitCode {
  const { terminal, language, rules } = view;
  const { adoption, left } = ready;
  const files = [...ready.files.keys()];
  if (view.json) {
    const { meaning } = ready;
    const told = { ok: true, recorded: !view.dryRun, adoption, files, meaning, left };
    terminal.print(JSON.stringify(told, null, 2));
    return EXIT.done;
  }
  terminal.print(terminal.paint.green(headline(view, ready)));
  for (const line of [
    ...signature(adoption, language),
    say(casesLine(ready), language),
    ...coverageLines(ready.meaning, rules, language),
    writtenLine(view, files),
  ]) {
    terminal.print(`  ${line}`);
  }
  tellLeft(view, left, {
    id: "Masih harus dibereskan pada versi lain yang sudah ditetapkan:",
    en: "Still to be put right in other adopted versions:",
  });
  return EXIT.done;
}

export function writtenLine({ rules, language, dryRun }: View, files: readonly string[]): string {
  if (dryRun) return say(NOTHING_WRITTEN, language);
  const written = files.map((file) => join(rules, file)).join(", ");
  return say({ id: `Ditulis: ${written}`, en: `Written: ${written}` }, language);
}

const NOTHING_WRITTEN: Text = {
  id: "Tidak ada berkas yang diubah (--dry-run).",
  en: "No file was changed (--dry-run).",
};

/** An adopt that was killed left its lock; whatever it began is begun again. */
export function tellBrokenOff({ terminal, language, json }: View): void {
  if (json) return;
  terminal.complain(
    say(
      {
        id: "Perintah adopt sebelumnya terputus; sisanya diganti.",
        en: "An adopt before this one broke off; what it left is replaced.",
      },
      language,
    ),
  );
}

/** The version stands on record as it is: there is nothing to write. */
export function tellNothing(view: View, adoption: Adoption): ExitCode {
  const { terminal, language } = view;
  if (view.json) {
    terminal.print(JSON.stringify({ ok: true, recorded: false, adoption }, null, 2));
    return EXIT.done;
  }
  const { service, version } = adoption;
  terminal.print(
    say(
      {
        id: `Tidak ada yang perlu dicatat: ${service} ${version} sudah ditetapkan dan tidak berubah.`,
        en: `Nothing to record: ${service} ${version} is adopted already, and unchanged.`,
      },
      language,
    ),
  );
  for (const line of signature(adoption, language)) terminal.print(`  ${line}`);
  return EXIT.done;
}

function headline({ language, dryRun }: View, { adoption, pack }: Ready): string {
  const { kind, service, version, until } = adoption;
  const policy = pack.services.get(service)?.versions.find(({ from }) => from === version)?.policy;
  const title = policy === undefined ? service : say(policy.title, language);
  const first = formatDate(version, language);
  const period =
    until === undefined
      ? { id: `berlaku mulai ${first}`, en: `in force from ${first}` }
      : {
          id: `berlaku ${first} sampai ${formatDate(until, language)}`,
          en: `in force from ${first} to ${formatDate(until, language)}`,
        };
  return `${say((dryRun ? WOULD_BE_DONE : DONE)[kind], language)}: ${title} (${service}), ${say(period, language)}.`;
}

function signature(adoption: Adoption, language: Language): readonly string[] {
  const { seal, despite } = adoption;
  const codes = despite?.codes.join(", ");
  return [
    signedLine(adoption, language),
    ...(despite === undefined
      ? []
      : [
          say(
            {
              id: `Meskipun ${codes}: ${despite.because}`,
              en: `Despite ${codes}: ${despite.because}`,
            },
            language,
          ),
        ]),
    say({ id: `Segel ${seal}`, en: `Seal ${seal}` }, language),
  ];
}

export function signedLine(
  { by, on, why }: Pick<RecordRequest, "by" | "on" | "why">,
  language: Language,
): string {
  const day = formatDate(on, language);
  return say({ id: `Oleh ${by}, ${day}: ${why}`, en: `By ${by}, ${day}: ${why}` }, language);
}

function casesLine({ casesPassed, casesConfirmed }: Ready): Text {
  return {
    id: `Kasus yang sesuai: ${casesPassed}; diputuskan versi ini dan sudah dipastikan: ${casesConfirmed}`,
    en: `Cases as expected: ${casesPassed}; decided by this version and confirmed: ${casesConfirmed}`,
  };
}
