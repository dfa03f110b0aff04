import type { ClauseLine } from "../../analysis/statement/compared.ts";
import type { ClauseAssurance, StatedCitation, Statement } from "../../analysis/statement/model.ts";
import { formatDate } from "../../engine/explanation/format.ts";
import { type Language, say } from "../../engine/model/text.ts";
import type { Line, Note } from "./blocks.ts";
import { LABELS, PROVENANCE_WORDS } from "./words.ts";

/** `[P1]` behind a clause leads to the table of amounts, `[F1]` to a formula. */
export type Marks = ReadonlyMap<string, string>;

export function marksOf({ parameters, computed }: Statement): Marks {
  const marked = (all: readonly { readonly name: string }[], letter: string) =>
    all.map(({ name }, index) => [name, `${letter}${index + 1}`] as const);
  return new Map([...marked(computed, "F"), ...marked(parameters, "P")]);
}

/** The marks of what is read, each after a space. */
export function marksIn(reads: readonly string[], marks: Marks): string {
  return reads
    .flatMap((name) => marks.get(name) ?? [])
    .map((mark) => ` [${mark}]`)
    .join("");
}

/** A clause as one line: its lead, its words, and the parameters it reads. */
export function lineOf(
  { part, depth, clause }: ClauseLine,
  marks: Marks,
  language: Language,
): Line {
  const words = say(clause.words, language);
  const lead =
    depth === 0 && part === "when"
      ? say({ id: "Berlaku hanya jika ", en: "Applies only if " }, language)
      : "";
  // A number sets clauses apart, and the only one of the scope needs none.
  const isAlone = part === "scope" && depth === 0 && clause.clauses.length === 0;
  const read = marksIn(clause.reads, marks);
  const end = clause.clauses.length > 0 ? ":" : ".";
  return {
    depth,
    number: isAlone ? "" : clause.number,
    text: (lead === "" ? capitalised(words) : lead + words) + read + end,
    notes: assuranceNotes(clause.assurance, language),
  };
}

function capitalised(words: string): string {
  return words.charAt(0).toLocaleUpperCase("id") + words.slice(1);
}

/** Where something comes from and what is still to be asked; nothing where nothing is said. */
export function assuranceNotes(assurance: ClauseAssurance, language: Language): readonly Note[] {
  const { provenance, doubt } = assurance;
  const notes: Note[] = [];
  if (provenance !== undefined) {
    notes.push({ label: say(LABELS.origin, language), text: originWords(assurance, language) });
  }
  if (doubt !== undefined) {
    notes.push({ label: say(LABELS.doubt, language), text: say(doubt, language) });
  }
  return notes;
}

export function originWords({ provenance, by, on }: ClauseAssurance, language: Language): string {
  if (provenance === undefined) return "";
  const who = by === undefined ? "" : say({ id: ` oleh ${by}`, en: ` by ${by}` }, language);
  const when = on === undefined ? "" : ` (${formatDate(on, language)})`;
  return say(PROVENANCE_WORDS[provenance], language) + who + when;
}

export function citationWords(citations: readonly StatedCitation[], language: Language): string {
  const told = citations.map(({ title, article }) => {
    const part = article === undefined ? "" : { id: `, pasal ${article}`, en: `, art. ${article}` };
    return say(title, language) + (part === "" ? "" : say(part, language));
  });
  return told.join("; ");
}
