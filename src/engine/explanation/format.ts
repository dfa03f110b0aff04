import type { FactShape, FactValue, Scalar } from "../model/catalogue.ts";
import type { DurationShape } from "../model/pack.ts";
import { type Language, say, type Text } from "../model/text.ts";
import { type Duration, parseDuration } from "../values/calendar.ts";

const LOCALES: Readonly<Record<Language, string>> = { id: "id-ID", en: "en-GB" };

const NOT_KNOWN: Text = { id: "belum diketahui", en: "not yet known" };
const NONE: Text = { id: "tidak ada", en: "none" };
const YES: Text = { id: "ya", en: "yes" };
const NO: Text = { id: "tidak", en: "no" };

/** A value in words: `Rp16.800`, `22 November 2026`, `1,5 ha`, the label of a code. */
export function formatValue(
  value: FactValue,
  shape: FactShape,
  unit: string | undefined,
  language: Language,
): string {
  if (value === null) return say(NOT_KNOWN, language);
  if (typeof value !== "object") {
    return formatScalar(value, shape.type === "list" ? shape.items : shape, unit, language);
  }
  const items = shape.type === "list" ? shape.items : shape;
  if (value.length === 0) return say(NONE, language);
  return value.map((item) => formatValue(item, items, unit, language)).join(", ");
}

/** As {@link formatValue}, for parameters too, which may be durations. */
export function formatAny(
  value: FactValue,
  shape: FactShape | DurationShape,
  unit: string | undefined,
  language: Language,
): string {
  if (shape.type !== "duration") return formatValue(value, shape, unit, language);
  return typeof value === "string" ? formatDuration(value, language) : say(NOT_KNOWN, language);
}

function formatScalar(
  value: Scalar,
  shape: FactShape,
  unit: string | undefined,
  language: Language,
): string {
  if (typeof value === "boolean") return say(value ? YES : NO, language);
  if (typeof value === "number") {
    if (shape.type === "money") return formatMoney(value, language);
    return formatNumber(value, language) + (unit === undefined ? "" : ` ${unit}`);
  }
  if (shape.type === "date") return formatDate(value, language);
  const label = shape.type === "code" ? shape.codes[value] : undefined;
  return label === undefined ? value : say(label, language);
}

/** `Rp16.800` in Indonesian and `Rp16,800` in English, without a space. */
function formatMoney(rupiah: number, language: Language): string {
  return `${rupiah < 0 ? "-" : ""}Rp${formatNumber(Math.abs(rupiah), language)}`;
}

export function formatNumber(value: number, language: Language): string {
  return new Intl.NumberFormat(LOCALES[language], { maximumFractionDigits: 20 }).format(value);
}

/** `22 November 2026`. */
export function formatDate(date: string, language: Language): string {
  const day = new Date(`${date}T00:00:00Z`);
  return new Intl.DateTimeFormat(LOCALES[language], { dateStyle: "long", timeZone: "UTC" }).format(
    day,
  );
}

/** `P1Y6M` as "1 tahun 6 bulan" and "1 year 6 months". */
export function formatDuration(text: string, language: Language): string {
  const { years, months, weeks, days } = parseDuration(text) ?? NO_TIME;
  const parts = [
    [years, "year"] as const,
    [months, "month"] as const,
    [weeks, "week"] as const,
    [days, "day"] as const,
  ].filter(([count]) => count > 0);
  const told = parts.length === 0 ? [[0, "day"] as const] : parts;
  return told
    .map(([count, unit]) =>
      new Intl.NumberFormat(LOCALES[language], {
        style: "unit",
        unit,
        unitDisplay: "long",
        useGrouping: false,
      }).format(count),
    )
    .join(" ");
}

const NO_TIME: Duration = { years: 0, months: 0, weeks: 0, days: 0 };
