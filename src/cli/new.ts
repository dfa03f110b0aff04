import { todayInJakarta } from "../api/today.ts";
import type { Pack } from "../engine/model/pack.ts";
import type { Language, Text } from "../engine/model/text.ts";
import { readRuleFiles } from "../pack/read-pack.ts";
import { HYPHENED_ID } from "../pack/schemas/basics.ts";
import { firstDay, newServiceAnswers } from "./new/answers.ts";
import type { Asking, Flags } from "./new/asking.ts";
import { newPolicy } from "./new/new-service.ts";
import { noticesOn } from "./new/notices.ts";
import { copiedPolicy, type PlannedFile, planFiles } from "./new/plan.ts";
import type { Questions } from "./new/questions.ts";
import { tellNext } from "./new/tell-next.ts";
import { draftsBetween, versionToCopy } from "./new/which-version.ts";
import { writeFiles } from "./new/write-files.ts";
import { loadRules, tellDiagnostic } from "./rules.ts";
import { complainIn, EXIT, type ExitCode, readLanguage, type Terminal } from "./terminal.ts";

export interface NewOptions extends Flags {
  readonly rules: string;
  readonly lang: string;
  readonly json?: boolean;
}

/** What is to be written, and the version that it was copied from, if any. */
interface Draft {
  readonly from: string;
  readonly policy: string;
  readonly copied: string | null;
  readonly notices: readonly Text[];
}

/** Writes a new service, or the next version of one, as a draft that validates and has cases. */
export async function createNew(
  terminal: Terminal,
  questions: Questions,
  service: string,
  options: NewOptions,
): Promise<ExitCode> {
  const language = readLanguage(terminal, options.lang);
  if (language === null) return EXIT.badInput;
  const [city = "", name = "", ...rest] = service.split("/");
  if (rest.length > 0 || !HYPHENED_ID.test(city) || !HYPHENED_ID.test(name)) {
    const isCity = HYPHENED_ID.test(service);
    const command = `layak new city ${service}`;
    complainIn(terminal, language, {
      id: `"${service}" bukan nama layanan. Tulis kota/layanan dengan huruf kecil, angka dan tanda hubung, misalnya kota-serang/sewa-kios.${isCity ? ` Untuk memulai kota baru: ${command}` : ""}`,
      en: `"${service}" is not the name of a service. Write city/service in small letters, digits and hyphens, such as kota-serang/sewa-kios.${isCity ? ` To begin a new city: ${command}` : ""}`,
    });
    return EXIT.badInput;
  }
  const pack = await loadRules(terminal, options.rules, language);
  const read = await readRuleFiles(options.rules);
  if (pack === null || !read.ok) return EXIT.badInput;
  const asking = { terminal, questions, language };
  const draft = await draftFor(asking, pack, read.files, service, options);
  if (draft === null) return EXIT.badInput;
  const plan = planFiles(read.files, service, draft.from, draft.policy);
  if (!plan.ok) {
    // Warnings speak of what would have been written next, such as cases.
    for (const diagnostic of plan.diagnostics.filter(({ severity }) => severity === "error")) {
      terminal.complain(tellDiagnostic(diagnostic, options.rules, language));
    }
    complainIn(terminal, language, {
      id: "Tidak ada yang ditulis: berkas baru itu tidak akan sah.",
      en: "Nothing was written: the new file would not be valid.",
    });
    return EXIT.badInput;
  }
  if (!(await wroteFiles(terminal, options.rules, plan.files, language))) return EXIT.badInput;
  const { from, copied, notices } = draft;
  const made = { service, from, copied, files: plan.files, notices };
  if (options.json === true) {
    const files = plan.files.map(({ path, isNew }) => ({ path, isNew }));
    terminal.print(JSON.stringify({ ...made, files }, null, 2));
  } else {
    for (const line of tellNext(made, options.rules, language)) terminal.print(line);
  }
  return EXIT.done;
}

async function draftFor(
  asking: Asking,
  pack: Pack,
  files: Parameters<typeof copiedPolicy>[0],
  id: string,
  options: NewOptions,
): Promise<Draft | null> {
  const service = pack.services.get(id);
  const today = todayInJakarta(new Date());
  const from = await firstDay(asking, options, service, today);
  if (from === null) return null;
  if (service !== undefined) {
    const copied = await versionToCopy(asking, options.copyFrom, service, from);
    if (copied === null) return null;
    const drafts = draftsBetween(service, copied, from);
    const notices = noticesOn({ from, today, copied, drafts });
    return { from, policy: copiedPolicy(files, id, copied), copied, notices };
  }
  if (options.copyFrom !== undefined) {
    complainIn(asking.terminal, asking.language, {
      id: `--copy-from: ${id} belum ada, jadi tidak ada versi yang dapat disalin. Periksa nama layanannya, atau hilangkan --copy-from untuk memulai layanan baru.`,
      en: `--copy-from: ${id} is not there yet, so it has no version to copy. Check the name of the service, or leave --copy-from out to begin a new one.`,
    });
    return null;
  }
  const city = id.slice(0, id.indexOf("/"));
  const answers = await newServiceAnswers(asking, options, pack, city);
  const notices = noticesOn({ from, today, copied: null, drafts: [] });
  return answers && { from, policy: newPolicy(answers), copied: null, notices };
}

async function wroteFiles(
  terminal: Terminal,
  directory: string,
  files: readonly PlannedFile[],
  language: Language,
): Promise<boolean> {
  try {
    await writeFiles(directory, files);
    return true;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    complainIn(terminal, language, {
      id: `Tidak dapat ditulis: ${reason}. Periksa izin folder itu, dan apakah berkasnya sudah ada.`,
      en: `It cannot be written: ${reason}. Check the permissions of the folder, and whether the file is there already.`,
    });
    return false;
  }
}
