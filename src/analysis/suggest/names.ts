import type { Program } from "../../engine/decision/program.ts";
import { formatDate } from "../../engine/explanation/format.ts";
import type { Vocabulary } from "../../engine/explanation/names.ts";
import type { Decision } from "../../engine/model/decision.ts";
import type { Target } from "../coverage/target.ts";
import {
  boundaryWords,
  labelOfLeaf,
  OUTCOME_WORDS,
  titleOf,
  wordsOfLeaf,
} from "../coverage/words.ts";

/** What a case tests and how it is decided, in Indonesian, as names of cases are. */
export function nameOfCase(program: Program, target: Target, { outcome }: Decision): string {
  const name = capitalized(nameOfTarget(program, target, OUTCOME_WORDS[outcome].id));
  const { versions } = program.service;
  return versions.length > 1
    ? `${name} (aturan mulai ${formatDate(program.version.from, "id")})`
    : name;
}

function nameOfTarget(program: Program, target: Target, outcome: string): string {
  const vocabulary: Vocabulary = { ...program, language: "id" };
  switch (target.kind) {
    case "outcome":
      return target.outcome === "eligible" ? "diterima: semua syarat terpenuhi" : outcome;
    case "sole-reason":
      return `ditolak hanya karena: ${titleOf(vocabulary, program, target.requirement)}`;
    case "boundary":
      return `${boundaryWords(vocabulary, target.at, target.side)}, ${outcome}`;
    default:
      return target.holds === null
        ? `belum diketahui: ${labelOfLeaf(vocabulary, target.at)}, ${outcome}`
        : `${outcome} – ${wordsOfLeaf(vocabulary, target.at, target.holds)}`;
  }
}

function capitalized(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** A name that is not taken. */
export function nameNotIn(taken: ReadonlySet<string>, name: string): string {
  if (!taken.has(name)) return name;
  for (let number = 2; ; number++) {
    const other = `${name} (${number})`;
    if (!taken.has(other)) return other;
  }
}
