import type { ItemPlace, OpenName } from "./open-names.ts";

/** A name, or a list of names, as SQL, and where it is missing. */
export interface SettledName {
  readonly when: string;
  readonly sql: string;
  readonly isList: boolean;
}

/** A name that stands more often is left to be found twice in each row. */
const MOST_TIMES = 4;

/** Each name where it is missing, and not where one like it stands before: so none is told twice. */
export function settledNames(
  names: readonly OpenName[],
  place: ItemPlace | null,
): readonly SettledName[] {
  const before = new Map<string, readonly (readonly string[])[]>();
  return names.flatMap((open) => {
    const sql = sqlOf(open, place);
    const earlier = before.get(sql) ?? [];
    const { when } = open;
    if (earlier.some((other) => other.every((condition) => when.includes(condition)))) return [];
    before.set(sql, [...earlier, when]);
    const none = earlier.length >= MOST_TIMES ? [] : earlier.map((other) => noneOf(other, when));
    return { when: whereAll([...when, ...none]), sql, isList: !("name" in open) };
  });
}

/** Whether a name may still be told twice of one row. */
export function mayRepeat(names: readonly OpenName[]): boolean {
  const times = new Map<string, number>();
  return names.some((open) => {
    const sql = sqlOf(open, null);
    const count = (times.get(sql) ?? 0) + 1;
    times.set(sql, count);
    return count > MOST_TIMES || (!("name" in open) && open.mayRepeat);
  });
}

function sqlOf(open: OpenName, place: ItemPlace | null): string {
  const written = "name" in open ? open.name : open.names;
  return typeof written === "string" ? written : written(place);
}

/** That conditions do not all hold, where others do. None of them is ever NULL. */
function noneOf(conditions: readonly string[], given: readonly string[]): string {
  return `NOT (${whereAll(conditions.filter((condition) => !given.includes(condition)))})`;
}

/** All of these conditions; TRUE of none. */
function whereAll(conditions: readonly string[]): string {
  return conditions.length === 0 ? "TRUE" : conditions.join(" AND ");
}
