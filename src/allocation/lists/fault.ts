import type { Text } from "../../engine/model/text.ts";

/** What is wrong with a line of a list. Nothing of a person is ever quoted. */
export interface ListFault {
  /** The header's being 1. */
  readonly line: number;
  readonly message: Text;
}

/** More are not told: nobody reads them. */
export const MOST_FAULTS = 100;
