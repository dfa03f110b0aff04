import type {
  GrantChange,
  RequirementChange,
  StatementChanges,
} from "../../analysis/statement/changes.ts";
import type {
  RequirementClause,
  StatedCitation,
  Statement,
} from "../../analysis/statement/model.ts";
import { type Language, say, type Text } from "../../engine/model/text.ts";
import { applicantWords } from "../applicant-words.ts";
import type { Note } from "./blocks.ts";
import { citationWords, originWords } from "./lines.ts";
import { ENFORCEMENT_WORDS, LABELS, STATUS_WORDS } from "./words.ts";

/** What changed around a requirement's clauses. */
export function requirementNotes(
  { before, after, around }: RequirementChange,
  language: Language,
): readonly Note[] {
  return around.flatMap((name) => {
    if (name === "citations") return citationNotes(before, after, language);
    if (name === "assurance") return assuranceNotes(before, after, language);
    return [arrow(AROUND[name](before, language), AROUND[name](after, language))];
  });
}

/**
 * What changed around a grant's conditions. `labelBefore` and `labelAfter` name what its amount
 * comes from in each version.
 */
export function grantNotes(
  { before, after, around }: GrantChange,
  labelBefore: (name: string) => string,
  labelAfter: (name: string) => string,
  language: Language,
): readonly Note[] {
  const note = (label: Text, [old, now]: readonly (string | undefined)[]) => {
    const told = [old, now].map((text) => ({ label: say(label, language), text: text || "–" }));
    const [first, second] = told;
    return first === undefined || second === undefined ? [] : [arrow(first, second)];
  };
  const both = [before, after];
  return around.flatMap((name) => {
    if (name === "citations") return citationNotes(before, after, language);
    if (name === "assurance") return assuranceNotes(before, after, language);
    if (name === "text") {
      return note(
        LABELS.granted,
        both.map(({ text }) => say(text, language)),
      );
    }
    const [old, now] = [before.reads.map(labelBefore), after.reads.map(labelAfter)];
    return note(
      LABELS.amountFrom,
      [old, now].map((labels) => labels.join("; ")),
    );
  });
}

type Around = Exclude<RequirementChange["around"][number], "citations" | "assurance">;

/** How what stands around a requirement's clauses is told. */
const AROUND: Readonly<Record<Around, (one: RequirementClause, language: Language) => Note>> = {
  title: ({ title }, language) => ({
    label: say(LABELS.title, language),
    text: say(title, language),
  }),
  enforcement: ({ enforcement }, language) => ({
    label: say(LABELS.enforcement, language),
    text: say(ENFORCEMENT_WORDS[enforcement], language),
  }),
};

/** What rests on something: a requirement or a grant. */
type Based = Pick<RequirementClause, "assurance" | "citations">;

/** Where it comes from, and what is still to be asked: each where it changed. */
function assuranceNotes(before: Based, after: Based, language: Language): readonly Note[] {
  const told = ({ assurance }: Based): readonly Note[] => [
    { label: say(LABELS.origin, language), text: originWords(assurance, language) || "–" },
    {
      label: say(LABELS.doubt, language),
      text: assurance.doubt === undefined ? "–" : say(assurance.doubt, language),
    },
  ];
  const now = told(after);
  return told(before).flatMap((one, index) => {
    const other = now[index];
    return other === undefined || one.text === other.text ? [] : [arrow(one, other)];
  });
}

/** Only the sources that come or go: the list itself stands with the requirement. */
function citationNotes(before: Based, after: Based, language: Language): readonly Note[] {
  const only = (one: Based, other: Based) => {
    const known = other.citations.map((citation) => JSON.stringify(citation));
    return one.citations.filter((citation) => !known.includes(JSON.stringify(citation)));
  };
  const told: readonly (readonly [Text, readonly StatedCitation[]])[] = [
    [{ id: "Dasar ditambah", en: "Basis added" }, only(after, before)],
    [{ id: "Dasar dihapus", en: "Basis removed" }, only(before, after)],
  ];
  return told.flatMap(([label, citations]) =>
    citations.length === 0
      ? []
      : [{ label: say(label, language), text: citationWords(citations, language) }],
  );
}

/** What changed around all requirements. */
export function statementNotes(
  before: Statement,
  after: Statement,
  { around }: StatementChanges,
  language: Language,
): readonly Note[] {
  const told = (statement: Statement, name: (typeof around)[number]): string => {
    if (name === "status") return say(STATUS_WORDS[statement.status], language);
    if (name === "owner") return statement.owner;
    if (name === "applicant") return say(applicantWords(statement.applicant ?? null), language);
    const text = statement[name];
    return text === undefined ? "–" : say(text, language);
  };
  return around.map((name) => {
    const label = say(LABELS[name], language);
    return arrow({ label, text: told(before, name) }, { label, text: told(after, name) });
  });
}

function arrow(before: Note, after: Note): Note {
  return { label: after.label, text: `${before.text} → ${after.text}` };
}
