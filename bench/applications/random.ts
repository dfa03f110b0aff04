/** A repeatable source of chance, so that every run decides the same applications. */
export interface Chance {
  /** True in this share of cases. */
  readonly happens: (share: number) => boolean;
  readonly between: (least: number, most: number) => number;
  readonly pick: <T>(choices: readonly [T, ...T[]]) => T;
  /** Each of them with this share. */
  readonly some: <T>(choices: readonly T[], share: number) => T[];
}

/** The generator "mulberry32" of Tommy Ettinger, which is in the public domain. */
export function chanceFrom(seed: number): Chance {
  let state = seed;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const happens = (share: number): boolean => next() < share;
  return {
    happens,
    between: (least, most) => least + Math.floor(next() * (most - least + 1)),
    pick: (choices) => choices[Math.floor(next() * choices.length)] ?? choices[0],
    some: (choices, share) => choices.filter(() => happens(share)),
  };
}
