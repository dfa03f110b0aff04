import { exact, scaled } from "../engine/computing/exact.ts";

/** The digits of a number with so many of them after the point: 12.5 with two is 1250. */
export function scaledNumber(value: number, scale: number): bigint {
  return scaled(exact(value), scale);
}
