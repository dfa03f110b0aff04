import { LARGEST_DECIMAL } from "../../engine/computing/exact.ts";
import type { Helper } from "./helper.ts";

/** Arithmetic with exact decimals, as the engine computes. */
export const ARITHMETIC: readonly Helper[] = [
  {
    name: "numberFrom",
    text: `function numberFrom(result, scale, id, label, labelInEnglish) {
  if (result === null) return null;
  const digits = Number(scaled(result, scale));
  const largest = scale > 0 ? ${LARGEST_DECIMAL} : Number.MAX_SAFE_INTEGER;
  if (Math.abs(digits) > largest) throw tooLarge(id, label, labelInEnglish);
  return digits / 10 ** scale;
}`,
  },
  {
    name: "dayFrom",
    text: `function dayFrom(result, scale, id, label, labelInEnglish) {
  const day = numberFrom(result, scale, id, label, labelInEnglish);
  if (day === null) return null;
  const date = dateOf(day);
  if (date === null) throw tooLarge(id, label, labelInEnglish);
  return date;
}`,
  },
  {
    name: "tooLarge",
    text: `function tooLarge(id, label, labelInEnglish) {
  return trouble(
    "computed-out-of-range",
    \`"\${id}" (\${label}) menjadi terlalu besar bila dihitung dari fakta ini.\`,
    \`"\${id}" (\${labelInEnglish}) becomes too large when it is computed from these facts.\`,
  );
}`,
  },
  {
    name: "terms",
    text: `// The terms as exact decimals; null where one is not known.
function terms(...values) {
  return known(...values)?.map((value) => exact(value)) ?? null;
}`,
  },
  {
    name: "known",
    text: `function known(...values) {
  const all = values.flat();
  return all.some((value) => value == null) ? null : all;
}`,
  },
  {
    name: "exact",
    text: `// A decimal: its digits, and how many of them stand after the point. A date is the number of its day.
function exact(value) {
  if (typeof value === "object") return value;
  if (typeof value === "string") return whole(Date.parse(value) / DAY);
  const [before, after = ""] = String(Number(value)).split(".");
  return { digits: BigInt(before + after), scale: after.length };
}`,
  },
  {
    name: "count",
    text: `function count(terms) {
  return terms === null ? null : whole(terms.length);
}`,
  },
  {
    name: "whole",
    text: `function whole(number) {
  return { digits: BigInt(number), scale: 0 };
}`,
  },
  {
    name: "sum",
    text: `function sum(terms) {
  return joined(terms, (digits) => digits.reduce((total, term) => total + term, 0n));
}`,
  },
  {
    name: "difference",
    text: `function difference(terms) {
  return joined(terms, ([from, less]) => from - less);
}`,
  },
  {
    name: "product",
    text: `function product(terms) {
  if (terms === null) return null;
  return {
    digits: terms.reduce((product, { digits }) => product * digits, 1n),
    scale: terms.reduce((sum, { scale }) => sum + scale, 0),
  };
}`,
  },
  {
    name: "minimum",
    text: `function minimum(terms) {
  return joined(terms, (digits) => digits.reduce((a, b) => (b < a ? b : a), digits[0]));
}`,
  },
  {
    name: "maximum",
    text: `function maximum(terms) {
  return joined(terms, (digits) => digits.reduce((a, b) => (b > a ? b : a), digits[0]));
}`,
  },
  {
    name: "joined",
    text: `// All terms at the scale of the finest. Of no terms there is no least and no greatest one.
function joined(terms, compute) {
  if (terms === null) return null;
  const scale = Math.max(0, ...terms.map((term) => term.scale));
  const digits = compute(terms.map((term) => scaled(term, scale)));
  return digits === undefined ? null : { digits, scale };
}`,
  },
  {
    name: "scaled",
    text: `function scaled({ digits, scale }, to) {
  return digits * 10n ** BigInt(to - scale);
}`,
  },
  {
    name: "quotient",
    text: `function quotient(terms, scale, rounding) {
  if (terms === null || terms[1].digits === 0n) return null;
  const [over, under] = terms;
  const dividend = over.digits * 10n ** BigInt(scale + under.scale);
  const divisor = under.digits * 10n ** BigInt(over.scale);
  return { digits: rounded(dividend, divisor, rounding), scale };
}`,
  },
  {
    name: "rounded",
    text: `function rounded(dividend, divisor, rounding) {
  const towardsZero = dividend / divisor;
  const rest = absolute(dividend % divisor) * 2n;
  const away = dividend < 0n === divisor < 0n ? 1n : -1n;
  const half = absolute(divisor);
  if (rounding === "up") return rest > 0n ? towardsZero + away : towardsZero;
  if (rounding === "half-up") return rest >= half ? towardsZero + away : towardsZero;
  if (rounding === "half-even") {
    const isOdd = towardsZero % 2n !== 0n;
    return rest > half || (rest === half && isOdd) ? towardsZero + away : towardsZero;
  }
  return towardsZero;
}`,
  },
  {
    name: "absolute",
    text: `function absolute(number) {
  return number < 0n ? -number : number;
}`,
  },
  {
    name: "between",
    text: `// The largest number of spans of so many months by which the first day moves and is not after the last.
function between(terms, months) {
  if (terms === null) return null;
  const [first, last] = terms.map(({ digits }) => Number(digits));
  const spans = Math.floor((monthOf(last) - monthOf(first)) / months);
  const moved = shift(first, spans * months, 0);
  return whole(moved !== null && moved > last ? spans - 1 : spans);
}`,
  },
  {
    name: "monthOf",
    text: `function monthOf(day) {
  const date = new Date(day * DAY);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}`,
  },
];
