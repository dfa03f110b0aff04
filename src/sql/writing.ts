import type { Program } from "../engine/decision/program.ts";
import { columnOf } from "../pack/column-name.ts";
import type { PartColumns } from "./computed-units.ts";
import type { Dialect } from "./dialects/dialect.ts";
import type { HoistedColumns } from "./hoisted.ts";
import { quotedName } from "./quote.ts";

/** The name of a group's item wherever its conditions are written. */
export const ITEM = "item";

/** What SQL is written in, for which policy, and of what: the application, or an item of a group. */
export interface Writing {
  readonly dialect: Dialect;
  readonly program: Program;
  /** The group whose item is read; null where it is the application itself. */
  readonly group: string | null;
  /** Which parts of computations have columns of their own. */
  readonly parts: PartColumns;
  /** The parts of conditions that have columns by now. */
  readonly hoisted: HoistedColumns;
  /** The columns of groups whose items have more by now than they were given with. */
  readonly groupColumns: ReadonlyMap<string, string>;
}

/** The column of a fact, of the application or of the item. */
export function columnIn({ group }: Pick<Writing, "group">, id: string): string {
  return group === null ? quotedName(columnOf(id)) : itemColumn(columnOf(id));
}

export function itemColumn(column: string): string {
  return `${ITEM}.${quotedName(column)}`;
}

/** The column of a group, with all that is computed of its items so far. */
export function groupIn({ groupColumns }: Writing, group: string): string {
  return quotedName(groupColumns.get(group) ?? columnOf(group));
}

/** Conditions joined by a word, each on a line of its own. */
export function joinedBy(word: "AND" | "OR", parts: readonly string[]): string {
  if (parts.length === 1) return parts[0] ?? "";
  return `(\n${indented(parts.join(`\n${word} `))}\n)`;
}

export function indented(text: string): string {
  return text.replace(/^/gm, "  ");
}
