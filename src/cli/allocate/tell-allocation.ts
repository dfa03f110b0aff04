import { SIDES } from "../../allocation/person.ts";
import type { AllocationResult } from "../../allocation/result.ts";
import { formatNumber } from "../../engine/explanation/format.ts";
import type { Pack } from "../../engine/model/pack.ts";
import { type Language, say, type Text } from "../../engine/model/text.ts";
import type { AllocateOptions } from "../allocate.ts";
import { newPairs } from "./new-pairs.ts";
import { seedFileOf } from "./seed-once.ts";
import { type CountRow, HELD, LISTED, REFUSED, tellCounts, UNDETERMINED } from "./tell-counts.ts";
import { tellEndReasons } from "./tell-end-reasons.ts";
import { tellReasons } from "./tell-reasons.ts";
import { tellStatus } from "./tell-status.ts";

const ROWS: readonly CountRow[] = [
  LISTED,
  [{ id: "berpasangan", en: "paired" }, ({ paired }) => paired],
  HELD,
  [{ id: "memenuhi syarat, tersisa", en: "eligible, left over" }, ({ left }) => left],
  REFUSED,
  UNDETERMINED,
];

/** How many are where, and why; nobody is named. */
export function tellAllocation(
  pack: Pack,
  result: AllocationResult,
  { result: file, commitment: drawn }: AllocateOptions,
  language: Language,
): readonly string[] {
  const { counts, seed, commitment } = result;
  const { kept, held, ended } = counts.pairs;
  const number = (value: number) => formatNumber(value, language);
  const earlier = {
    id: `, ${number(kept)} tetap, ${number(held)} belum pasti, ${number(ended)} berakhir`,
    en: `, ${number(kept)} stay, ${number(held)} not certain, ${number(ended)} ended`,
  };
  const has = commitment.earlier !== null;
  const made = newPairs(counts.pairs.new);
  const title = {
    id: `${made.id}${has ? earlier.id : ""}; seed "${seed}".`,
    en: `${made.en}${has ? earlier.en : ""}; seed "${seed}".`,
  };
  return [
    say(title, language),
    ...tellStatus(commitment, language),
    "",
    ...tellCounts(ROWS, counts, language),
    ...SIDES.flatMap((side) =>
      tellReasons(pack, side, commitment[side].policy, result[side], language),
    ),
    ...tellEndReasons(result.ended, language),
    "",
    ...(file === undefined ? [] : [say(nextStep(file), language)]),
    ...(drawn === undefined ? [] : [say(once(seedFileOf(drawn)), language)]),
  ];
}

function once(file: string): Text {
  return {
    id: `Seed-nya tercatat di ${file}; komitmen ini tidak dapat diundi lagi dengan seed lain.`,
    en: `Its seed is on record in ${file}; this commitment cannot be drawn again by another.`,
  };
}

function nextStep(file: string): Text {
  return {
    id: `Semuanya ada di ${file}. Siapa pun yang memegang daftar dan aturannya dapat memeriksanya dengan --verify ${file}.`,
    en: `All of it is in ${file}. Whoever has the lists and the rules can verify it with --verify ${file}.`,
  };
}
