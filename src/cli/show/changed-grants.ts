import type { GrantChange, GrantChanges } from "../../analysis/statement/changes.ts";
import type { GrantClause, Statement } from "../../analysis/statement/model.ts";
import { type Language, say, type Text } from "../../engine/model/text.ts";
import type { Block } from "./blocks.ts";
import { type Compared, comparison, wholeLines } from "./changed-lines.ts";
import { grantNotes } from "./changed-notes.ts";
import { grantBlock } from "./grants.ts";
import type { Marks } from "./lines.ts";

const ADDED: Text = { id: "pemberian baru", en: "new grant" };
const REMOVED: Text = { id: "pemberian dihapus", en: "grant removed" };
const CHANGED: Text = { id: "pemberian berubah", en: "grant changed" };

/** What is granted otherwise than by the version before. */
export function changedGrantBlocks(
  { added, removed, changed }: GrantChanges,
  before: Compared,
  after: Compared,
  language: Language,
): readonly Block[] {
  return [
    ...removed.map((one) => wholeBlock(one, "removed", before.marks, language)),
    ...added.map((one) => wholeBlock(one, "added", after.marks, language)),
    ...changed.map((one) => changedBlock(one, before, after, language)),
  ];
}

function wholeBlock(
  grant: GrantClause,
  change: "added" | "removed",
  marks: Marks,
  language: Language,
): Block {
  const { heading, lines, notes } = grantBlock(grant, marks, language);
  const mark = say(change === "added" ? ADDED : REMOVED, language);
  return {
    kind: "clauses",
    heading: heading && { ...heading, mark },
    lines: wholeLines(lines, change),
    notes: change === "added" ? notes : [],
  };
}

function changedBlock(
  change: GrantChange,
  before: Compared,
  after: Compared,
  language: Language,
): Block {
  const { number, text } = change.after;
  const labelIn =
    ({ parameters }: Statement) =>
    (name: string) => {
      const parameter = parameters.find((one) => one.name === name);
      return parameter === undefined ? name : say(parameter.label, language);
    };
  return {
    kind: "clauses",
    heading: { number, text: say(text, language), mark: say(CHANGED, language) },
    lines: comparison(change.lines, before.marks, after.marks, language),
    notes: grantNotes(change, labelIn(before.statement), labelIn(after.statement), language),
  };
}
