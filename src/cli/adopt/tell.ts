import { join } from "node:path";
import type { AdoptionRequest, Preparation } from "../../analysis/adoption/prepare.ts";
import type { AdoptionProblem } from "../../analysis/adoption/problem.ts";
import { formatDate } from "../../engine/explanation/format.ts";
import { type Language, say, type Text } from "../../engine/model/text.ts";
import type { Adoption, AdoptionKind } from "../../pack/adoptions/adoption.ts";
import { EXIT, type ExitCode, type Terminal } from "../terminal.ts";

/** To whom an answer is told, and how. */
export interface View {
  readonly terminal: Terminal;
  readonly language: Language;
  /** The rules directory as the reader typed it. */
  readonly rules: string;
  readonly json: boolean;
}

/** Beyond this nobody reads on; `--json` gives all. */
const MOST_TOLD = 20;

type Ready = Extract<Preparation, { readonly kind: "ready" }>;

const DONE: Readonly<Record<AdoptionKind, Text>> = {
  adopted: { id: "Ditetapkan", en: "Adopted" },
  added: { id: "Tambahan dicatat", en: "Additions recorded" },
  corrected: { id: "Pembetulan dicatat", en: "Correction recorded" },
};

export function tellAdoption(view: View, ready: Ready): ExitCode {
  const { terminal, language, rules } = view;
  const { adoption, left } = ready;
  const files = [...ready.files.keys()];
  if (view.json) {
    terminal.print(JSON.stringify({ ok: true, recorded: true, adoption, files, left }, null, 2));
    return EXIT.done;
  }
  const written = files.map((file) => join(rules, file)).join(", ");
  terminal.print(terminal.paint.green(headline(ready, language)));
  for (const line of [
    ...signature(adoption, language),
    say(casesLine(ready), language),
    say({ id: `Ditulis: ${written}`, en: `Written: ${written}` }, language),
  ]) {
    terminal.print(`  ${line}`);
  }
  if (left.length > 0) {
    terminal.complain(
      say(
        {
          id: "Masih harus dibereskan pada versi lain yang sudah ditetapkan:",
          en: "Still to be put right in other adopted versions:",
        },
        language,
      ),
    );
    for (const problem of left) terminal.complain(tellProblem(view, problem));
  }
  return EXIT.done;
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

export function tellRefusal(
  view: View,
  { service, version }: Pick<AdoptionRequest, "service" | "version">,
  problems: readonly AdoptionProblem[],
): ExitCode {
  const { terminal, language } = view;
  if (view.json) {
    terminal.print(JSON.stringify({ ok: false, recorded: false, problems }, null, 2));
    return EXIT.badInput;
  }
  for (const problem of problems.slice(0, MOST_TOLD)) {
    terminal.complain(tellProblem(view, problem));
  }
  const count = problems.length;
  const more = count - MOST_TOLD;
  if (more > 0) {
    const rest = { id: `… dan ${more} lagi (--json)`, en: `… and ${more} more (--json)` };
    terminal.complain(say(rest, language));
  }
  terminal.complain(
    say(
      {
        id: `${service} ${version} belum dicatat: ${count} hal perlu dibereskan. Tidak ada berkas yang diubah.`,
        en: `${service} ${version} is not recorded: ${count} thing${count === 1 ? "" : "s"} to put right. No file was changed.`,
      },
      language,
    ),
  );
  return EXIT.badInput;
}

function tellProblem({ rules, language }: View, problem: AdoptionProblem): string {
  const { file, line, column, code, message, help } = problem;
  const place = file === undefined ? "" : `${join(rules, file)}:${line}:${column} `;
  const kind = say({ id: "kesalahan", en: "error" }, language);
  const told = `${place}${code === undefined ? "" : `${kind} ${code} `}${say(message, language)}`;
  const advice = say({ id: "bantuan", en: "help" }, language);
  return help === undefined ? told : `${told}\n${advice}: ${say(help, language)}`;
}

function headline({ adoption, pack }: Ready, language: Language): string {
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
  return `${say(DONE[kind], language)}: ${title} (${service}), ${say(period, language)}.`;
}

function signature({ by, on, why, seal }: Adoption, language: Language): readonly string[] {
  const day = formatDate(on, language);
  return [
    say({ id: `Oleh ${by}, ${day}: ${why}`, en: `By ${by}, ${day}: ${why}` }, language),
    say({ id: `Segel ${seal}`, en: `Seal ${seal}` }, language),
  ];
}

function casesLine({ casesPassed, casesConfirmed }: Ready): Text {
  return {
    id: `Kasus yang sesuai: ${casesPassed}; diputuskan versi ini dan sudah dipastikan: ${casesConfirmed}`,
    en: `Cases as expected: ${casesPassed}; decided by this version and confirmed: ${casesConfirmed}`,
  };
}
