const WRITTEN = /(?:Rp\.?\s?)?[-+]?[\d.,_]*\d[\d.,_]*/y;

export interface WrittenNumber {
  readonly offset: number;
  readonly written: string;
}

/** The number that people would see at, or around, an offset; null where there is none. */
export function writtenNumberAt(text: string, offset: number): WrittenNumber | null {
  let start = offset;
  while (start > 0 && /[\d.,_]/.test(text.charAt(start - 1))) start--;
  while (start < offset && text.charAt(start) === ",") start++;
  WRITTEN.lastIndex = start;
  const match = WRITTEN.exec(text);
  if (match === null) return null;
  const written = match[0].replace(/[.,_]+$/, "");
  return start + written.length <= offset ? null : { offset: start, written };
}

const DOTS = /^\d{1,3}(?:\.\d{3})+(?:,(\d+|-))?$/;
const COMMAS = /^\d{1,3}(?:,\d{3})+(?:\.(\d+))?$/;
const DECIMAL_COMMA = /^(\d+),(\d+)$/;

/**
 * A number that people wrote their own way, as JSON writes it: `Rp16.800,00` is 16800,
 * `16,800` too, `1,5` is 1.5. Null where it is no number at all.
 */
export function plainNumberOf(written: string): string | null {
  const bare = written.trim().replace(/^Rp\.?\s*/i, "");
  const sign = bare.startsWith("-") ? "-" : "";
  const digits = bare.replace(/^[-+]\s*/, "");
  const dots = DOTS.exec(digits);
  if (dots !== null) return sign + join(digits.split(",")[0] ?? "", dots[1]);
  const commas = COMMAS.exec(digits);
  if (commas !== null) return sign + join(digits.split(".")[0] ?? "", commas[1]);
  const decimal = DECIMAL_COMMA.exec(digits);
  if (decimal !== null) return sign + join(decimal[1] ?? "", decimal[2]);
  const plain = digits.replaceAll("_", "").replace(/\.$/, "");
  return /^\d*\.?\d+$/.test(plain) ? sign + String(Number(plain)) : null;
}

function join(whole: string, decimals: string | undefined): string {
  const digits = whole.replace(/[.,]/g, "");
  const fraction = decimals === undefined ? "" : decimals.replace(/[-0]+$/, "");
  return fraction === "" ? digits : `${digits}.${fraction}`;
}
