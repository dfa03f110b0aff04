import { versionInForce } from "../../engine/decision/versions.ts";
import type { Case, Pack, Service } from "../../engine/model/pack.ts";
import { itemsOf, stringOf } from "../../pack/json/nodes.ts";
import { parseJson } from "../../pack/json/parse.ts";
import { type CaseResult, runCases } from "../run-cases.ts";
import { asksForCheck } from "../suggest/note.ts";
import { differences } from "./differences.ts";
import type { AdoptionProblem } from "./problem.ts";

/** How the cases speak for a version. */
export interface CaseCheck {
  readonly problems: readonly AdoptionProblem[];
  /** Of all services. */
  readonly passed: number;
  /** Those that this version decides, each confirmed. */
  readonly confirmed: number;
}

/** Every case that does not come out as expected, as it stands. */
export function failingCases(
  pack: Pack,
  textOf: (path: string) => string,
): readonly AdoptionProblem[] {
  const placeOf = placing(textOf);
  return resultsOf(pack)
    .filter(({ result }) => result.kind !== "passed")
    .map(({ id, result }) => ({ ...placeOf(id, result.test), ...failsNow(pack, result) }))
    .toSorted(asTheyStand);
}

/** The files that the cases stand in. */
export interface CaseFiles {
  readonly textOf: (path: string) => string;
  /** The rules directory as the reader named it; `rules` unless stated. */
  readonly directory?: string | undefined;
}

/** Every case passes, and each that the version decides is confirmed; there is at least one. */
export function checkCases(
  pack: Pack,
  service: Service,
  version: string,
  files: CaseFiles,
): CaseCheck {
  const results = resultsOf(pack);
  const failing = results.filter(({ result }) => result.kind !== "passed");
  const deciding = service.cases.filter((test) => decidingVersion(service, test) === version);
  const failed = new Set(failing.map(({ result }) => result.test));
  const unconfirmed = deciding.filter((test) => test.confirmed === undefined && !failed.has(test));
  const doubted = deciding.filter(
    ({ confirmed, note }) => confirmed !== undefined && note !== undefined && asksForCheck(note),
  );
  const placeOf = placing(files.textOf);
  return {
    passed: results.length - failing.length,
    confirmed: deciding.filter(({ confirmed }) => confirmed !== undefined).length,
    problems: [
      ...failing.map(({ id, result }) => ({ ...placeOf(id, result.test), ...fails(pack, result) })),
      ...doubted.map((test) => ({ ...placeOf(service.id, test), ...contradictsItself(test) })),
      ...unconfirmed.map((test) => ({ ...placeOf(service.id, test), ...isUnconfirmed(test) })),
      ...(deciding.length > 0 ? [] : [noCases(service.id, version, files.directory)]),
    ].toSorted(asTheyStand),
  };
}

function resultsOf(pack: Pack): readonly { readonly id: string; readonly result: CaseResult }[] {
  return runCases(pack).flatMap(({ service: id, results }) =>
    results.map((result) => ({ id, result })),
  );
}

type Placed = AdoptionProblem & Required<Pick<AdoptionProblem, "file" | "line" | "column">>;

/** What is told of a case, beside its place. */
type Told = Pick<AdoptionProblem, "alike" | "message" | "help">;

function asTheyStand(first: Placed, second: Placed): number {
  return first.file === second.file ? first.line - second.line : first.file < second.file ? -1 : 1;
}

function isUnconfirmed({ name, note }: Case): Told {
  const isNoted = note !== undefined && asksForCheck(note);
  return {
    alike: "case-unconfirmed",
    message: {
      id: `kasus "${name}" belum dipastikan`,
      en: `the case "${name}" is not confirmed`,
    },
    help: {
      id: `bila hasilnya benar, tulis "confirmed": { "by": "NAMA", "on": "TTTT-BB-HH" }${isNoted ? ' dan hapus "note"-nya' : ""}`,
      en: `if its result is right, write "confirmed": { "by": "NAME", "on": "YYYY-MM-DD" }${isNoted ? ' and delete its "note"' : ""}`,
    },
  };
}

function contradictsItself({ name }: Case): Told {
  return {
    alike: "case-contradicting-itself",
    message: {
      id: `kasus "${name}" dipastikan, tetapi "note"-nya masih menyuruh memeriksanya`,
      en: `the case "${name}" is confirmed, but its "note" still says to check it`,
    },
    help: {
      id: 'bila hasilnya memang benar, hapus "note" itu; bila tidak, hapus "confirmed"',
      en: 'if its result is right indeed, delete that "note"; if not, delete "confirmed"',
    },
  };
}

/** The day of the version that a case is decided by. */
function decidingVersion(service: Service, test: Case): string | undefined {
  return test.version ?? versionInForce(service, test.asOf)?.from;
}

/** Cases are decided as they will be: the version may decide days that another decided until now. */
function fails(pack: Pack, result: CaseResult): Told {
  const { message, help } = failsNow(pack, result);
  return {
    message: {
      id: `bila versi ini ditetapkan, ${message.id}`,
      en: `once this version is adopted, ${message.en}`,
    },
    help,
  };
}

function failsNow(pack: Pack, result: CaseResult) {
  const name = `"${result.test.name}"`;
  const how = result.kind === "failed" ? differences(pack, result) : [];
  const told = (words: readonly string[]) => (words.length === 0 ? "" : `: ${words.join("; ")}`);
  return {
    message: {
      id: `kasus ${name} tidak sesuai${told(how.map(({ id }) => id))}`,
      en: `the case ${name} does not come out as expected${told(how.map(({ en }) => en))}`,
    },
    help: {
      id: "bila jawaban itu benar, perbaiki kasusnya; bila tidak, perbaiki aturannya",
      en: "if that answer is right, mend the case; if not, mend the policy",
    },
  };
}

function noCases(service: string, version: string, directory = "rules"): Placed {
  const command = `layak test ${directory === "rules" ? "" : `${directory} `}--suggest ${service}`;
  return {
    file: `${service}/cases.json`,
    line: 1,
    column: 1,
    message: {
      id: `tidak ada kasus yang diputuskan versi ${version}`,
      en: `there is no case that the version of ${version} decides`,
    },
    help: {
      id: `tulis kasus dengan "asOf" sesudah ${version} atau "version": "${version}"; ${command} mengusulkannya`,
      en: `write cases with an "asOf" after ${version} or "version": "${version}"; ${command} proposes some`,
    },
  };
}

/** Finds cases by their names, which stand once in a file. */
function placing(textOf: (path: string) => string) {
  const parsed = new Map<string, Pick<ReturnType<typeof parseJson>, "root" | "positionAt">>();
  return (
    service: string,
    { name }: Case,
  ): Required<Pick<AdoptionProblem, "file" | "line" | "column">> => {
    const file = `${service}/cases.json`;
    const { root, positionAt } = parsed.get(file) ?? parseJson(textOf(file));
    parsed.set(file, { root, positionAt });
    const node = itemsOf(root ?? undefined).find((one) => stringOf(one, "name") === name);
    return { file, ...positionAt(node?.offset ?? 0) };
  };
}
