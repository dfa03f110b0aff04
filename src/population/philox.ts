/**
 * Philox 2x32 of ten rounds: a generator that is asked by place, and keeps no state. Any value of any
 * row can be had by itself, in any order, and is the same on every machine: all of it is 32-bit maths.
 *
 * J. K. Salmon, M. A. Moraes, R. O. Dror, D. E. Shaw: "Parallel random numbers: as easy as 1, 2, 3",
 * SC '11, https://doi.org/10.1145/2063384.2063405.
 */

const MULTIPLIER_LOW = 0xd193;
const MULTIPLIER_HIGH = 0xd256;
const MULTIPLIER = 0xd256d193;
const KEY_STEP = 0x9e3779b9;
const ROUNDS = 10;

/** Both words that a key gives at a place, each from 0 to 2^32 − 1. */
export function philox(
  key: number,
  first: number,
  second: number,
): readonly [first: number, second: number] {
  let [left, right, round] = [first | 0, second | 0, key | 0];
  for (let count = 0; count < ROUNDS; count++) {
    const next = highProduct(left) ^ round ^ right;
    right = Math.imul(MULTIPLIER, left);
    left = next;
    round = (round + KEY_STEP) | 0;
  }
  return [left >>> 0, right >>> 0];
}

/**
 * The upper 32 bits of the multiplier times a word; JavaScript has only the lower ones. No sum here
 * exceeds 32 bits, and `| 0` keeps all of it in whole numbers, which is quicker.
 */
function highProduct(word: number): number {
  const low = word & 0xffff;
  const high = word >>> 16;
  const middle = (Math.imul(MULTIPLIER_HIGH, low) + (Math.imul(MULTIPLIER_LOW, low) >>> 16)) | 0;
  const carry = (Math.imul(MULTIPLIER_LOW, high) + (middle & 0xffff)) | 0;
  return (Math.imul(MULTIPLIER_HIGH, high) + (middle >>> 16) + (carry >>> 16)) | 0;
}

/** A number of 53 bits, from 0 up to and without 1. */
export function uniform(key: number, first: number, second: number): number {
  const [high, low] = philox(key, first, second);
  return ((high >>> 5) * 67_108_864 + (low >>> 6)) / 9_007_199_254_740_992;
}
