import type { Fact, FactShape, ScalarShape } from "../../engine/model/catalogue.ts";
import type { Pack } from "../../engine/model/pack.ts";
import { type Language, say } from "../../engine/model/text.ts";

/** A fact as a form needs it. */
export interface DescribedFact {
  readonly fact: string;
  readonly label: string;
  readonly type: FactShape["type"];
  readonly source: string;
  readonly personal: boolean;
  readonly unit?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly pattern?: string;
  readonly format?: string;
  readonly maxLength?: number;
  readonly codes?: readonly { readonly code: string; readonly label: string }[];
  /** Of a list: what each item is. */
  readonly items?: DescribedItems;
  readonly maxItems?: number;
}

type DescribedItems = Pick<
  DescribedFact,
  "type" | "minimum" | "maximum" | "pattern" | "format" | "maxLength" | "codes"
>;

export interface DescribedFacts {
  readonly fromCaller: readonly DescribedFact[];
  readonly fromRegistry: readonly DescribedFact[];
}

/** Facts in the given order, apart by who supplies them. */
export function describeFacts(
  pack: Pack,
  ids: readonly string[],
  language: Language,
): DescribedFacts {
  const facts = ids.flatMap((id) => {
    const fact = pack.facts.get(id);
    return fact === undefined ? [] : [describeFact(id, fact, language)];
  });
  const isFromCaller = ({ source }: DescribedFact) => source === "applicant" || source === "office";
  return {
    fromCaller: facts.filter(isFromCaller),
    fromRegistry: facts.filter((fact) => !isFromCaller(fact)),
  };
}

/** One entry of the catalogue in a language. */
export function describeFact(id: string, fact: Fact, language: Language): DescribedFact {
  const { label, source, personal, unit } = fact;
  const told = {
    fact: id,
    label: say(label, language),
    source,
    personal,
    ...(unit !== undefined && { unit }),
  };
  if (fact.type !== "list") return { ...told, ...describeShape(fact, language) };
  const { items, maxItems } = fact;
  return {
    ...told,
    type: "list",
    items: describeShape(items, language),
    ...(maxItems !== undefined && { maxItems }),
  };
}

function describeShape(shape: ScalarShape, language: Language): DescribedItems {
  switch (shape.type) {
    case "integer":
    case "number":
    case "money": {
      const { type, minimum, maximum } = shape;
      return {
        type,
        ...(minimum !== undefined && { minimum }),
        ...(maximum !== undefined && { maximum }),
      };
    }
    case "string": {
      const { type, pattern, format, maxLength } = shape;
      return {
        type,
        ...(pattern !== undefined && { pattern }),
        ...(format !== undefined && { format }),
        ...(maxLength !== undefined && { maxLength }),
      };
    }
    case "code": {
      const codes = Object.entries(shape.codes).map(([code, text]) => ({
        code,
        label: say(text, language),
      }));
      return { type: shape.type, codes };
    }
    default:
      return { type: shape.type };
  }
}
