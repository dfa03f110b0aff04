import type { Allocation } from "../../allocation/allocate.ts";
import type { Commitment } from "../../allocation/commitment.ts";
import { SIDES } from "../../allocation/person.ts";
import { formatNumber } from "../../engine/explanation/format.ts";
import type { Pack } from "../../engine/model/pack.ts";
import { type Language, say, type Text } from "../../engine/model/text.ts";
import type { AllocateOptions } from "../allocate.ts";
import { nounFor } from "../counted.ts";
import { newPairs } from "./new-pairs.ts";
import { type CountRow, HELD, LISTED, REFUSED, tellCounts, UNDETERMINED } from "./tell-counts.ts";
import { tellEndReasons } from "./tell-end-reasons.ts";
import { tellReasons } from "./tell-reasons.ts";
import { tellStatus } from "./tell-status.ts";

interface Made {
  readonly pack: Pack;
  readonly commitment: Commitment;
  /** By some seed; only what is the same for every seed is told of it. */
  readonly allocation: Allocation;
  readonly sha256: string;
  readonly file: string;
  readonly options: AllocateOptions;
}

/** What was committed to, and what to do next. */
export function tellCommitment(told: Made, language: Language): readonly string[] {
  const { pack, commitment, allocation, sha256, file } = told;
  const number = (value: number) => formatNumber(value, language);
  const { workers, sponsors, pairs, draw } = commitment;
  const made = newPairs(pairs.new);
  const kept = pairs.kept + pairs.held;
  const earlier = {
    id: `, ${number(kept)} tetap dan ${number(pairs.ended)} berakhir`,
    en: `, ${number(kept)} stay and ${number(pairs.ended)} end`,
  };
  const people = [
    "",
    ...tellCounts(ROWS, allocation.counts, language),
    ...SIDES.flatMap((side) => {
      const undecided = allocation[side].filter(({ state }) => state !== "left");
      return tellReasons(pack, side, commitment[side].policy, undecided, language);
    }),
    ...tellEndReasons(allocation.ended, language),
    "",
  ].map((id) => ({ id }));
  const lines: readonly Text[] = [
    {
      id: `Komitmen tertulis di ${file}: ${number(workers.people)} pekerja, ${number(sponsors.people)} sponsor.`,
      en: `The commitment is in ${file}: ${number(workers.people)} ${nounFor(workers.people, "worker")}, ${number(sponsors.people)} ${nounFor(sponsors.people, "sponsor")}.`,
    },
    {
      id: `Seed apa pun memberi ${made.id}${commitment.earlier === null ? "" : earlier.id}.`,
      en: `Any seed gives ${made.en}${commitment.earlier === null ? "" : earlier.en}.`,
    },
    ...tellStatus(commitment, language).map((id) => ({ id })),
    ...people,
    ...(draw === undefined ? [NO_DRAW] : []),
    {
      id: "Umumkan SHA-256 berkas itu sebelum seed diundi:",
      en: "Announce the SHA-256 of that file before the seed is drawn:",
    },
    { id: `  ${sha256}` },
    { id: "Sesudah diundi:", en: "After the draw:" },
    { id: `  ${nextCommand(told)}` },
  ];
  return lines.map((line) => say(line, language));
}

const ROWS: readonly CountRow[] = [
  LISTED,
  [
    { id: "memenuhi syarat", en: "eligible" },
    ({ listed, held, refused, undetermined }) => listed - held - refused - undetermined,
  ],
  HELD,
  REFUSED,
  UNDETERMINED,
];

const NO_DRAW = {
  id: "Belum disebut kapan dan bagaimana seed diundi; sebut dengan --draw agar ikut tercatat.",
  en: "When and how the seed is drawn is not said; say it with --draw, so that it is on record.",
};

function nextCommand({ file, options }: Made): string {
  const { workers, sponsors, existing, rules } = options;
  return [
    `npx layak allocate --workers ${workers} --sponsors ${sponsors}`,
    ...(existing === undefined ? [] : [`--existing ${existing}`]),
    ...(rules === "rules" ? [] : [`--rules ${rules}`]),
    `--commitment ${file} --seed "…" --result ${file.replace(/\.json$/, "")}-result.json`,
  ].join(" ");
}
