/** What a page is made of, in one language; each format writes the same blocks. */
export type Block =
  | { readonly kind: "title"; readonly text: string }
  | { readonly kind: "heading"; readonly text: string }
  /** What nobody may overlook. */
  | { readonly kind: "notice"; readonly text: string }
  | { readonly kind: "paragraph"; readonly text: string }
  | { readonly kind: "facts"; readonly rows: readonly Note[] }
  | ClausesBlock
  | {
      readonly kind: "table";
      readonly columns: readonly string[];
      readonly rows: readonly (readonly string[])[];
    }
  | { readonly kind: "signature"; readonly place: string; readonly labels: readonly string[] }
  | { readonly kind: "footer"; readonly text: string };

export interface ClausesBlock {
  readonly kind: "clauses";
  readonly heading: ClauseHeading | null;
  readonly lines: readonly Line[];
  readonly notes: readonly Note[];
}

/** A requirement's own line. */
export interface ClauseHeading {
  /** With its number, if it has one. */
  readonly text: string;
  /** Such as "required". */
  readonly mark: string;
}

export interface Line {
  readonly depth: number;
  readonly number: string;
  readonly text: string;
  /** Stands where two versions are compared. */
  readonly change?: "same" | "added" | "removed";
  readonly notes: readonly Note[];
}

export interface Note {
  readonly label: string;
  readonly text: string;
}
