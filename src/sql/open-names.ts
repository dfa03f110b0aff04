import type { Dialect } from "./dialects/dialect.ts";
import { quotedText } from "./quote.ts";
import { columnIn, type Writing } from "./writing.ts";

/** The place of an item, in SQL. */
export interface ItemPlace {
  readonly group: string;
  readonly place: string;
}

/** A name that is missing under a condition, or a list of such names; of an item with its place. */
export type OpenName =
  | { readonly when: string; readonly name: NameText }
  | { readonly when: string; readonly names: string | ((place: ItemPlace | null) => string) };

/** A name before the item is known that it is of. */
export type NameText = (place: ItemPlace | null) => string;

/** A name as a text: of the application, or `drivers[2].coverage.status` of an item's fact. */
export function textOfName(id: string, group: string | null, suffix = ""): NameText {
  return (place) =>
    group === null || place === null
      ? quotedText(id + suffix)
      : `${quotedText(`${place.group}[`)} || CAST(${place.place} AS VARCHAR) || ${quotedText(`].${id}${suffix}`)}`;
}

/** All of these conditions; TRUE of none. */
export function whereAll(conditions: readonly string[]): string {
  return conditions.length === 0 ? "TRUE" : conditions.join(" AND ");
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
  for (const open of names) {
    if ("name" in open) {
      single.push(`CASE WHEN ${open.when} THEN ${open.name(place)} END`);
      continue;
    }
    flush();
    const list = typeof open.names === "string" ? open.names : open.names(place);
    lists.push(`CASE WHEN ${open.when} THEN ${list} ELSE ${dialect.listOf([])} END`);
  }
  flush();
  return lists.length === 0 ? dialect.listOf([]) : dialect.joined(lists);
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
    when: whereAll([...open, `${column} IS NOT NULL`]),
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
