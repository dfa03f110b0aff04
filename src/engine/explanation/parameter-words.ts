import { oneValue } from "../conditions/references.ts";
import type { FactValue } from "../model/catalogue.ts";
import type { Pack, Parameter, ParameterValue } from "../model/pack.ts";
import { type Language, say } from "../model/text.ts";
import { formatValue } from "./format.ts";

/** The value of a parameter in words; of a table one for each code: "Kota Serang Rp4.857.353; …". */
export function formatParameter(
  { facts }: Pick<Pack, "facts">,
  { shape, unit, by }: Parameter,
  on: ParameterValue | null,
  language: Language,
): string {
  const words = (value: FactValue) => formatValue(value, shape, unit, language);
  if (on === null || by === undefined) return words(on && oneValue(on));
  const fact = facts.get(by);
  const labels = fact?.type === "code" ? fact.codes : {};
  return Object.entries(on.value)
    .map(([code, value]) => `${say(labels[code] ?? { id: code }, language)} ${words(value)}`)
    .join("; ");
}
