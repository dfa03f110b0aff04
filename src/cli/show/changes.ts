import type { RequirementChange, StatementChanges } from "../../analysis/statement/changes.ts";
import type { ClauseChange } from "../../analysis/statement/compared.ts";
import type { RequirementClause, Statement } from "../../analysis/statement/model.ts";
import { formatDate } from "../../engine/explanation/format.ts";
import { type Language, say, type Text } from "../../engine/model/text.ts";
import type { Block } from "./blocks.ts";
import { changedGrantBlocks } from "./changed-grants.ts";
import { type Compared, comparison, wholeLines } from "./changed-lines.ts";
import { requirementNotes, statementNotes } from "./changed-notes.ts";
import type { Marks } from "./lines.ts";
import { requirementBlock } from "./requirements.ts";

const FIRST: Text = {
  id: "Ini versi pertama layanan ini.",
  en: "This is the first version of this service.",
};
const NO_CHANGE: Text = {
  id: "Syarat, lingkup, dan pemberiannya sama dengan versi sebelumnya.",
  en: "Requirements, scope and grants are those of the version before.",
};
const ADDED: Text = { id: "syarat baru", en: "new requirement" };
const REMOVED: Text = { id: "syarat dihapus", en: "requirement removed" };
const CHANGED: Text = { id: "syarat berubah", en: "requirement changed" };

/** The version before with how this one differs; `null`: there is none. */
export interface Earlier extends Compared {
  readonly changes: StatementChanges;
}

/** What changed since the version before, in the clauses' own words. */
export function changeBlocks(
  statement: Statement,
  marks: Marks,
  earlier: Earlier | null,
  language: Language,
): readonly Block[] {
  const heading: Text = { id: "Perubahan", en: "Changes" };
  if (earlier === null) {
    return [
      { kind: "heading", text: say(heading, language) },
      { kind: "paragraph", text: say(FIRST, language) },
    ];
  }
  const { changes, statement: before } = earlier;
  const since: Text = {
    id: `Perubahan dari versi ${formatDate(before.from, "id")}`,
    en: `Changes since the version of ${formatDate(before.from, "en")}`,
  };
  const around = statementNotes(before, statement, changes, language);
  const blocks: readonly Block[] = [
    ...(around.length === 0 ? [] : [{ kind: "facts", rows: around } as const]),
    ...scopeBlock(changes.scope, marks, earlier.marks, language),
    ...changes.removed.map((one) => wholeBlock(one, "removed", earlier.marks, language)),
    ...changes.added.map((one) => wholeBlock(one, "added", marks, language)),
    ...changes.changed.map((one) => changedBlock(one, marks, earlier.marks, language)),
    ...changedGrantBlocks(changes.grants, earlier, { statement, marks }, language),
  ];
  return [
    { kind: "heading", text: say(since, language) },
    ...(blocks.length > 0
      ? blocks
      : [{ kind: "paragraph", text: say(NO_CHANGE, language) } as const]),
  ];
}

function wholeBlock(
  requirement: RequirementClause,
  change: "added" | "removed",
  marks: Marks,
  language: Language,
): Block {
  const { heading, lines, notes } = requirementBlock(requirement, marks, language);
  const mark = say(change === "added" ? ADDED : REMOVED, language);
  return {
    kind: "clauses",
    heading: heading && { ...heading, mark },
    lines: wholeLines(lines, change),
    notes: change === "added" ? notes : [],
  };
}

function changedBlock(
  change: RequirementChange,
  marks: Marks,
  earlierMarks: Marks,
  language: Language,
): Block {
  const { after, lines } = change;
  return {
    kind: "clauses",
    heading: {
      number: after.number,
      text: say(after.title, language),
      mark: say(CHANGED, language),
    },
    lines: comparison(lines, earlierMarks, marks, language),
    notes: requirementNotes(change, language),
  };
}

function scopeBlock(
  lines: readonly ClauseChange[],
  marks: Marks,
  earlierMarks: Marks,
  language: Language,
): readonly Block[] {
  if (lines.length === 0) return [];
  const heading: Text = { id: "Lingkup", en: "Scope" };
  const mark: Text = { id: "berubah", en: "changed" };
  return [
    {
      kind: "clauses",
      heading: { number: "0", text: say(heading, language), mark: say(mark, language) },
      lines: comparison(lines, earlierMarks, marks, language),
      notes: [],
    },
  ];
}
