import type { FactShape, FactValue, Scalar } from "../model/catalogue.ts";
import type { DurationShape } from "../model/pack.ts";
import { type Language, say, type Text } from "../model/text.ts";
import { type Duration, parseDuration } from "../values/calendar.ts";

const MONTHS: Text = {
  id: "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember",
  en: "January February March April May June July August September October November December",
};

const NOT_KNOWN: Text = { id: "belum diketahui", en: "not yet known" };
const NONE: Text = { id: "tidak ada", en: "none" };
const YES: Text = { id: "ya", en: "yes" };
const NO: Text = { id: "tidak", en: "no" };

/** A value in words: `Rp16.800`, `22 November 2026`, `1,5 ha`, `3 bulan`, the label of a code. */
export function formatValue(
  value: FactValue,
  shape: FactShape | DurationShape,
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

function formatScalar(
  value: Scalar,
  shape: FactShape | DurationShape,
  unit: string | undefined,
  language: Language,
): string {
  if (typeof value === "boolean") return say(value ? YES : NO, language);
  if (typeof value === "number") {
    if (shape.type === "money") return formatMoney(value, language);
    const digits = shape.type === "decimal" ? value.toFixed(shape.scale) : value;
    return formatNumber(digits, language) + (unit === undefined ? "" : ` ${unit}`);
  }
  if (shape.type === "date") return formatDate(value, language);
  if (shape.type === "duration") return formatDuration(value, language);
  const label = shape.type === "code" ? shape.codes[value] : undefined;
  return label === undefined ? value : say(label, language);
}

/** `Rp16.800` in Indonesian and `Rp16,800` in English, without a space. */
function formatMoney(rupiah: number, language: Language): string {
  return `${rupiah < 0 ? "-" : ""}Rp${formatNumber(Math.abs(rupiah), language)}`;
}

/** `1.234,5` in Indonesian and `1,234.5` in English. */
export function formatNumber(value: number | string, language: Language): string {
  const [thousands, decimal] = language === "id" ? [".", ","] : [",", "."];
  const [whole = "", fraction] = String(value).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, thousands);
  return fraction === undefined ? grouped : grouped + decimal + fraction;
}

/** `22 November 2026`. */
export function formatDate(date: string, language: Language): string {
  const [year, month, day] = date.split("-").map(Number);
  return `${day} ${say(MONTHS, language).split(" ")[(month ?? 0) - 1]} ${year}`;
}

const UNITS: readonly (readonly [keyof Duration, Text])[] = [
  ["years", { id: "tahun", en: "year" }],
  ["months", { id: "bulan", en: "month" }],
  ["weeks", { id: "minggu", en: "week" }],
  ["days", { id: "hari", en: "day" }],
];

/** `P1Y6M` as "1 tahun 6 bulan" and "1 year 6 months". */
export function formatDuration(text: string, language: Language): string {
  const duration = parseDuration(text);
  const parts = UNITS.flatMap(([unit, word]) => {
    const count = duration?.[unit] ?? 0;
    const plural = language === "en" && count > 1 ? "s" : "";
    return count === 0 ? [] : [`${count} ${say(word, language)}${plural}`];
  });
  return parts.join(" ") || say({ id: "0 hari", en: "0 days" }, language);
}
