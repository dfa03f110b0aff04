import { type ClauseChange, touchedLines } from "../../analysis/statement/compared.ts";
import type { Statement } from "../../analysis/statement/model.ts";
import type { Language } from "../../engine/model/text.ts";
import type { Line } from "./blocks.ts";
import { lineOf, type Marks } from "./lines.ts";

/** One of two versions that are compared. */
export interface Compared {
  readonly statement: Statement;
  readonly marks: Marks;
}

/** The lines that come or go, each with the marks of its own version. */
export function comparison(
  lines: readonly ClauseChange[],
  before: Marks,
  after: Marks,
  language: Language,
): readonly Line[] {
  return touchedLines(lines).map(({ kind, line }) => ({
    ...lineOf(line, kind === "removed" ? before : after, language),
    change: kind,
    notes: [],
  }));
}

/** All lines of what comes or goes as a whole. */
export function wholeLines(lines: readonly Line[], change: "added" | "removed"): readonly Line[] {
  return lines.map((line) => ({ ...line, change, notes: [] }));
}
