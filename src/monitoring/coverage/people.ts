/** What people are counted by, besides programmes and months. */
export const PLACES = ["segment", "opd", "district"] as const;
export type Place = (typeof PLACES)[number];

/** Where somebody belongs; what is not told is left out. */
export type Places = Readonly<Partial<Record<Place, string>>>;

/** How somebody stands in a roster; a `conflict` is told twice, differently, so nobody knows. */
export type Standing =
  | {
      readonly kind: "protected";
      readonly programmes: readonly string[];
      readonly places: Places;
    }
  | { readonly kind: "unprotected"; readonly places: Places }
  | { readonly kind: "conflict" };

/** A roster of one month, by NIK. */
export interface MonthRoster {
  /** `YYYY-MM`. */
  readonly month: string;
  readonly people: ReadonlyMap<string, Standing>;
  /** Which of the places its file has a column for. */
  readonly columns: readonly Place[];
}

/** Who is to be protected: each person by NIK, or how many there are. */
export type Population =
  | {
      readonly kind: "persons";
      readonly columns: readonly Place[];
      readonly people: ReadonlyMap<string, Places>;
    }
  | {
      readonly kind: "counts";
      readonly columns: readonly Place[];
      readonly groups: readonly { readonly places: Places; readonly people: number }[];
    };
