import { join } from "node:path";
import { BREAKING, type Meaning } from "../../analysis/adoption/meaning.ts";
import type { AdoptionProblem } from "../../analysis/adoption/problem.ts";
import type { RecordRequest } from "../../analysis/adoption/request.ts";
import { say, type Text } from "../../engine/model/text.ts";
import { SEVERITIES } from "../../pack/diagnostics/format.ts";
import { EXIT, type ExitCode } from "../terminal.ts";
import { type Grouped, groupedAlike, SEVERAL } from "./alike.ts";
import type { View } from "./view.ts";

/** Beyond this nobody reads on; `--json` gives all. */
const MOST_TOLD = 20;

export function tellRefusal(
  view: View,
  { service, version }: Pick<RecordRequest, "service" | "version">,
  problems: readonly AdoptionProblem[],
  meaning?: Meaning,
): ExitCode {
  const { terminal, language } = view;
  if (view.json) {
    terminal.print(JSON.stringify({ ok: false, recorded: false, problems, meaning }, null, 2));
    return EXIT.badInput;
  }
  const groups = groupedAlike(problems);
  const told = groups.filter((group, index) => index < MOST_TOLD || isBreaking(group));
  for (const group of told) terminal.complain(tellGroup(view, group));
  const count = problems.length;
  const more = count - told.flat().length;
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

/** Whoever puts all else right should not learn only then that the version cannot be adopted. */
function isBreaking([{ code }]: Grouped): boolean {
  return BREAKING.some((one) => one === code);
}

function tellGroup(view: View, group: Grouped): string {
  const [first] = group;
  const { file, alike, help } = first;
  if (group.length === 1 || alike === undefined) return tellProblem(view, first);
  const { rules, language } = view;
  const lines = [...new Set(group.map(({ line }) => line))].join(",");
  const place = file === undefined ? "" : `${join(rules, file)}:${lines} `;
  return withHelp(view, `${place}${group.length} ${say(SEVERAL[alike], language)}`, help);
}

function tellProblem(view: View, problem: AdoptionProblem): string {
  const { rules, language } = view;
  const { file, line, column, code, message, help } = problem;
  const place = file === undefined ? "" : `${join(rules, file)}:${line}:${column} `;
  const kind = say(SEVERITIES[problem.severity ?? "error"], language);
  const told = `${place}${code === undefined ? "" : `${kind} ${code} `}${say(message, language)}`;
  return withHelp(view, told, help);
}

function withHelp({ language }: View, told: string, help: Text | undefined): string {
  if (help === undefined) return told;
  return `${told}\n${say({ id: "bantuan", en: "help" }, language)}: ${say(help, language)}`;
}

/** What stands beside an entry and needs somebody's work. */
export function tellLeft(view: View, left: readonly AdoptionProblem[], heading: Text): void {
  if (left.length === 0) return;
  view.terminal.complain(say(heading, view.language));
  for (const problem of left) view.terminal.complain(tellProblem(view, problem));
}
