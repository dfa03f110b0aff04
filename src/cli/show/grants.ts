import { linesOf } from "../../analysis/statement/compared.ts";
import type { GrantClause, Statement } from "../../analysis/statement/model.ts";
import { type Language, say, type Text } from "../../engine/model/text.ts";
import type { Block, ClausesBlock } from "./blocks.ts";
import { assuranceNotes, citationWords, lineOf, type Marks, marksIn } from "./lines.ts";
import { LABELS } from "./words.ts";

const GRANTS: Text = { id: "Yang diberikan", en: "What is granted" };
const TO_ELIGIBLE: Text = {
  id: "Diberikan kepada pemohon yang memenuhi syarat; tidak mengubah putusan.",
  en: "Given to whoever is eligible; it decides nothing.",
};
const TO_ALL: Text = { id: "selalu", en: "always" };
const TO_SOME: Text = { id: "hanya jika", en: "only if" };

/** What the policy grants; nothing where that is nothing. */
export function grantBlocks(
  { grants }: Statement,
  marks: Marks,
  language: Language,
): readonly Block[] {
  if (grants.length === 0) return [];
  return [
    { kind: "heading", text: say(GRANTS, language) },
    { kind: "paragraph", text: say(TO_ELIGIBLE, language) },
    ...grants.map((grant) => grantBlock(grant, marks, language)),
  ];
}

/** One grant: what is given, to whom, and what it rests on. */
export function grantBlock(grant: GrantClause, marks: Marks, language: Language): ClausesBlock {
  const { number, conditions, citations, assurance, reads, amountFrom } = grant;
  const cited = citationWords(citations, language);
  const none = say({ id: "belum ada", en: "none yet" }, language);
  return {
    kind: "clauses",
    heading: {
      text: `${number}. ${headingOf(grant, marks, language)}`,
      mark: say(conditions === null ? TO_ALL : TO_SOME, language),
    },
    lines: linesOf("conditions", conditions).map((line) => lineOf(line, marks, language)),
    notes: [
      ...(amountFrom === undefined
        ? []
        : [
            {
              label: say(LABELS.amountFrom, language),
              text: say(amountFrom, language) + marksIn(reads, marks),
            },
          ]),
      { label: say(LABELS.basis, language), text: cited === "" ? none : cited },
      ...assuranceNotes(assurance, language),
    ],
  };
}

/** A computed amount is led to in its place; its label stands below. */
function headingOf(
  { text, reads, amountFrom }: GrantClause,
  marks: Marks,
  language: Language,
): string {
  const words = say(text, language);
  const mark = marksIn(reads, marks);
  if (amountFrom === undefined || mark === "") return words + mark;
  return words.replace(`(${say(amountFrom, language)})`, mark.trim());
}
