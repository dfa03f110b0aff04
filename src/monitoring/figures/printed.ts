import { type Decimal, half, ZERO } from "./decimal.ts";

/** A number as a report prints it. */
export interface PrintedNumber {
  readonly value: Decimal;
  /** One unit of its last printed digit: 0.01 of `8,13%`, 1 of `20.652`, 100,000 of `92,4 juta`. */
  readonly lastDigit: Decimal;
  /** Whether it was rounded when it was printed: it has decimals, or counts in thousands or more. */
  readonly isRounded: boolean;
}

/** What percentages are counted in; every other unit is the report's own word. */
export const PERCENT = "percent";
export const RUPIAH = "rupiah";
/** These are whole. */
export const PEOPLE = "people";

const WRITTEN =
  /^(?<rupiah>Rp\.?\s*)?(?<digits>\d[\d.,]*?)(?:,-)?\s*(?<scale>ribu|juta|miliar|milyar|triliun|thousand|million|billion|trillion)?\s*(?<percent>%|persen|percent)?$/iu;

const ZEROS: Readonly<Record<string, number>> = {
  ribu: 3,
  thousand: 3,
  juta: 6,
  million: 6,
  miliar: 9,
  milyar: 9,
  billion: 9,
  triliun: 12,
  trillion: 12,
};

/** The unit that a printed number shows by a sign: `8,13%`, `Rp16.800`; null where it shows none. */
export function unitShown(text: string): typeof PERCENT | typeof RUPIAH | null {
  const groups = WRITTEN.exec(text.trim())?.groups;
  if (groups?.["percent"] !== undefined) return PERCENT;
  return groups?.["rupiah"] === undefined ? null : RUPIAH;
}

/**
 * Reads a number as Indonesian and English papers print it: `20.652`, `8,13%`, `Rp92,4 juta`. One
 * separator before exactly three digits parts thousands, except where thousands make no sense: in
 * percentages and before words such as "juta". Null where it is no number of this unit.
 */
export function readPrinted(text: string, unit: string): PrintedNumber | null {
  const groups = WRITTEN.exec(text.trim())?.groups;
  if (groups === undefined) return null;
  const { rupiah, digits = "", scale, percent } = groups;
  if (percent !== undefined && unit !== PERCENT) return null;
  if (rupiah !== undefined && unit !== RUPIAH) return null;
  const number = readDigits(digits, unit !== PERCENT && scale === undefined);
  if (number === null) return null;
  const zeros = scale === undefined ? 0 : (ZEROS[scale.toLowerCase()] ?? 0);
  const value = timesTen(number, zeros);
  if (unit === PEOPLE && value.scale > 0) return null;
  return {
    value,
    lastDigit: timesTen({ units: 1n, scale: number.scale }, zeros),
    isRounded: number.scale > 0 || zeros > 0,
  };
}

/** How far off a printed number may be from what it was rounded from; nothing where it counts. */
export function roundingOf({ isRounded, lastDigit }: PrintedNumber): Decimal {
  return isRounded ? half(lastDigit) : ZERO;
}

function readDigits(digits: string, mayBeThousands: boolean): Decimal | null {
  if (mayBeThousands && /^[1-9]\d{0,2}(?:\.\d{3})+$|^[1-9]\d{0,2}(?:,\d{3})+$/.test(digits)) {
    return decimalOf(digits.replace(/[.,]/g, ""), "");
  }
  const parts =
    /^(?<whole>\d+|[1-9]\d{0,2}(?:\.\d{3})+|[1-9]\d{0,2}(?:,\d{3})+)(?:(?<mark>[.,])(?<rest>\d+))?$/.exec(
      digits,
    )?.groups;
  const { whole = "", mark, rest = "" } = parts ?? {};
  // In `1.234.567` the last mark is no decimal one where the same stands before.
  if (parts === undefined || (mark !== undefined && whole.includes(mark))) return null;
  return decimalOf(whole.replace(/[.,]/g, ""), rest);
}

function decimalOf(whole: string, rest: string): Decimal {
  return { units: BigInt(whole + rest), scale: rest.length };
}

function timesTen({ units, scale }: Decimal, zeros: number): Decimal {
  const left = Math.max(0, scale - zeros);
  return { units: units * 10n ** BigInt(Math.max(0, zeros - scale)), scale: left };
}
