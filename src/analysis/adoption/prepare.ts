import { findService, findVersion } from "../../engine/decision/versions.ts";
import { LayakError } from "../../engine/errors.ts";
import type { Pack, PolicyVersion, Service } from "../../engine/model/pack.ts";
import type { Adoption, AdoptionKind } from "../../pack/adoptions/adoption.ts";
import { compareWithRecord } from "../../pack/adoptions/compare.ts";
import { coverageOf, digestsOf } from "../../pack/adoptions/covered.ts";
import { lastDayOf } from "../../pack/adoptions/period.ts";
import { policyPath } from "../../pack/adoptions/places.ts";
import { RECORD_PATH, readRecord, withEntry } from "../../pack/adoptions/record.ts";
import { entered } from "../../pack/adoptions/seal.ts";
import { checkFiles, type FileText } from "../../pack/check-files.ts";
import { adoptCommand } from "../../pack/diagnostics/adoptions.ts";
import type { DiagnosticCode } from "../../pack/diagnostics/codes.ts";
import type { Diagnostic } from "../../pack/diagnostics/diagnostic.ts";
import { checkCases } from "./cases.ts";
import { type AdoptionProblem, problemsOf } from "./problem.ts";
import { asAdopted } from "./status.ts";

/** What an official asks to have on record. */
export interface AdoptionRequest {
  /** `city/service`. */
  readonly service: string;
  /** The version's first day. */
  readonly version: string;
  readonly by: string;
  readonly why: string;
  /** The day of the decision; not after `today`. */
  readonly on: string;
  /** In Jakarta. */
  readonly today: string;
  /** Whether answers of days that passed may change. */
  readonly correct: boolean;
}

export type Preparation =
  | {
      readonly kind: "ready";
      readonly adoption: Adoption;
      /** The texts to write, by path; the record comes last. */
      readonly files: ReadonlyMap<string, string>;
      readonly pack: Pack;
      readonly casesPassed: number;
      readonly casesConfirmed: number;
      /** What is wrong with other adopted versions, which each need an entry of their own. */
      readonly left: readonly AdoptionProblem[];
    }
  /** The version is on record as it stands. */
  | { readonly kind: "nothing"; readonly adoption: Adoption }
  | { readonly kind: "refused"; readonly problems: readonly AdoptionProblem[] };

/** Checks whether a version can be adopted, and makes the texts that put it on record. Pure. */
export function prepareAdoption(
  files: ReadonlyMap<string, FileText>,
  request: AdoptionRequest,
): Preparation {
  const checked = checkFiles(files, { adoptions: "unchecked" });
  if (!checked.ok) return refusedBy(checked.diagnostics);
  const record = readRecord(textIn(files, RECORD_PATH));
  if (!record.ok) return refusedBy(record.diagnostics);
  const asked = findAsked(checked.pack, request);
  if ("problem" in asked) return { kind: "refused", problems: [asked.problem] };
  const last = record.adoptions.findLast(
    ({ service, version }) => service === request.service && version === request.version,
  );
  const kind = kindOf(checked.pack, asked, last, record.adoptions, request);
  if (kind === "nothing") return last === undefined ? REFUSED : { kind, adoption: last };
  if (kind === "late") return { kind: "refused", problems: [comesTooLate(request)] };
  if (kind === "altered") {
    const now = checkFiles(files, { today: request.today });
    return refusedBy(now.ok ? [] : now.diagnostics);
  }
  return enter(files, request, kind, record.adoptions);
}

const REFUSED: Preparation = { kind: "refused", problems: [] };

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
  all: readonly Adoption[],
): Preparation {
  const path = policyPath(request.service, request.version);
  const texts = new Map<string, FileText>(files);
  texts.set(path, asAdopted(textIn(files, path) ?? ""));
  const adopted = checkFiles(texts, { adoptions: "unchecked" });
  if (!adopted.ok) return refusedBy(adopted.diagnostics);
  const asked = findAsked(adopted.pack, request);
  if ("problem" in asked) return { kind: "refused", problems: [asked.problem] };
  const { service, version } = asked;
  const cases = checkCases(adopted.pack, service, version.from, (one) => textIn(files, one) ?? "");

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
      parts: digestsOf(coverageOf(adopted.pack, service, version)),
    },
    all.at(-1),
  );
  texts.set(RECORD_PATH, withEntry(textIn(files, RECORD_PATH), adoption));
  const whole = checkFiles(texts, { today: request.today });
  const errors = whole.ok ? [] : whole.diagnostics.filter(({ severity }) => severity === "error");
  const mayStay = request.correct ? OF_ADOPTIONS : OF_MISSING_ENTRIES;
  const problems = [
    ...problemsOf(errors.filter(({ code }) => !mayStay.includes(code))),
    ...cases.problems,
  ];
  if (problems.length > 0) return { kind: "refused", problems };
  const written = [path, RECORD_PATH].flatMap((one) => {
    const text = textIn(texts, one);
    return text === undefined || text === files.get(one) ? [] : [[one, text] as const];
  });
  return {
    kind: "ready",
    adoption,
    files: new Map(written),
    pack: adopted.pack,
    casesPassed: cases.passed,
    casesConfirmed: cases.confirmed,
    left: problemsOf(errors),
  };
}

/** Two versions that both lack their entry get them one after the other. */
const OF_MISSING_ENTRIES: readonly DiagnosticCode[] = ["LYK506"];

/** Two versions that share what is corrected are corrected one after the other. */
const OF_ADOPTIONS: readonly DiagnosticCode[] = [
  "LYK506",
  "LYK507",
  "LYK508",
  "LYK509",
  "LYK510",
  "LYK511",
];

function comesTooLate({ service, version, today }: AdoptionRequest): AdoptionProblem {
  const command = adoptCommand({ service, version }, "--correct");
  return {
    file: policyPath(service, version),
    line: 1,
    column: 1,
    message: {
      id: `versi ${version} dimulai sebelum hari ini (${today}); menetapkannya sekarang mengubah jawaban untuk hari-hari yang sudah lewat`,
      en: `the version of ${version} begins before today (${today}); to adopt it now changes the answers of days that have passed`,
    },
    help: {
      id: `buat versi baru mulai hari ini atau sesudahnya (layak new ${service}); bila memang harus berlaku surut: ${command.id}`,
      en: `make a new version from today or later (layak new ${service}); if it has to hold for the past: ${command.en}`,
    },
  };
}

function refusedBy(diagnostics: readonly Diagnostic[]): Preparation {
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  return { kind: "refused", problems: problemsOf(errors) };
}

function textIn(files: ReadonlyMap<string, FileText>, path: string): string | undefined {
  const text = files.get(path);
  return typeof text === "string" ? text : undefined;
}
