import { formatNumber } from "../../engine/explanation/format.ts";
import type { Language } from "../../engine/model/text.ts";
import { say } from "../../engine/model/text.ts";
import { type Decimal, plainDigits } from "./decimal.ts";
import type { Claim, Quantity } from "./figures.ts";
import { PERCENT, RUPIAH } from "./printed.ts";

/**
 * What a claim does with its figures, as it is written down: `10 + 20`; of a share and a subset, and
 * wherever `byName`, each with what it counts.
 */
export function operation(claim: Claim, language: Language, byName = false): string {
  const number = (quantity: Quantity) =>
    byName ? named(quantity, language) : written(quantity.number.value, quantity.unit, language);
  switch (claim.kind) {
    case "sum":
      return claim.of.map(number).join(" + ");
    case "product":
      return claim.of.map(number).join(" × ");
    case "difference":
      return `${number(claim.from)} − ${number(claim.less)}`;
    default: {
      const [part, whole] = [named(claim.part, language), named(claim.whole, language)];
      return language === "id" ? `${part} dari ${whole}` : `${part} of ${whole}`;
    }
  }
}

/** `322.404 (angkatan kerja)`. */
export function named({ number, unit, label }: Quantity, language: Language): string {
  return `${written(number.value, unit, language)} (${say(label, language)})`;
}

/** A product of rupiah is rupiah; of anything else, a bare number. */
export function unitOf(claim: Claim): string {
  if (claim.kind === "share") return PERCENT;
  if (claim.kind === "sum") return claim.of[0]?.unit ?? "";
  if (claim.kind === "difference") return claim.from.unit;
  if (claim.kind === "subset") return claim.part.unit;
  return claim.of.some(({ unit }) => unit === RUPIAH) ? RUPIAH : "";
}

/** `Rp16.800`, `8,13%`, `20.652`. */
export function written(value: Decimal, unit: string, language: Language): string {
  const digits = formatNumber(plainDigits(absolute(value)), language);
  const sign = value.units < 0n ? "-" : "";
  if (unit === RUPIAH) return `${sign}Rp${digits}`;
  return unit === PERCENT ? `${sign}${digits}%` : `${sign}${digits}`;
}

/** Percentages lie points apart. */
export function distanceInWords(difference: Decimal, unit: string, language: Language): string {
  if (unit !== PERCENT) return written(absolute(difference), unit, language);
  const points = say({ id: "poin persen", en: "percentage points" }, language);
  return `${written(absolute(difference), "", language)} ${points}`;
}

function absolute(value: Decimal): Decimal {
  return value.units < 0n ? { ...value, units: -value.units } : value;
}
