import type { EndedPair, EndReason } from "../../allocation/earlier-pairs.ts";
import { type Language, say, type Text } from "../../engine/model/text.ts";
import { tellCounted } from "./counted-reasons.ts";

/** Why pairs of before end, the commonest reason first; empty where none does. */
export function tellEndReasons(ended: readonly EndedPair[], language: Language): readonly string[] {
  const counted = new Map<string, number>();
  for (const told of ended.flatMap(({ because }) =>
    because.map((one) => say(ENDED[one], language)),
  )) {
    counted.set(told, (counted.get(told) ?? 0) + 1);
  }
  if (counted.size === 0) return [];
  const title = { id: "Mengapa pasangan lama berakhir:", en: "Why earlier pairs end:" };
  return ["", say(title, language), ...tellCounted(counted, language)];
}

const ENDED: Readonly<Record<EndReason, Text>> = {
  "worker-not-listed": {
    id: "pekerjanya tidak di daftar lagi",
    en: "the worker is on the list no more",
  },
  "sponsor-not-listed": {
    id: "sponsornya tidak di daftar lagi",
    en: "the sponsor is on the list no more",
  },
  "worker-refused": {
    id: "pekerjanya tidak memenuhi syarat lagi",
    en: "the worker is eligible no more",
  },
  "sponsor-refused": {
    id: "sponsornya tidak memenuhi syarat lagi",
    en: "the sponsor is eligible no more",
  },
  "no-match": { id: "keduanya tidak cocok lagi", en: "the two do not match any more" },
};
