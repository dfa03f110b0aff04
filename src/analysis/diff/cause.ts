import type { Decision } from "../../engine/model/decision.ts";
import type { Cause, Side } from "./comparison.ts";
import type { DecidedPair } from "./pair.ts";

const SIDES: readonly Side[] = ["to", "from"];

/**
 * What makes the difference between two decisions: a scope, else the requirement by which a side
 * refuses and the other does not, else what a side waits for.
 */
export function causeOf(given: DecidedPair): Cause {
  if (SIDES.some((side) => given[side].outcome === "out-of-scope")) return { kind: "scope" };
  for (const side of SIDES) {
    if (given[side].outcome !== "ineligible") continue;
    const elsewhere = unmetIn(given[otherSide(side)]);
    const id = unmetIn(given[side]).find((one) => !elsewhere.includes(one));
    if (id !== undefined) return { kind: "requirement", side, id };
  }
  const side = SIDES.find((one) => given[one].outcome === "undetermined") ?? "to";
  return { kind: "unknown", side, missing: given[side].missing };
}

function otherSide(side: Side): Side {
  return side === "to" ? "from" : "to";
}

/** The requirements that refuse. */
function unmetIn({ requirements }: Decision): readonly string[] {
  return requirements
    .filter(({ outcome, enforcement }) => outcome === "unmet" && enforcement === "required")
    .map(({ id }) => id);
}
