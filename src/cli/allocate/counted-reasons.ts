import { formatNumber } from "../../engine/explanation/format.ts";
import type { Language } from "../../engine/model/text.ts";

/** Reasons with how often each is given, the commonest first. */
export function tellCounted(
  counted: ReadonlyMap<string, number>,
  language: Language,
): readonly string[] {
  return [...counted]
    .toSorted(([, one], [, other]) => other - one)
    .map(([told, count]) => `${formatNumber(count, language).padStart(8)}  ${told}`);
}
