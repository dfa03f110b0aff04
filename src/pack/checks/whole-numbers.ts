import type { ScalarShape } from "../../engine/model/catalogue.ts";
import type { Words } from "../diagnostics/values.ts";
import type { JsonNode } from "../json/nodes.ts";
import { plainNumberOf } from "../json/numbers.ts";

/** The number with decimals that was written, as a number or as text, where only whole ones may stand. */
export function fractionIn(node: JsonNode, shape: ScalarShape): number | null {
  if (shape.type !== "integer" && shape.type !== "money") return null;
  const written =
    node.kind === "number" ? node.raw : node.kind === "string" ? plainNumberOf(node.value) : null;
  const number = written === null ? Number.NaN : Number(written);
  return Number.isFinite(number) && !Number.isInteger(number) ? number : null;
}

/**
 * The whole number with which a comparison of whole numbers stays the same: more than 4.5 is more
 * than 4, less than 4.5 is less than 5. Both neighbours where there is none such.
 */
export function wholeNumberFor(fraction: number, comparison: string | undefined): Words {
  const [below, above] = [String(Math.floor(fraction)), String(Math.ceil(fraction))];
  switch (comparison) {
    case "greaterThan":
    case "lessThanInclusive":
      return { id: below, en: below };
    case "lessThan":
    case "greaterThanInclusive":
      return { id: above, en: above };
    default:
      return { id: `${below} atau ${above}`, en: `${below} or ${above}` };
  }
}
