import type { Pack, PolicyVersion, Service } from "../../engine/model/pack.ts";
import { addDays } from "../../engine/values/calendar.ts";
import type { Adoption } from "./adoption.ts";
import { type Coverage, coverageOf } from "./covered.ts";
import { earlier, lastDayOf, later, recordedLastDay } from "./period.ts";
import { digestOfPart } from "./seal.ts";

/** How a version stands to what was adopted. */
export interface Comparison {
  readonly coverage: Coverage;
  /** What changes what was adopted. */
  readonly misfits: readonly Misfit[];
  /** What may be added, and is not on record yet. */
  readonly additions: readonly Addition[];
}

/** A part that is not as it was adopted. */
export interface PartMisfit {
  readonly kind: "changed" | "removed" | "joined";
  readonly part: string;
}

export type Misfit =
  | PartMisfit
  /** A value that begins on a day that lies behind. */
  | { readonly kind: "late-value"; readonly part: string; readonly first: string }
  | ({ readonly kind: "late-end" } & End);

export type Addition =
  /** Changes no answer that could be asked for before. */
  | { readonly kind: "part"; readonly part: string }
  /** `first`: the first day whose answers it can change. */
  | { readonly kind: "value"; readonly part: string; readonly first: string }
  | ({ readonly kind: "end" } & End);

/** Another last day than the one on record; `null`: none. */
interface End {
  readonly recorded: string | null;
  readonly actual: string | null;
  /** The first day whose answers it changes. */
  readonly first: string;
}

/** What the comparison is made against. */
export interface Recorded {
  /** The last entry of the version. */
  readonly adoption: Adoption;
  /** The whole record. */
  readonly all: readonly Adoption[];
  /** `YYYY-MM-DD` in Jakarta, where a command knows it. */
  readonly today?: string | undefined;
}

/** Compares a version with its last entry on record. */
export function compareWithRecord(
  pack: Pick<Pack, "facts" | "groups">,
  service: Service,
  version: PolicyVersion,
  recorded: Recorded,
): Comparison {
  const coverage = coverageOf(pack, service, version);
  const changed = changedParts(coverage, version, lastDayOf(service, version), recorded.adoption);
  const joined = joinedParts(coverage, version, recorded);
  const end = endOf(service, version, recorded);
  return {
    coverage,
    misfits: [...changed, ...joined.misfits, ...end.misfits],
    additions: [...joined.additions, ...end.additions],
  };
}

/** Answers of days before this one may have been given. */
function settledBefore({ adoption, today }: Recorded): string {
  return later(adoption.recorded, today ?? "");
}

function changedParts(
  { contents }: Coverage,
  version: PolicyVersion,
  last: string | null,
  { parts }: Adoption,
): readonly Misfit[] {
  return Object.entries(parts).flatMap(([part, digest]): readonly Misfit[] => {
    const from = dayOfValue(part);
    // The value holds only after the version: it is other versions' matter.
    if (from !== null && last !== null && from > last && from > version.from) return [];
    if (!contents.has(part)) return [{ kind: "removed", part }];
    return digestOfPart(contents.get(part)) === digest ? [] : [{ kind: "changed", part }];
  });
}

function joinedParts(
  { covered }: Coverage,
  version: PolicyVersion,
  recorded: Recorded,
): Pick<Comparison, "misfits" | "additions"> {
  const { parts } = recorded.adoption;
  const misfits: Misfit[] = [];
  const additions: Addition[] = [];
  for (const part of covered) {
    if (Object.hasOwn(parts, part)) continue;
    const from = dayOfValue(part);
    if (!part.includes("/") || /^(?:requirements|grants)\//.test(part)) {
      misfits.push({ kind: "joined", part });
    } else if (from === null) {
      additions.push({ kind: "part", part });
    } else {
      const first = later(from, version.from);
      if (first < settledBefore(recorded)) misfits.push({ kind: "late-value", part, first });
      else additions.push({ kind: "value", part, first });
    }
  }
  return { misfits, additions };
}

function endOf(
  service: Service,
  version: PolicyVersion,
  recorded: Recorded,
): Pick<Comparison, "misfits" | "additions"> {
  const known = recordedLastDay(recorded.adoption, recorded.all);
  const actual = lastDayOf(service, version);
  const sooner = earlier(known, actual);
  if (known === actual || sooner === null) return { misfits: [], additions: [] };
  const end = { recorded: known, actual, first: addDays(sooner, 1) ?? sooner };
  return end.first < settledBefore(recorded)
    ? { misfits: [{ kind: "late-end", ...end }], additions: [] }
    : { misfits: [], additions: [{ kind: "end", ...end }] };
}

/** The first day of a parameter's value; null for every other part. */
function dayOfValue(part: string): string | null {
  return /^parameters\/[^/]+\/values\/(.+)$/.exec(part)?.[1] ?? null;
}
