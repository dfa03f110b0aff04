import { type Pseudonym, type Pseudonyms, pseudonymsByMark } from "../store/identity.ts";
import type { SnapshotInUse } from "./snapshot-items.ts";

/** People of the roster are named under an identity key that is not among the settings. */
export class RosterKeyUnknown extends Error {
  override readonly name = "RosterKeyUnknown";
}

/** Finds how the people of a roster are named; null where its key is not known. */
export type RosterNaming = (roster: Pick<SnapshotInUse, "keyMark">) => Pseudonym | null;

/**
 * A roster that does not say its key was written when there was one key only, so that one is tried
 * where there is still one. Whom it does not find then may be named under another.
 */
export function rosterNaming(pseudonyms: Pseudonyms): RosterNaming {
  const byMark = pseudonymsByMark(pseudonyms);
  const { pseudonym, formerPseudonyms = [] } = pseudonyms;
  const only = formerPseudonyms.length === 0 ? pseudonym : null;
  return ({ keyMark }) => (keyMark === undefined ? only : byMark(keyMark));
}
