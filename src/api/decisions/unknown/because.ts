import { formatDate } from "../../../engine/explanation/format.ts";
import type { Vocabulary } from "../../../engine/explanation/names.ts";
import { say, type Text } from "../../../engine/model/text.ts";
import { COVERAGE_SOURCE } from "../coverage.ts";
import type { AnsweredExplanation } from "../few-reasons.ts";
import type { Unknown, UnknownCause } from "./cause.ts";
import { labelsOf } from "./labels.ts";
import { WORDS } from "./words.ts";

/** Why some facts are not known, all those of one cause together, and what to do next. */
export interface UnknownBecause {
  readonly cause: UnknownCause;
  readonly reason: string;
  readonly remedy: string;
}

/** An explanation that says, where a decision is open, what keeps it open. */
export interface ExplanationWithCauses extends AnsweredExplanation {
  readonly unknownBecause?: readonly UnknownBecause[];
}

/** Adds the causes after the summary, which they complete; a decision that is settled has none. */
export function withCauses(
  explanation: AnsweredExplanation,
  vocabulary: Vocabulary,
  unknown: readonly Unknown[],
): ExplanationWithCauses {
  if (unknown.length === 0) return explanation;
  const { language, summary, ...others } = explanation;
  return { language, summary, unknownBecause: becauseOf(vocabulary, unknown), ...others };
}

/** Each cause once, in the order of the first fact that it concerns. */
function becauseOf(vocabulary: Vocabulary, unknown: readonly Unknown[]): readonly UnknownBecause[] {
  const groups = new Map<string, Unknown[]>();
  for (const each of unknown) {
    const key = `${each.telling} ${each.registry}`;
    const same = groups.get(key);
    if (same === undefined) groups.set(key, [each]);
    else same.push(each);
  }
  return [...groups.values()].flatMap((same) => {
    const [first] = same;
    return first === undefined ? [] : [toldOf(vocabulary, first, same)];
  });
}

function toldOf(
  vocabulary: Vocabulary,
  { telling, registry }: Unknown,
  same: readonly Unknown[],
): UnknownBecause {
  const { language, asOf } = vocabulary;
  const told: Readonly<Record<string, string>> = {
    facts: labelsOf(
      vocabulary,
      same.map(({ name }) => name),
    ),
    data: `${say(ownerOf(registry), language)}${daysOf(vocabulary, same)}`,
    asOf: formatDate(asOf, language),
  };
  const { reason, remedy } = WORDS[telling];
  return {
    cause: telling === "not-in-record" ? "not-found" : telling,
    reason: say(reason, language).replace(/\{(\w+)\}/g, (_, name: string) => told[name] ?? ""),
    remedy: say(remedy, language),
  };
}

function ownerOf(registry = ""): Text {
  if (registry === COVERAGE_SOURCE) return { id: "BPJS Ketenagakerjaan" };
  const name = registry.slice("registry:".length);
  return { id: `registri ${name}`, en: `the registry ${name}` };
}

/** The day on which it was observed, or the first and the last of them. */
function daysOf({ language }: Vocabulary, same: readonly Unknown[]): string {
  const days = [...new Set(same.flatMap(({ day }) => day ?? []))].sort();
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return "";
  const [from, to] = [formatDate(first, language), formatDate(last, language)];
  return say(
    first === last
      ? { id: ` tanggal ${from}`, en: ` of ${from}` }
      : { id: ` tanggal ${from} sampai ${to}`, en: ` of ${from} to ${to}` },
    language,
  );
}
