/** A file of a roster, wherever it is kept. */
export interface RosterSource {
  /**
   * Its bytes from this one on, always of the same file.
   * @throws SourceChanged where the file is not the one any more that was read first.
   */
  readonly open: (offset: number) => AsyncIterable<Uint8Array>;
}

/** The file was replaced or changed while it was read. */
export class SourceChanged extends Error {
  override readonly name = "SourceChanged";

  constructor() {
    super("the roster's file changed while it was read");
  }
}
