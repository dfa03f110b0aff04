/** Where a roster may say that somebody belongs, besides the segment. */
export const ROSTER_PLACES = ["opd", "district"] as const;
export type RosterPlace = (typeof ROSTER_PLACES)[number];

/** What a row says of them; `""` where its cell is empty; without those that have no column. */
export type MemberPlaces = Readonly<Partial<Record<RosterPlace, string>>>;

/** How many people of a status a place has: nothing personal. */
export interface PlaceCount {
  readonly place: RosterPlace;
  /** `""` where it is not told. */
  readonly value: string;
  readonly status: string;
  readonly people: number;
}

/** The same by one text for each, so that messages can carry it. */
export type CountsByPlace = Readonly<Record<string, number>>;

/** A city has some forty offices. More values are no offices, and no message could carry them. */
const MOST_VALUES = 200;

/** A column of names or numbers is none of offices: whatever looks so is not told. */
const LONGEST_VALUE = 80;
const LONG_NUMBER = /\d{6}/;

/** What a row says of its places. */
export function placesIn(fields: readonly string[], columns: readonly string[]): MemberPlaces {
  const told = ROSTER_PLACES.filter((place) => columns.includes(place)).map((place) => {
    const value = fields[columns.indexOf(place)]?.trim() ?? "";
    const isOne = value.length <= LONGEST_VALUE && !LONG_NUMBER.test(value);
    return [place, isOne ? value : ""] as const;
  });
  return Object.fromEntries(told);
}

/** Counts as they are after some more people. */
export function recountPlaces(
  counts: CountsByPlace,
  gained: readonly { readonly status: string; readonly places: MemberPlaces }[],
): CountsByPlace {
  const next: Record<string, number> = { ...counts };
  for (const { status, places } of gained) {
    for (const place of ROSTER_PLACES) {
      const value = places[place];
      if (value === undefined || place in next) continue;
      const key = `${place} ${status} ${value}`;
      next[key] = (next[key] ?? 0) + 1;
    }
  }
  const tooMany = ROSTER_PLACES.filter((place) => valuesOf(next, place).size > MOST_VALUES);
  for (const place of tooMany) {
    for (const key of Object.keys(next)) if (key.startsWith(`${place} `)) delete next[key];
    // Stands for all of them, so that no later row begins anew.
    next[place] = 0;
  }
  return next;
}

/** What counts say of each place, where they are those of so many members. */
export function placeCounts(counts: CountsByPlace, members: number): readonly PlaceCount[] {
  const told = Object.entries(counts).flatMap(([key, people]) => {
    const [name = "", status = "", ...words] = key.split(" ");
    const place = ROSTER_PLACES.find((one) => one === name);
    if (place === undefined || status === "") return [];
    return [{ place, value: words.join(" "), status, people }];
  });
  return told.filter(
    ({ place }) =>
      told.reduce((sum, one) => sum + (one.place === place ? one.people : 0), 0) === members,
  );
}

function valuesOf(counts: CountsByPlace, place: RosterPlace): ReadonlySet<string> {
  const keys = Object.keys(counts).filter((key) => key.startsWith(`${place} `));
  return new Set(keys.map((key) => key.split(" ").slice(2).join(" ")));
}
