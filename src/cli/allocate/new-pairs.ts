import { formatNumber } from "../../engine/explanation/format.ts";
import type { Text } from "../../engine/model/text.ts";

/** "5.445 pasangan baru", "1 new pair". */
export function newPairs(count: number): Required<Text> {
  return {
    id: `${formatNumber(count, "id")} pasangan baru`,
    en: `${formatNumber(count, "en")} new ${count === 1 ? "pair" : "pairs"}`,
  };
}
