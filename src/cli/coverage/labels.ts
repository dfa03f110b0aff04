import type { FactShape } from "../../engine/model/catalogue.ts";
import type { Pack } from "../../engine/model/pack.ts";
import { type Language, say } from "../../engine/model/text.ts";
import type { Dimension } from "../../monitoring/coverage/report.ts";
import { monthInWords, WORDS } from "./words.ts";

/** How a line of a dimension is called: by the rules' own words where they have some. */
export type LabelOf = (dimension: Dimension, value: string) => string;

export function labelsOf(pack: Pack, language: Language): LabelOf {
  const segments = codesOf(pack.facts.get("coverage.segment"));
  const offices = new Map([...pack.cities.values()].flatMap(({ offices }) => [...offices]));
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

function codesOf(shape: FactShape | undefined) {
  return shape?.type === "code" && Object.keys(shape.codes).length > 0 ? shape.codes : undefined;
}
