import { formatDate, formatNumber, formatValue } from "../../engine/explanation/format.ts";
import type { FactShape } from "../../engine/model/catalogue.ts";
import { type Language, say } from "../../engine/model/text.ts";
import type { Breakdown, BreakdownValue } from "../../simulation/report.ts";

/** What the rows of a breakdown have in common, in words: a label, `10–19`, `2026`, `Oktober 2026`. */
export function valueWords(
  { shape, unit }: Pick<Breakdown, "shape" | "unit">,
  value: BreakdownValue,
  language: Language,
): string {
  switch (value.kind) {
    case "unknown":
      return say({ id: "belum diketahui", en: "not known" }, language);
    case "others": {
      const count = formatNumber(value.values, language);
      return say({ id: `${count} nilai lain`, en: `${count} other values` }, language);
    }
    case "numbers": {
      const isWhole = shape.type === "integer" || shape.type === "money";
      const last = isWhole ? value.below - 1 : value.below;
      const [from, to] = [value.from, last].map((one) => formatValue(one, shape, unit, language));
      if (isWhole) return from === to ? String(from) : `${from}–${to}`;
      return say({ id: `${from} sampai < ${to}`, en: `${from} to < ${to}` }, language);
    }
    case "dates":
      return datesInWords(value.first, value.last, language);
    default:
      return oneValue(value.value, shape, unit, language);
  }
}

function datesInWords(first: string, last: string, language: Language): string {
  const [from, to] = [first, last].map((date) => String(Number(date.slice(0, 4))));
  if (from !== to) return `${from}–${to}`;
  const isYear = first.endsWith("-01-01") && last.endsWith("-12-31");
  return isYear ? String(from) : formatDate(first, language).replace(/^1 /, "");
}

function oneValue(
  text: string,
  shape: FactShape,
  unit: string | undefined,
  language: Language,
): string {
  switch (shape.type) {
    case "boolean":
      return formatValue(text === "true", shape, unit, language);
    case "integer":
    case "money":
    case "number":
    case "decimal":
      return formatValue(Number(text), shape, unit, language);
    case "list": {
      const items = text === "" ? [] : text.split("|").map((item) => (item === "?" ? null : item));
      return formatValue(items, shape, unit, language);
    }
    default:
      return formatValue(text, shape, unit, language);
  }
}
