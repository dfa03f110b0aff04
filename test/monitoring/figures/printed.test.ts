import { expect, it } from "vitest";
import { plainDigits } from "../../../src/monitoring/figures/decimal.ts";
import { readPrinted } from "../../../src/monitoring/figures/printed.ts";

it.each([
  ["20.652", "people", "20652 to 1"],
  ["20,652", "people", "20652 to 1"],
  ["1.234.567", "people", "1234567 to 1"],
  ["5.500", "people", "5500 to 1"],
  ["1,5", "hectares", "1.5 to 0.1"],
  ["0,125", "hectares", "0.125 to 0.001"],
  ["1.234,56", "hectares", "1234.56 to 0.01"],
  ["1,234.5", "hectares", "1234.5 to 0.1"],
  ["8,13%", "percent", "8.13 to 0.01"],
  ["8,13 persen", "percent", "8.13 to 0.01"],
  ["8.130", "percent", "8.130 to 0.001"],
  ["Rp16.800", "rupiah", "16800 to 1"],
  ["Rp 16.800,-", "rupiah", "16800 to 1"],
  ["Rp92,4 juta", "rupiah", "92400000 to 100000"],
  ["1,25 miliar", "rupiah", "1250000000 to 10000000"],
  ["12 ribu", "people", "12000 to 1000"],
  ["1,25 ribu", "people", "1250 to 10"],
])("%s (%s) is %s", (text, unit, expected) => {
  const number = readPrinted(text, unit);
  expect(number && `${plainDigits(number.value)} to ${plainDigits(number.lastDigit)}`).toBe(
    expected,
  );
});

it.each([
  ["about 5.500", "people"],
  ["12.34.567", "people"],
  ["1.2.3", "people"],
  ["8,13%", "people"],
  ["Rp100", "people"],
  ["", "people"],
  ["-5", "people"],
  ["1,5", "people"],
  ["1.3420", "people"],
  ["1.342 orang", "people"],
])("%j is no number of %s", (text, unit) => {
  expect(readPrinted(text, unit)).toBe(null);
});
