import type { SideCounts } from "../../allocation/counts.ts";
import { SIDES, type Side } from "../../allocation/person.ts";
import { formatNumber } from "../../engine/explanation/format.ts";
import { type Language, say, type Text } from "../../engine/model/text.ts";

/** A line of the table: its words, and what it counts of a side. */
export type CountRow = readonly [words: Text, count: (counts: SideCounts) => number];

export const SIDE_WORDS: Readonly<Record<Side, Text>> = {
  workers: { id: "pekerja", en: "workers" },
  sponsors: { id: "sponsor", en: "sponsors" },
};

const WIDTH = 10;

/** How many people of each side are where, as a table. */
export function tellCounts(
  rows: readonly CountRow[],
  counts: Readonly<Record<Side, SideCounts>>,
  language: Language,
): readonly string[] {
  const labels = Math.max(...rows.map(([words]) => say(words, language).length)) + 2;
  const heads = SIDES.map((side) => say(SIDE_WORDS[side], language).padStart(WIDTH));
  return [
    " ".repeat(labels) + heads.join(""),
    ...rows.map(([words, count]) => {
      const cells = SIDES.map((side) => formatNumber(count(counts[side]), language));
      return (
        say(words, language).padEnd(labels) + cells.map((cell) => cell.padStart(WIDTH)).join("")
      );
    }),
  ];
}

export const LISTED: CountRow = [{ id: "di daftar", en: "on the list" }, ({ listed }) => listed];
export const HELD: CountRow = [
  { id: "pasangan lama, belum pasti", en: "earlier pair, not certain" },
  ({ held }) => held,
];
export const REFUSED: CountRow = [
  { id: "tidak memenuhi syarat", en: "not eligible" },
  ({ refused }) => refused,
];
export const UNDETERMINED: CountRow = [
  { id: "belum dapat diputuskan", en: "not decided yet" },
  ({ undetermined }) => undetermined,
];
