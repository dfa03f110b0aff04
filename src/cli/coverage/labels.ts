import type { FactShape } from "../../engine/model/catalogue.ts";
import type { City, Pack } from "../../engine/model/pack.ts";
import { type Language, say, type Text } from "../../engine/model/text.ts";
import { canonicalJson } from "../../engine/values/canonical.ts";
import type { Dimension } from "../../monitoring/coverage/report.ts";
import { monthInWords, WORDS } from "./words.ts";

/** How a line of a dimension is called: by the rules' own words where they have some. */
export type LabelOf = (dimension: Dimension, value: string) => string;

export function labelsOf(pack: Pack, language: Language, city?: string): LabelOf {
  const segments = codesOf(pack.facts.get("coverage.segment"));
  const offices = officesIn(pack, city);
  return (dimension, value) => {
    if (value === "") return say(WORDS.notTold, language);
    if (dimension === "month") return monthInWords(value, language);
    const label =
      dimension === "segment"
        ? segments?.[value]
        : dimension === "opd"
          ? offices.get(value)
          : undefined;
    return label === undefined ? value : say(label, language);
  };
}

/** By its own city's name, else by the one that all cities have alike: no other is certain. */
function officesIn({ cities }: Pack, city: string | undefined): City["offices"] {
  const names = new Map<string, Text>();
  const differing = new Set<string>();
  for (const [code, name] of [...cities.values()].flatMap(({ offices }) => [...offices])) {
    const other = names.get(code);
    if (other !== undefined && canonicalJson(other) !== canonicalJson(name)) differing.add(code);
    names.set(code, name);
  }
  const alike = [...names].filter(([code]) => !differing.has(code));
  const own = city === undefined ? [] : (cities.get(city)?.offices ?? []);
  return new Map([...alike, ...own]);
}

function codesOf(shape: FactShape | undefined) {
  return shape?.type === "code" && Object.keys(shape.codes).length > 0 ? shape.codes : undefined;
}
