import type { GrantChange, GrantChanges } from "../../analysis/statement/changes.ts";
import type { GrantClause, Statement } from "../../analysis/statement/model.ts";
import { type Language, say, type Text } from "../../engine/model/text.ts";
import type { Block } from "./blocks.ts";
import { type BothVersions, type Compared, comparison, wholeBlock } from "./changed-lines.ts";
import { grantNotes } from "./changed-notes.ts";
import { grantBlock } from "./grants.ts";

const ADDED: Text = { id: "pemberian baru", en: "new grant" };
const REMOVED: Text = { id: "pemberian dihapus", en: "grant removed" };
const CHANGED: Text = { id: "pemberian berubah", en: "grant changed" };

/** What is granted otherwise than by the version before. */
export function changedGrantBlocks(
  { added, removed, changed }: GrantChanges,
  versions: BothVersions,
  language: Language,
): readonly Block[] {
  const { before, after } = versions;
  const blockOf = (grant: GrantClause, { marks }: Compared) => grantBlock(grant, marks, language);
  return [
    ...removed.map((one) => wholeBlock(blockOf(one, before), "removed", REMOVED, language)),
    ...added.map((one) => wholeBlock(blockOf(one, after), "added", ADDED, language)),
    ...changed.map((one) => changedBlock(one, versions, language)),
  ];
}

function changedBlock(change: GrantChange, versions: BothVersions, language: Language): Block {
  const { before, after } = versions;
  const { number, text } = change.after;
  const labelIn =
    ({ parameters }: Statement) =>
    (name: string) => {
      const parameter = parameters.find((one) => one.name === name);
      return parameter === undefined ? name : say(parameter.label, language);
    };
  return {
    kind: "clauses",
    heading: { text: `${number}. ${say(text, language)}`, mark: say(CHANGED, language) },
    lines: comparison(change.lines, versions, language),
    notes: grantNotes(change, labelIn(before.statement), labelIn(after.statement), language),
  };
}
