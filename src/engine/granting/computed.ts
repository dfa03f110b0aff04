import type { ComputedEvidence, Evidence } from "../model/decision.ts";

/** What of all that was computed these leaves rest on, each after what it is computed from. */
export function computedBehind(
  computed: readonly ComputedEvidence[],
  evidence: readonly Evidence[],
): readonly ComputedEvidence[] {
  const wanted = new Set(evidence.flatMap(({ fact, expectedFrom = fact }) => [fact, expectedFrom]));
  const found = computed.toReversed().filter(({ fact, operands }) => {
    // An operand of all items of a group is named `members[].income`.
    if (!wanted.has(fact) && !wanted.has(fact.replace(/\[\d+\]/, "[]"))) return false;
    const place = /^.*\]\./.exec(fact)?.[0] ?? "";
    for (const name of Object.keys(operands)) wanted.add(place + name);
    return true;
  });
  return found.toReversed();
}
