import type { Pack, PolicyVersion, Service } from "../../engine/model/pack.ts";
import { lastDayOf } from "../../pack/adoptions/period.ts";
import { policyPath } from "../../pack/adoptions/places.ts";
import { readsOf } from "../../pack/adoptions/reads.ts";
import type { FileText } from "../../pack/check-files.ts";
import type { DiagnosticCode } from "../../pack/diagnostics/codes.ts";
import type { Diagnostic } from "../../pack/diagnostics/diagnostic.ts";
import { coverageOfService } from "../coverage/coverage.ts";
import { type Counts, countsOf } from "../coverage/summary.ts";
import { findingsIn, type OpenQuestion } from "../findings/find.ts";
import { type JsonPlace, type OpenRules, openRules } from "../findings/places.ts";

/** What a version means and how it is tested, as far as those who adopt it should know. */
export interface Meaning {
  /** What {@link BREAKING} has, in reading order. */
  readonly broken: readonly Diagnostic[];
  /** Every other finding. */
  readonly doubts: readonly Diagnostic[];
  readonly unsettled: readonly OpenQuestion[];
  /** What the cases exercise of the version; null where it cannot be asked about. */
  readonly coverage: Counts | null;
}

/**
 * Findings by which a policy cannot mean what it says: somebody, everybody or a clause is decided
 * by nothing that was written. Such a version is adopted only where that is meant, with the reason.
 */
export const BREAKING: readonly DiagnosticCode[] = [
  "LYK803",
  "LYK804",
  "LYK901",
  "LYK902",
  "LYK903",
  "LYK904",
  "LYK905",
  "LYK910",
  "LYK912",
];

/** Sound rules in which the version is adopted, with the texts of their files. */
export interface AdoptedRules {
  readonly pack: Pack;
  readonly files: ReadonlyMap<string, FileText>;
  readonly warnings: readonly Diagnostic[];
}

/** Looks at one version from `today` on; at one that has ended, from its first day on. */
export function meaningOf(
  { pack, files, warnings }: AdoptedRules,
  service: Service,
  version: PolicyVersion,
  today: string,
): Meaning {
  const texts = new Map(
    [...files].flatMap(([path, text]) => (typeof text === "string" ? [[path, text] as const] : [])),
  );
  const last = lastDayOf(service, version);
  const day = last !== null && last < today ? version.from : today;
  const city = service.id.slice(0, service.id.indexOf("/") + 1);
  const services = [...pack.services].filter(([id]) => id.startsWith(city));
  const found = findingsIn(
    { pack: { ...pack, services: new Map(services) }, texts, warnings },
    day,
  );
  const isAbout = about(pack, service, version, openRules(texts));
  const own = [...warnings, ...found.diagnostics].filter(isAbout);
  const isBreaking = ({ code }: Diagnostic) => BREAKING.includes(code);
  const coverage = coverageOfService(pack, service).find(({ from }) => from === version.from);
  return {
    broken: own.filter(isBreaking),
    doubts: own.filter((one) => !isBreaking(one)),
    unsettled: found.unsettled.filter(isAbout),
    coverage: coverage === undefined ? null : countsOf(coverage),
  };
}

/** Whether something stands in the version's file, or in what the version rests on elsewhere. */
function about(pack: Pack, service: Service, version: PolicyVersion, rules: OpenRules) {
  const own = policyPath(service.id, version.from);
  const { conditions, facts, groups, parameters, sources } = readsOf(pack, service, version.policy);
  const city = service.id.slice(0, service.id.indexOf("/"));
  const under = (file: string, key: string, ids: ReadonlySet<string>): readonly JsonPlace[] =>
    [...ids].map((id) => ({ file, path: [key, id] }));
  const places = [
    ...under(`${city}/conditions.json`, "conditions", conditions),
    ...under("facts.json", "facts", facts),
    ...under("facts.json", "groups", groups),
    ...["", `${city}/`].flatMap((folder) => [
      ...under(`${folder}parameters.json`, "parameters", parameters),
      ...under(`${folder}sources.json`, "sources", sources),
    ]),
  ];
  return (one: { readonly file: string; readonly line: number; readonly column: number }) =>
    one.file === own || places.some((place) => place.file === one.file && rules.covers(place, one));
}
