import { requirementLines } from "../../analysis/statement/changes.ts";
import { linesOf } from "../../analysis/statement/compared.ts";
import type { RequirementClause, Statement } from "../../analysis/statement/model.ts";
import { type Language, say, type Text } from "../../engine/model/text.ts";
import type { Block, ClausesBlock, Note } from "./blocks.ts";
import { assuranceNotes, citationWords, lineOf, type Marks } from "./lines.ts";
import { ENFORCEMENT_WORDS, LABELS } from "./words.ts";

export const SCOPE: Text = { id: "Lingkup", en: "Scope" };
const GOVERNS: Text = {
  id: "Kebijakan ini hanya mengatur permohonan dengan:",
  en: "This policy governs only applications with:",
};
const GOVERNS_ALL: Text = {
  id: "Kebijakan ini mengatur setiap permohonan layanan ini.",
  en: "This policy governs every application for this service.",
};
const REQUIREMENTS: Text = { id: "Syarat", en: "Requirements" };
const ALL_REQUIRED: Text = {
  id: "Pemohon memenuhi syarat bila setiap syarat wajib di bawah ini dipenuhi, atau tidak berlaku baginya.",
  en: "An applicant is eligible if every required requirement below is met, or does not apply.",
};

/** Whom the policy governs, and what it demands. */
export function requirementBlocks(
  statement: Statement,
  marks: Marks,
  language: Language,
): readonly Block[] {
  const { scope, requirements } = statement;
  const lines = linesOf("scope", scope).map((line) => lineOf(line, marks, language));
  return [
    { kind: "heading", text: say(SCOPE, language) },
    { kind: "paragraph", text: say(scope === null ? GOVERNS_ALL : GOVERNS, language) },
    ...(scope === null ? [] : [{ kind: "clauses", heading: null, lines, notes: [] } as const]),
    { kind: "heading", text: say(REQUIREMENTS, language) },
    { kind: "paragraph", text: say(ALL_REQUIRED, language) },
    ...requirements.map((requirement) => requirementBlock(requirement, marks, language)),
  ];
}

/** One requirement with its clauses and what it rests on. */
export function requirementBlock(
  requirement: RequirementClause,
  marks: Marks,
  language: Language,
): ClausesBlock {
  const { number, title, enforcement } = requirement;
  return {
    kind: "clauses",
    heading: {
      text: `${number}. ${say(title, language)}`,
      mark: say(ENFORCEMENT_WORDS[enforcement], language),
    },
    lines: requirementLines(requirement).map((line) => lineOf(line, marks, language)),
    notes: requirementNotes(requirement, language),
  };
}

function requirementNotes(
  { citations, assurance }: RequirementClause,
  language: Language,
): readonly Note[] {
  const cited = citationWords(citations, language);
  const none = say({ id: "belum ada", en: "none yet" }, language);
  return [
    { label: say(LABELS.basis, language), text: cited === "" ? none : cited },
    ...assuranceNotes(assurance, language),
  ];
}
