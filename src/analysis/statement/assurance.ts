import type { Assurance, Provenance } from "../../engine/model/policy.ts";
import type { ClauseAssurance } from "./model.ts";
import { wordsOf } from "./words.ts";

/** What a node, requirement or parameter says of where it comes from. */
export function assuranceOf({ provenance, by, on, doubt }: Assurance): ClauseAssurance {
  return {
    ...(provenance !== undefined && { provenance }),
    ...(by !== undefined && { by }),
    ...(on !== undefined && { on }),
    ...(doubt !== undefined && { doubt: wordsOf(doubt) }),
  };
}

const WEAKEST_FIRST: readonly Provenance[] = ["assumed", "reported", "confirmed"];

/** Two nodes that are told as one clause: the weaker provenance, and every doubt. */
export function bothAssurances(outer: ClauseAssurance, inner: ClauseAssurance): ClauseAssurance {
  const provenance = WEAKEST_FIRST.find((one) =>
    [outer, inner].some((it) => it.provenance === one),
  );
  const doubt =
    outer.doubt !== undefined && inner.doubt !== undefined
      ? { id: `${outer.doubt.id} ${inner.doubt.id}`, en: `${outer.doubt.en} ${inner.doubt.en}` }
      : (outer.doubt ?? inner.doubt);
  return {
    ...outer,
    ...inner,
    ...(provenance !== undefined && { provenance }),
    ...(doubt !== undefined && { doubt }),
  };
}
