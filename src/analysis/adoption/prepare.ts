import { findService, findVersion } from "../../engine/decision/versions.ts";
import { LayakError } from "../../engine/errors.ts";
import type { Pack, PolicyVersion, Service } from "../../engine/model/pack.ts";
import type { Adoption, AdoptionKind, RecordEntry } from "../../pack/adoptions/adoption.ts";
import { compareWithRecord } from "../../pack/adoptions/compare.ts";
import { coverageOf, digestsOf } from "../../pack/adoptions/covered.ts";
import { lastDayOf } from "../../pack/adoptions/period.ts";
import { policyPath } from "../../pack/adoptions/places.ts";
import { RECORD_PATH, readRecord, withEntry } from "../../pack/adoptions/record.ts";
import { entered } from "../../pack/adoptions/seal.ts";
import { checkFiles, type FileText } from "../../pack/check-files.ts";
import { adoptCommand, rulesOption } from "../../pack/diagnostics/commands.ts";
import type { PackOptions } from "../../pack/parse-pack.ts";
import { checkCases } from "./cases.ts";
import { problemsDespite } from "./despite.ts";
import { isOfAdoptions, isOfMissingEntry } from "./may-stay.ts";
import { meaningOf } from "./meaning.ts";
import { type AdoptionProblem, errorsIn, problemOfVersion } from "./problem.ts";
import { type AdoptionRequest, type Preparation, rewritten, textIn } from "./request.ts";
import { withStatus } from "./status.ts";

/** Checks whether a version can be adopted, and makes the texts that put it on record. Pure. */
export function prepareAdoption(
  files: ReadonlyMap<string, FileText>,
  request: AdoptionRequest,
): Preparation {
  const checked = checkFiles(files, { adoptions: "unchecked" });
  if (!checked.ok) return refused(errorsIn(checked.diagnostics));
  const record = readRecord(textIn(files, RECORD_PATH));
  if (!record.ok) return refused(errorsIn(record.diagnostics));
  const asked = findAsked(checked.pack, request);
  if ("problem" in asked) return refused([asked.problem]);
  const last = record.adoptions.findLast(
    ({ service, version }) => service === request.service && version === request.version,
  );
  const kind = kindOf(checked.pack, asked, last, record.adoptions, request);
  if (kind === "nothing") return last === undefined ? refused([]) : { kind, adoption: last };
  if (kind === "late") return refused([comesTooLate(request)]);
  if (kind === "altered") {
    const now = checkFiles(files, optionsFor(request));
    return refused(now.ok ? [] : errorsIn(now.diagnostics));
  }
  return enter(files, request, kind, record.entries);
}

function refused(problems: readonly AdoptionProblem[]): Preparation {
  return { kind: "refused", problems };
}

function optionsFor({ today, directory }: AdoptionRequest): PackOptions {
  return { today, ...(directory !== undefined && { directory }) };
}

interface Asked {
  readonly service: Service;
  readonly version: PolicyVersion;
}

function findAsked(pack: Pack, request: AdoptionRequest): Asked | { problem: AdoptionProblem } {
  try {
    const service = findService(pack, request.service);
    return { service, version: findVersion(service, request.version, request.version) };
  } catch (error) {
    if (error instanceof LayakError) return { problem: { message: error.text } };
    throw error;
  }
}

/** What the entry would be; or why there is none. */
function kindOf(
  pack: Pack,
  { service, version }: Asked,
  last: Adoption | undefined,
  all: readonly Adoption[],
  { today, correct }: AdoptionRequest,
): AdoptionKind | "nothing" | "late" | "altered" {
  if (last === undefined) {
    if (version.from >= today) return "adopted";
    return correct ? "corrected" : "late";
  }
  const recorded = { adoption: last, all, today };
  const { misfits, additions } = compareWithRecord(pack, service, version, recorded);
  if (misfits.length > 0 || version.policy.status !== "adopted") {
    return correct ? "corrected" : "altered";
  }
  return additions.length > 0 ? "added" : "nothing";
}

function enter(
  files: ReadonlyMap<string, FileText>,
  request: AdoptionRequest,
  kind: AdoptionKind,
  entries: readonly RecordEntry[],
): Preparation {
  const path = policyPath(request.service, request.version);
  const texts = new Map<string, FileText>(files);
  texts.set(path, withStatus(textIn(files, path) ?? "", "adopted"));
  const adopted = checkFiles(texts, { adoptions: "unchecked" });
  if (!adopted.ok) return refused(errorsIn(adopted.diagnostics));
  const asked = findAsked(adopted.pack, request);
  if ("problem" in asked) return refused([asked.problem]);
  const { service, version } = asked;
  const cases = checkCases(adopted.pack, service, version.from, {
    textOf: (one) => textIn(files, one) ?? "",
    directory: request.directory,
  });
  const meaning = meaningOf({ ...adopted, files: texts }, service, version, request.today);

  const until = lastDayOf(service, version);
  const adoption = entered(
    {
      kind,
      service: service.id,
      version: version.from,
      on: request.on,
      recorded: request.today,
      by: request.by,
      why: request.why,
      ...(until !== null && { until }),
      ...(request.despite !== undefined && { despite: request.despite }),
      parts: digestsOf(coverageOf(adopted.pack, service, version)),
    },
    entries.at(-1),
  );
  texts.set(RECORD_PATH, withEntry(textIn(files, RECORD_PATH), adoption));
  const whole = checkFiles(texts, optionsFor(request));
  const errors = whole.ok ? [] : errorsIn(whole.diagnostics);
  const mayStay = request.correct ? isOfAdoptions : isOfMissingEntry;
  const problems = [
    ...errors.filter(({ code }) => !mayStay(code)),
    ...problemsDespite(meaning.broken, request.despite),
    ...cases.problems,
  ];
  if (problems.length > 0) return { kind: "refused", problems, meaning };
  return {
    kind: "ready",
    adoption,
    files: rewritten([path, RECORD_PATH], texts, files),
    pack: adopted.pack,
    casesPassed: cases.passed,
    casesConfirmed: cases.confirmed,
    meaning,
    left: errors,
  };
}

function comesTooLate(request: AdoptionRequest): AdoptionProblem {
  const { service, version, today, directory } = request;
  const command = adoptCommand(request, "--correct");
  const next = `layak new ${service}${rulesOption(directory)}`;
  return problemOfVersion(
    request,
    {
      id: `versi ${version} dimulai sebelum hari ini (${today}); menetapkannya sekarang mengubah jawaban untuk hari-hari yang sudah lewat`,
      en: `the version of ${version} begins before today (${today}); to adopt it now changes the answers of days that have passed`,
    },
    {
      id: `buat versi baru mulai hari ini atau sesudahnya (${next}); bila memang harus berlaku surut: ${command.id}`,
      en: `make a new version from today or later (${next}); if it has to hold for the past: ${command.en}`,
    },
  );
}
