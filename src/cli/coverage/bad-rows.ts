import type { Text } from "../../engine/model/text.ts";
import { InputTrouble } from "../input.ts";

/** How many wrong rows are told one by one. */
const MOST_TOLD = 20;

/** Gathers what is wrong with the rows of a file, each by its line, never by what stands in it. */
export interface BadRows {
  readonly add: (words: Text) => void;
  /** @throws InputTrouble with all that was added, unless bad rows are accepted. */
  readonly refuse: () => void;
  readonly count: () => number;
}

export function badRowsOf(path: string, accepted: boolean): BadRows {
  const told: Text[] = [];
  let count = 0;
  return {
    add: (words) => {
      count += 1;
      if (told.length < MOST_TOLD) told.push(words);
    },
    refuse: () => {
      if (count === 0 || accepted) return;
      const lines = (language: "id" | "en") =>
        told.map((words) => `${path}, ${words[language] ?? words.id}`).join("\n");
      throw new InputTrouble({
        id: `${lines("id")}\n${count} baris salah. Perbaiki, atau lewati dengan --accept-bad-rows.`,
        en: `${lines("en")}\n${count} rows are wrong. Mend them, or leave them out with --accept-bad-rows.`,
      });
    },
    count: () => count,
  };
}
