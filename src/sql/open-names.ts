import type { Dialect } from "./dialects/dialect.ts";
import { quotedText } from "./quote.ts";
import { settledNames } from "./settled-names.ts";
import { columnIn, type Writing } from "./writing.ts";

/** The place of an item, in SQL. */
export interface ItemPlace {
  readonly group: string;
  readonly place: string;
}

/** A name that is missing under all of some conditions, or a list of such names; of an item with its place. */
export type OpenName =
  | { readonly when: readonly string[]; readonly name: NameText }
  | {
      readonly when: readonly string[];
      readonly names: string | NameText;
      /** Whether one of them may stand among the others, or among those of another list. */
      readonly mayRepeat: boolean;
    };

/** A name before the item is known that it is of. */
export type NameText = (place: ItemPlace | null) => string;

/** A name as a text: of the application, or `drivers[2].coverage.status` of an item's fact. */
export function textOfName(id: string, group: string | null, suffix = ""): NameText {
  return (place) =>
    group === null || place === null
      ? quotedText(id + suffix)
      : `${quotedText(`${place.group}[`)} || CAST(${place.place} AS VARCHAR) || ${quotedText(`].${id}${suffix}`)}`;
}

/** One list of all names that are missing; those that are not are NULL in it. */
export function openList(
  names: readonly OpenName[],
  dialect: Dialect,
  place: ItemPlace | null,
): string {
  const lists: string[] = [];
  let single: string[] = [];
  const flush = () => {
    if (single.length > 0) lists.push(onLines(single, dialect));
    single = [];
  };
  for (const { when, sql, isList } of settledNames(names, place)) {
    if (!isList) {
      single.push(`CASE WHEN ${when} THEN ${sql} END`);
      continue;
    }
    flush();
    lists.push(`CASE WHEN ${when} THEN ${sql} ELSE ${dialect.listOf([])} END`);
  }
  flush();
  return lists.length === 0 ? dialect.listOf([]) : dialect.joined(lists);
}

/** One text of all names that are missing, parted by `|`; NULL of none. */
export function openText(names: readonly OpenName[], dialect: Dialect): string {
  const parts = settledNames(names, null).map(
    // Of an empty list the text is empty, which would still be parted from the next.
    ({ when, sql, isList }) =>
      `\n  CASE WHEN ${when} THEN ${isList ? `NULLIF(${dialect.text(sql)}, '')` : sql} END`,
  );
  return parts.length === 0
    ? "CAST(NULL AS VARCHAR)"
    : `NULLIF(concat_ws('|',${parts.join(",")}), '')`;
}

/** A list with each of its names on a line. */
function onLines(names: readonly string[], dialect: Dialect): string {
  return dialect.listOf(names.map((name) => `\n  ${name}`)).replaceAll(", \n", ",\n");
}

/** The unknown items of a list that is known: `documents[1]`. */
export function unknownItems(id: string, open: readonly string[], writing: Writing): OpenName {
  const { dialect, group } = writing;
  const column = columnIn(writing, id);
  return {
    when: [...open, `${column} IS NOT NULL`],
    mayRepeat: false,
    names: (place) =>
      dialect.eachWithPlace(column, "one", (at) => {
        const before =
          group === null || place === null
            ? quotedText(`${id}[`)
            : `${quotedText(`${place.group}[`)} || CAST(${place.place} AS VARCHAR) || ${quotedText(`].${id}[`)}`;
        return `CASE WHEN one IS NULL THEN ${before} || CAST(${at} AS VARCHAR) || ']' END`;
      }),
  };
}
