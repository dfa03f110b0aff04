import type { Adoption } from "../../pack/adoptions/adoption.ts";
import { policyPath } from "../../pack/adoptions/places.ts";
import { RECORD_PATH, readRecord, withEntry } from "../../pack/adoptions/record.ts";
import { withdrawn } from "../../pack/adoptions/seal.ts";
import { checkFiles, type FileText } from "../../pack/check-files.ts";
import { adoptCommand, rulesOption } from "../../pack/diagnostics/commands.ts";
import { stringOf } from "../../pack/json/nodes.ts";
import { parseJson } from "../../pack/json/parse.ts";
import { failingCases } from "./cases.ts";
import { isOfAdoptions } from "./may-stay.ts";
import { type AdoptionProblem, errorsIn, problemOfVersion } from "./problem.ts";
import { type RecordRequest, rewritten, textIn, type WithdrawalPreparation } from "./request.ts";
import { withStatus } from "./status.ts";

/**
 * Checks whether an adopted version can be withdrawn, and makes the texts that do so: the record
 * with one more entry, and the policy file, where it is still there, as a draft. Pure.
 */
export function prepareWithdrawal(
  files: ReadonlyMap<string, FileText>,
  request: RecordRequest,
): WithdrawalPreparation {
  const record = readRecord(textIn(files, RECORD_PATH));
  if (!record.ok) return refused(errorsIn(record.diagnostics));
  const { service, version, on, today, by, why, directory } = request;
  const isAsked = (one: Pick<Adoption, "service" | "version">) =>
    one.service === service && one.version === version;
  if (!record.adoptions.some(isAsked)) return refused([notAdopted(request, record.adoptions)]);
  if (version <= today) return refused([hasBegun(request)]);
  const path = policyPath(service, version);
  const text = textIn(files, path);
  const texts = new Map(files);
  if (text !== undefined && isAdopted(text)) texts.set(path, withStatus(text, "draft"));
  const withdrawal = withdrawn(
    { kind: "withdrawn", service, version, on, recorded: today, by, why },
    record.entries.at(-1),
  );
  texts.set(RECORD_PATH, withEntry(textIn(files, RECORD_PATH), withdrawal));
  const whole = checkFiles(texts, { today, ...(directory !== undefined && { directory }) });
  const errors = whole.ok ? [] : errorsIn(whole.diagnostics);
  const problems = errors.filter(({ code }) => !isOfAdoptions(code));
  if (problems.length > 0) return refused(problems);
  return {
    kind: "ready",
    withdrawal,
    files: rewritten([path, RECORD_PATH], texts, files),
    left: [
      ...errors,
      ...(whole.ok ? failingCases(whole.pack, (one) => textIn(texts, one) ?? "") : []),
    ],
  };
}

function refused(problems: readonly AdoptionProblem[]): WithdrawalPreparation {
  return { kind: "refused", problems };
}

function isAdopted(text: string): boolean {
  return stringOf(parseJson(text).root ?? undefined, "status") === "adopted";
}

function notAdopted(
  { service, version }: RecordRequest,
  adoptions: readonly Adoption[],
): AdoptionProblem {
  const days = new Set(
    adoptions.filter((one) => one.service === service).map((one) => one.version),
  );
  const there = [...days].sort().join(", ");
  return {
    message: {
      id: `Tidak ada penetapan ${service} ${version} yang dapat ditarik. Yang ditetapkan: ${there || "tidak ada"}.`,
      en: `There is no adoption of ${service} ${version} to withdraw. Adopted: ${there || "none"}.`,
    },
  };
}

/** Answers have been given by it, which stay as they were. */
function hasBegun(request: RecordRequest): AdoptionProblem {
  const { service, version, today, directory } = request;
  const command = adoptCommand(request, "--correct");
  const next = `layak new ${service}${rulesOption(directory)}`;
  return problemOfVersion(
    request,
    {
      id: `versi ${version} sudah berlaku (hari ini ${today}); penetapannya tidak dapat ditarik`,
      en: `the version of ${version} is in force already (today is ${today}); its adoption cannot be withdrawn`,
    },
    {
      id: `akhiri dengan "until" atau buat versi baru (${next}); bila yang ditetapkan itu keliru sejak awal: ${command.id}`,
      en: `end it with "until" or make a new version (${next}); if what was adopted was a mistake from the first: ${command.en}`,
    },
  );
}
