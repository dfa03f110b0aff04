import type { RequirementChange, StatementChanges } from "../../analysis/statement/changes.ts";
import type { ClauseChange } from "../../analysis/statement/compared.ts";
import type { RequirementClause } from "../../analysis/statement/model.ts";
import { formatDate } from "../../engine/explanation/format.ts";
import { type Language, say, type Text } from "../../engine/model/text.ts";
import type { Block } from "./blocks.ts";
import { changedGrantBlocks } from "./changed-grants.ts";
import { type BothVersions, type Compared, comparison, wholeBlock } from "./changed-lines.ts";
import { requirementNotes, statementNotes } from "./changed-notes.ts";
import { requirementBlock, SCOPE } from "./requirements.ts";

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
  after: Compared,
  before: Earlier | null,
  language: Language,
): readonly Block[] {
  const heading: Text = { id: "Perubahan", en: "Changes" };
  if (before === null) {
    return [
      { kind: "heading", text: say(heading, language) },
      { kind: "paragraph", text: say(FIRST, language) },
    ];
  }
  const { changes } = before;
  const since: Text = {
    id: `Perubahan dari versi ${formatDate(before.statement.from, "id")}`,
    en: `Changes since the version of ${formatDate(before.statement.from, "en")}`,
  };
  const versions: BothVersions = { before, after };
  const blockOf = (one: RequirementClause, { marks }: Compared) =>
    requirementBlock(one, marks, language);
  const around = statementNotes(before.statement, after.statement, changes, language);
  const blocks: readonly Block[] = [
    ...(around.length === 0 ? [] : [{ kind: "facts", rows: around } as const]),
    ...scopeBlock(changes.scope, versions, language),
    ...changes.removed.map((one) => wholeBlock(blockOf(one, before), "removed", REMOVED, language)),
    ...changes.added.map((one) => wholeBlock(blockOf(one, after), "added", ADDED, language)),
    ...changes.changed.map((one) => changedBlock(one, versions, language)),
    ...changedGrantBlocks(changes.grants, versions, language),
  ];
  return [
    { kind: "heading", text: say(since, language) },
    ...(blocks.length > 0
      ? blocks
      : [{ kind: "paragraph", text: say(NO_CHANGE, language) } as const]),
  ];
}

function changedBlock(
  change: RequirementChange,
  versions: BothVersions,
  language: Language,
): Block {
  const { number, title } = change.after;
  return {
    kind: "clauses",
    heading: { text: `${number}. ${say(title, language)}`, mark: say(CHANGED, language) },
    lines: comparison(change.lines, versions, language),
    notes: requirementNotes(change, language),
  };
}

function scopeBlock(
  lines: readonly ClauseChange[],
  versions: BothVersions,
  language: Language,
): readonly Block[] {
  if (lines.length === 0) return [];
  const mark: Text = { id: "berubah", en: "changed" };
  return [
    {
      kind: "clauses",
      heading: { text: say(SCOPE, language), mark: say(mark, language) },
      lines: comparison(lines, versions, language),
      notes: [],
    },
  ];
}
