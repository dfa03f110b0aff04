/** `adopted` is the first entry of a version; `added` takes in what was added since; `corrected` changes what was sealed. */
export type AdoptionKind = "adopted" | "added" | "corrected";

/** What every entry of the record of adoptions has. */
interface Entry {
  /** `city/service`. */
  readonly service: string;
  /** The first day of the version: its file's name. */
  readonly version: string;
  /** The day on which it was decided. */
  readonly on: string;
  /** The day on which it was entered: what changes an answer of a day before it comes too late. */
  readonly recorded: string;
  readonly by: string;
  readonly why: string;
  /** The digest of the entry with `record` of the one before it: none can be taken away unnoticed. */
  readonly record: string;
}

/** Who adopted which text, when and why. */
export interface Adoption extends Entry {
  readonly kind: AdoptionKind;
  /** The last day of the version as it was known; absent where it had no end. */
  readonly until?: string;
  /** Findings about the version that were known and are meant, with the reason. */
  readonly despite?: Despite;
  /** The digest of every part that the seal covers, in 64 hexadecimal digits, by the part's name. */
  readonly parts: Readonly<Record<string, string>>;
  /** `layak-seal-1:` and the digest of `service`, `version` and `parts`. */
  readonly seal: string;
}

export interface Despite {
  /** Codes of diagnostics, such as `LYK902`. */
  readonly codes: readonly string[];
  readonly because: string;
}

/** Who withdrew a version before its first day: nothing of it is sealed from then on. */
export interface Withdrawal extends Entry {
  readonly kind: "withdrawn";
}

export type RecordEntry = Adoption | Withdrawal;

/** An entry before it is joined to the record. */
export type NewAdoption = Omit<Adoption, "seal" | "record">;
export type NewWithdrawal = Omit<Withdrawal, "record">;

/** The adoptions that no later entry withdraws, in their order. */
export function standingAdoptions(entries: readonly RecordEntry[]): readonly Adoption[] {
  const withdrawn = new Set<string>();
  return entries
    .toReversed()
    .flatMap((entry) => {
      const path = `${entry.service}/${entry.version}`;
      if (entry.kind === "withdrawn") withdrawn.add(path);
      return entry.kind === "withdrawn" || withdrawn.has(path) ? [] : [entry];
    })
    .toReversed();
}
