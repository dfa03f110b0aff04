import type { VersionCoverage } from "./coverage.ts";
import type { TargetKind } from "./target.ts";

/** How many targets of one kind are exercised, of those that are not known to be impossible. */
export interface Count {
  readonly exercised: number;
  readonly possible: number;
}

export type Counts = Readonly<Record<TargetKind, Count>>;

export function countsOf({ targets }: VersionCoverage): Counts {
  const count = (kind: TargetKind): Count => {
    const possible = targets.filter(
      ({ target, status }) => target.kind === kind && status.kind !== "impossible",
    );
    const exercised = possible.filter(({ status }) => status.kind === "exercised");
    return { exercised: exercised.length, possible: possible.length };
  };
  return {
    outcome: count("outcome"),
    leaf: count("leaf"),
    "sole-reason": count("sole-reason"),
    boundary: count("boundary"),
  };
}

/** How many targets are unsettled as no facts were found from which it is computed so. */
export function numberNotFound(coverage: readonly VersionCoverage[]): number {
  return coverage
    .flatMap(({ targets }) => targets)
    .filter(({ status }) => status.kind === "unsettled" && status.because === "computed").length;
}

/** How many targets have a status. */
export function numberOf(
  coverage: readonly VersionCoverage[],
  kind: "exercised" | "missing" | "impossible" | "unsettled",
): number {
  return coverage.flatMap(({ targets }) => targets).filter(({ status }) => status.kind === kind)
    .length;
}
