import { versionInForce } from "../../engine/decision/versions.ts";
import type { Case, Pack, Service } from "../../engine/model/pack.ts";
import { itemsOf, stringOf } from "../../pack/json/nodes.ts";
import { parseJson } from "../../pack/json/parse.ts";
import { type CaseResult, runCases } from "../run-cases.ts";
import type { AdoptionProblem } from "./problem.ts";

/** How the cases speak for a version. */
export interface CaseCheck {
  readonly problems: readonly AdoptionProblem[];
  /** Of all services. */
  readonly passed: number;
  /** Those that this version decides, each confirmed. */
  readonly confirmed: number;
}

/** Every case passes, and each that the version decides is confirmed; there is at least one. */
export function checkCases(
  pack: Pack,
  service: Service,
  version: string,
  textOf: (path: string) => string,
): CaseCheck {
  const results = runCases(pack).flatMap(({ service: id, results: all }) =>
    all.map((result) => ({ id, result })),
  );
  const failing = results.filter(({ result }) => result.kind !== "passed");
  const deciding = service.cases.filter((test) => decidingVersion(service, test) === version);
  const failed = new Set(failing.map(({ result }) => result.test));
  const unconfirmed = deciding.filter((test) => test.confirmed === undefined && !failed.has(test));
  const placeOf = placing(textOf);
  return {
    passed: results.length - failing.length,
    confirmed: deciding.filter(({ confirmed }) => confirmed !== undefined).length,
    problems: [
      ...failing.map(({ id, result }) => ({ ...placeOf(id, result.test), ...fails(result) })),
      ...unconfirmed.map((test) => ({ ...placeOf(service.id, test), ...isUnconfirmed(test) })),
      ...(deciding.length > 0 ? [] : [noCases(service.id, version)]),
    ].toSorted(asTheyStand),
  };
}

type Placed = AdoptionProblem & Required<Pick<AdoptionProblem, "file" | "line" | "column">>;

/** What is told of a case, beside its place. */
type Told = Pick<AdoptionProblem, "message" | "help">;

function asTheyStand(first: Placed, second: Placed): number {
  return first.file === second.file ? first.line - second.line : first.file < second.file ? -1 : 1;
}

function isUnconfirmed({ name }: Case): Told {
  return {
    message: {
      id: `kasus "${name}" belum dipastikan`,
      en: `the case "${name}" is not confirmed`,
    },
    help: {
      id: 'bila hasilnya benar, tulis "confirmed": { "by": "NAMA", "on": "TTTT-BB-HH" }',
      en: 'if its result is right, write "confirmed": { "by": "NAME", "on": "YYYY-MM-DD" }',
    },
  };
}

/** The day of the version that a case is decided by. */
function decidingVersion(service: Service, test: Case): string | undefined {
  return test.version ?? versionInForce(service, test.asOf)?.from;
}

/** Cases are decided as they will be: the version may decide days that another decided until now. */
function fails(result: CaseResult): Told {
  const name = `"${result.test.name}"`;
  const how = result.kind === "failed" ? differences(result) : [];
  const told = how.length === 0 ? "" : `: ${how.join("; ")}`;
  return {
    message: {
      id: `bila versi ini ditetapkan, kasus ${name} tidak sesuai${told}`,
      en: `once this version is adopted, the case ${name} does not come out as expected${told}`,
    },
    help: {
      id: "bila jawaban itu benar, perbaiki kasusnya; bila tidak, perbaiki aturannya",
      en: "if that answer is right, mend the case; if not, mend the policy",
    },
  };
}

function differences(result: Extract<CaseResult, { readonly kind: "failed" }>): readonly string[] {
  const { outcome, unmet, missing } = result;
  const sets = [
    ["unmet", unmet],
    ["missing", missing],
  ] as const;
  return [
    ...(outcome === undefined ? [] : [`${outcome.expected} → ${outcome.actual}`]),
    ...sets.flatMap(([key, difference]) => {
      if (difference === undefined) return [];
      const { lacking, unexpected } = difference;
      const names = [...lacking.map((one) => `−${one}`), ...unexpected.map((one) => `+${one}`)];
      return [`${key} ${names.join(" ")}`];
    }),
  ];
}

function noCases(service: string, version: string): Placed {
  return {
    file: `${service}/cases.json`,
    line: 1,
    column: 1,
    message: {
      id: `tidak ada kasus yang diputuskan versi ${version}`,
      en: `there is no case that the version of ${version} decides`,
    },
    help: {
      id: `tulis kasus dengan "asOf" sesudah ${version} atau "version": "${version}"; layak test --suggest ${service} mengusulkannya`,
      en: `write cases with an "asOf" after ${version} or "version": "${version}"; layak test --suggest ${service} proposes some`,
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
