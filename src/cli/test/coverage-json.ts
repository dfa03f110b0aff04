import type { VersionCoverage } from "../../analysis/coverage/coverage.ts";
import { placesOfCovered } from "../../analysis/coverage/places.ts";
import { type Counts, countsOf } from "../../analysis/coverage/summary.ts";
import { keyOfTarget } from "../../analysis/coverage/target.ts";
import { wordsOfTarget } from "../../analysis/coverage/words.ts";
import type { OpenRules } from "../../analysis/findings/places.ts";
import type { Text } from "../../engine/model/text.ts";

/** Something that no case tests, for programs. `file` is relative to the rules directory. */
export interface Gap {
  readonly status: "missing" | "impossible" | "unsettled";
  /** Why it is unsettled: the search ended, or no facts were found from which it is computed so. */
  readonly because?: "search" | "computed";
  /** Such as `leaf:bpjs-aktif/conditions/all/0:false`. */
  readonly target: string;
  readonly words: Text;
  /** The day for which that is said. */
  readonly asOf: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** What the cases of one version test, for programs. */
export interface CoverageJson {
  readonly service: string;
  /** The policy file's day. */
  readonly version: string;
  /** The day for which most is said. */
  readonly asOf: string;
  readonly cases: number;
  readonly counts: Counts;
  readonly gaps: readonly Gap[];
}

export function coverageJson(version: VersionCoverage, rules: OpenRules): CoverageJson {
  const { service, from, asOf, cases, targets } = version;
  const placeOf = placesOfCovered();
  const gaps = targets.flatMap((covered): readonly Gap[] => {
    const { target, status, prepared } = covered;
    if (status.kind === "exercised") return [];
    const place = placeOf(covered);
    return [
      {
        status: status.kind,
        ...(status.kind === "unsettled" && { because: status.because }),
        target: keyOfTarget(target),
        words: wordsOfTarget(prepared.program, target),
        asOf: prepared.asOf,
        file: place.file,
        ...rules.positionOf(place),
      },
    ];
  });
  return { service, version: from, asOf, cases: cases.length, counts: countsOf(version), gaps };
}
