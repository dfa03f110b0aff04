import { type ClauseChange, touchedLines } from "../../analysis/statement/compared.ts";
import type { Statement } from "../../analysis/statement/model.ts";
import { type Language, say, type Text } from "../../engine/model/text.ts";
import type { ClausesBlock, Line } from "./blocks.ts";
import { lineOf, type Marks } from "./lines.ts";

/** One of two versions that are compared. */
export interface Compared {
  readonly statement: Statement;
  readonly marks: Marks;
}

export interface BothVersions {
  readonly before: Compared;
  readonly after: Compared;
}

/** The lines that come or go, each with the marks of its own version. */
export function comparison(
  lines: readonly ClauseChange[],
  { before, after }: BothVersions,
  language: Language,
): readonly Line[] {
  return touchedLines(lines).map(({ kind, line }) => ({
    ...lineOf(line, kind === "removed" ? before.marks : after.marks, language),
    change: kind,
    notes: [],
  }));
}

/** What comes or goes as a whole, named so; of what goes it is not told what it rested on. */
export function wholeBlock(
  { kind, heading, lines, notes }: ClausesBlock,
  change: "added" | "removed",
  name: Text,
  language: Language,
): ClausesBlock {
  return {
    kind,
    heading: heading && { ...heading, mark: say(name, language) },
    lines: lines.map((line) => ({ ...line, change, notes: [] })),
    notes: change === "added" ? notes : [],
  };
}
