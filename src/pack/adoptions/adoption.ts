/** `adopted` is the first entry of a version; `added` takes in what was added since; `corrected` changes what was sealed. */
export type AdoptionKind = "adopted" | "added" | "corrected";

/** One entry of the record of adoptions: who adopted which text, when and why. */
export interface Adoption {
  readonly kind: AdoptionKind;
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
  /** The last day of the version as it was known; absent where it had no end. */
  readonly until?: string;
  /** The digest of every part that the seal covers, in 64 hexadecimal digits, by the part's name. */
  readonly parts: Readonly<Record<string, string>>;
  /** `layak-seal-1:` and the digest of `service`, `version` and `parts`. */
  readonly seal: string;
  /** The digest of the entry with `record` of the one before it: none can be taken away unnoticed. */
  readonly record: string;
}

/** An entry before it is joined to the record. */
export type NewAdoption = Omit<Adoption, "seal" | "record">;
