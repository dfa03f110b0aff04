/** A change of one file: the first occurrence of some words becomes others. */
export interface Edit {
  readonly file: string;
  readonly words: string;
  readonly others: string;
}

/** A diagnostic by its code and the line of a file on which some words begin for the nth time. */
export interface Told {
  readonly code: string;
  readonly file: string;
  readonly at: string;
  readonly nth: number;
}

/** A mistake in the shipped rules, all that is told of it, and what its help says to do. */
export interface Seed {
  readonly mistake: string;
  readonly edits: readonly Edit[];
  readonly told: readonly Told[];
  /** Followed after the edits, nothing is told any more. */
  readonly help: readonly Edit[];
}

const CITY = "kota-serang";
export const KIOSK_2024 = `${CITY}/sewa-kios/2024-10-01.json`;
export const KIOSK = `${CITY}/sewa-kios/2026-01-01.json`;
export const KIOSK_DRAFT = `${CITY}/sewa-kios/2027-01-01.json`;
export const KIOSK_CASES = `${CITY}/sewa-kios/cases.json`;
export const ROUTE = `${CITY}/perpanjangan-trayek/2026-01-01.json`;
export const FERTILISER = `${CITY}/bantuan-pupuk/2026-01-01.json`;
export const VEHICLE_TEST = `${CITY}/perpanjangan-kir/2026-01-01.json`;
export const CONDITIONS = `${CITY}/conditions.json`;
export const FACTS = "facts.json";
export const PARAMETERS = "parameters.json";
export const SOURCES = "sources.json";

export function edit(file: string, words: string, others: string): Edit {
  return { file, words, others };
}

export function told(code: string, file: string, at: string, nth = 1): Told {
  return { code, file, at, nth };
}

/** A mistake of one edit, told once at the words that it puts in; the help gives others for them. */
export function slip(
  mistake: string,
  code: string,
  file: string,
  words: string,
  wrong: string,
  right = words,
): Seed {
  return {
    mistake,
    edits: [edit(file, words, wrong)],
    told: [told(code, file, wrong.trim().split("\n")[0] ?? "")],
    help: [edit(file, wrong, right)],
  };
}
