import { join } from "node:path";
import type { CoveredTarget, VersionCoverage } from "../../analysis/coverage/coverage.ts";
import { type PlaceOfCovered, placesOfCovered } from "../../analysis/coverage/places.ts";
import { wordsOfCovered } from "../../analysis/coverage/words.ts";
import type { OpenRules } from "../../analysis/findings/places.ts";
import { formatDate } from "../../engine/explanation/format.ts";
import { type Language, say, type Text } from "../../engine/model/text.ts";

/** Where commands point to: the files of the rules, under the directory as the reader typed it. */
export interface Pointing {
  readonly directory: string;
  readonly rules: OpenRules;
}

const KINDS: readonly (readonly [string, Text])[] = [
  ["missing", { id: "belum diuji", en: "not tested" }],
  ["unsettled", { id: "tidak terjawab", en: "not settled" }],
  ["computed", { id: "contohnya tidak ditemukan", en: "no example was found" }],
  ["impossible", { id: "tidak dapat terjadi", en: "cannot happen" }],
];

function kindOf({ status }: CoveredTarget): string {
  return status.kind === "unsettled" && status.because === "computed"
    ? status.because
    : status.kind;
}

/** All of a version that no case tests, each at its line. */
export function coverageGaps(
  version: VersionCoverage,
  pointing: Pointing,
  language: Language,
): readonly string[] {
  const placeOf = placesOfCovered();
  const blocks = KINDS.flatMap(([kind, heading]) => {
    const gaps = version.targets.filter((covered) => kindOf(covered) === kind);
    if (gaps.length === 0) return [];
    const told = gaps.map((gap) => tellGap(version, gap, placeOf, pointing, language));
    return [`  ${say(heading, language)}:`, ...eachOnce(told).map((line) => `    ${line}`)];
  });
  return blocks.length === 0 ? [] : [headingOf(version, language), ...blocks];
}

/** A named condition is asked wherever it is used, and stands at one line. */
function eachOnce(lines: readonly string[]): readonly string[] {
  const times = new Map<string, number>();
  for (const line of lines) times.set(line, (times.get(line) ?? 0) + 1);
  return [...times].map(([line, count]) => (count === 1 ? line : `${line} (${count}×)`));
}

function headingOf({ service, from, asOf }: VersionCoverage, language: Language): string {
  const day = formatDate(asOf, language);
  return say(
    { id: `${service} ${from}, pada ${day}`, en: `${service} ${from}, on ${day}` },
    language,
  );
}

function tellGap(
  version: VersionCoverage,
  covered: CoveredTarget,
  placeOf: PlaceOfCovered,
  { directory, rules }: Pointing,
  language: Language,
): string {
  const place = placeOf(covered);
  const words = wordsOfCovered(version, covered)[language];
  return `${join(directory, place.file)}:${rules.lineOf(place)} ${words}`;
}
