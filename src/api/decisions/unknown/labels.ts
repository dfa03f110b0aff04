import { formatNumber } from "../../../engine/explanation/format.ts";
import { labelOfName, type Vocabulary } from "../../../engine/explanation/names.ts";
import { say } from "../../../engine/model/text.ts";
import { nameIn } from "./name.ts";

/** Labels told of one cause; a policy that asks for more is told as the summary tells it. */
export const MOST_LABELS = 20;

/** Places, or runs of places, told of one group. */
export const MOST_PLACES = 20;

/**
 * Names of `missing` in words. Those of a group's items come last, by their places, from 1, and with
 * how many there are: `Luas lahan; Pengemudi 2, 5–7 (total 4): Tanggal lahir`.
 */
export function labelsOf(vocabulary: Vocabulary, names: readonly string[]): string {
  const labels = [...placesByFact(names)].flatMap(([group, facts]) =>
    group === null
      ? [...facts.keys()].map((fact) => labelOfName(vocabulary, fact))
      : alike(facts).flatMap(({ places, facts: [first = "", ...others] }) => [
          `${itemsOf(vocabulary, group, places)}: ${labelOfName(vocabulary, first)}`,
          ...others.map((fact) => labelOfName(vocabulary, fact)),
        ]),
  );
  const told = labels.slice(0, MOST_LABELS);
  if (labels.length > told.length) told.push(andMore(vocabulary, labels.length - told.length));
  return told.join("; ");
}

type Places = ReadonlySet<number>;

/** For each group, and for what belongs to none, its facts and whose they are, each once. */
function placesByFact(
  names: readonly string[],
): ReadonlyMap<string | null, ReadonlyMap<string, Places>> {
  // What is told after a group would be taken for a fact of its items.
  const groups = new Map<string | null, Map<string, Set<number>>>([[null, new Map()]]);
  for (const { item, fact } of names.map(nameIn)) {
    const group = item?.group ?? null;
    const facts = groups.get(group) ?? new Map<string, Set<number>>();
    const places = facts.get(fact) ?? new Set();
    if (item !== null) places.add(item.index + 1);
    groups.set(group, facts.set(fact, places));
  }
  return groups;
}

interface Alike {
  readonly places: readonly number[];
  readonly facts: readonly string[];
}

/** Facts that the very same items lack are told together. */
function alike(facts: ReadonlyMap<string, Places>): readonly Alike[] {
  const found = new Map<string, { places: readonly number[]; facts: string[] }>();
  for (const [fact, places] of facts) {
    const sorted = [...places].sort((one, other) => one - other);
    const same = found.get(sorted.join());
    if (same === undefined) found.set(sorted.join(), { places: sorted, facts: [fact] });
    else same.facts.push(fact);
  }
  return [...found.values()];
}

function itemsOf(vocabulary: Vocabulary, group: string, places: readonly number[]): string {
  const { language } = vocabulary;
  const runs = runsOf(places);
  const told = runs.slice(0, MOST_PLACES);
  const left = runs.slice(MOST_PLACES).reduce((sum, { from, to }) => sum + to - from + 1, 0);
  // No signs within a number: they would be taken for those between numbers.
  const words = told.map(({ from, to }) => (from === to ? `${from}` : `${from}–${to}`));
  if (left > 0) words.push(andMore(vocabulary, left));
  const items = `${labelOfName(vocabulary, group)} ${words.join(", ")}`;
  if (places.length === 1) return items;
  const count = formatNumber(places.length, language);
  return `${items} ${say({ id: `(total ${count})`, en: `(${count} in all)` }, language)}`;
}

interface Run {
  readonly from: number;
  readonly to: number;
}

/** Places that follow each other, three or more of them together. */
function runsOf(places: readonly number[]): readonly Run[] {
  const runs: { from: number; to: number }[] = [];
  for (const place of places) {
    const last = runs.at(-1);
    if (last !== undefined && last.to === place - 1) last.to = place;
    else runs.push({ from: place, to: place });
  }
  return runs.flatMap((run) =>
    run.to - run.from === 1
      ? [run.from, run.to].map((place) => ({ from: place, to: place }))
      : [run],
  );
}

function andMore({ language }: Vocabulary, count: number): string {
  const number = formatNumber(count, language);
  return say({ id: `dan ${number} lagi`, en: `and ${number} more` }, language);
}
