import { standingAdoptions } from "../adoptions/adoption.ts";
import { type OpenFiles, policyPath } from "../adoptions/places.ts";
import { adoptedFileGone, adoptedNoLonger, adoptedWithoutEntry } from "../diagnostics/adoptions.ts";
import type { AdoptedVersion } from "../diagnostics/commands.ts";
import { memberOf, stringOf } from "../json/nodes.ts";
import type { PlacedAdoption, PlacedEntry } from "./adoptions-file.ts";
import type { Place, Report, RuleFile } from "./rule-file.ts";

/** The `status` of a policy file as it is written, and where that is told. */
export interface WrittenStatus {
  readonly status: string | undefined;
  readonly place: Place;
  readonly report: Report;
}

/** Notes the status of a policy file without keeping its tree. */
export function writtenStatus({ root, report }: RuleFile): WrittenStatus {
  const { offset } = memberOf(root, "status") ?? root;
  return { status: stringOf(root, "status"), place: { offset }, report };
}

/** What the record of adoptions is held against. */
export interface AdoptionSubject {
  readonly files: OpenFiles;
  /** Every policy file by its path; null where it is not JSON. */
  readonly policies: ReadonlyMap<string, WrittenStatus | null>;
  readonly record: { readonly file: RuleFile; readonly placed: readonly PlacedEntry[] } | null;
  /** `YYYY-MM-DD` in Jakarta, where a command knows it. */
  readonly today: string | undefined;
  /** The rules directory as the reader named it. */
  readonly directory: string | undefined;
}

/** Every adopted version has its entry, and every entry its adopted version. */
export function checkEntries(subject: AdoptionSubject): void {
  const last = lastAdoptions(subject);
  for (const [path, policy] of subject.policies) {
    if (policy?.status !== "adopted") continue;
    const version = path.slice(path.lastIndexOf("/") + 1, -".json".length);
    const service = path.slice(0, path.lastIndexOf("/"));
    if (last.has(path)) continue;
    policy.report(policy.place, adoptedWithoutEntry(namedIn(subject, { service, version })));
  }
  for (const [path, { adoption, node }] of last) {
    const policy = subject.policies.get(path);
    const named = namedIn(subject, adoption);
    const isToCome = subject.today !== undefined && adoption.version > subject.today;
    if (policy === undefined) {
      const place = memberOf(node, "version") ?? node;
      subject.record?.file.report(place, adoptedFileGone(named, isToCome));
    } else if (policy?.status !== undefined && policy.status !== "adopted") {
      policy.report(policy.place, adoptedNoLonger(named, isToCome));
    }
  }
}

/** The last entry of each version that is adopted, by the path of its file. */
export function lastAdoptions({ record }: AdoptionSubject): ReadonlyMap<string, PlacedAdoption> {
  const placed = record?.placed ?? [];
  const standing = new Set<object>(standingAdoptions(placed.map(({ entry }) => entry)));
  return new Map(
    placed.flatMap(({ entry, node }) =>
      entry.kind === "withdrawn" || !standing.has(entry)
        ? []
        : [[policyPath(entry.service, entry.version), { adoption: entry, node }] as const],
    ),
  );
}

/** A version as messages about these files name it. */
export function namedIn(
  { directory }: AdoptionSubject,
  { service, version }: AdoptedVersion,
): AdoptedVersion {
  return { service, version, ...(directory !== undefined && { directory }) };
}
