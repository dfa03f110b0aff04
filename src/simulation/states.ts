import type { Program } from "../engine/decision/program.ts";
import type { RequirementOutcome } from "../engine/model/decision.ts";
import type { Sides } from "./catalogue.ts";
import type { RequirementState, ScopeState } from "./causes.ts";

/** How one side stands, without the outcome that it comes to. */
export interface StatesOfSide {
  readonly scope: ScopeState;
  readonly requirements: ReadonlyMap<string, RequirementState>;
}

/** Reads the words that a statement writes: of each side the scope, and then each requirement. */
export function statesIn(
  words: string,
  { from, to }: Sides,
): { readonly from: StatesOfSide; readonly to: StatesOfSide } {
  const all = words.split(" ");
  const ofFrom = all.slice(0, 1 + from.requirements.length);
  return { from: statesOf(from, ofFrom), to: statesOf(to, all.slice(ofFrom.length)) };
}

function statesOf(
  { requirements }: Program,
  [scope = "", ...told]: readonly string[],
): StatesOfSide {
  return {
    scope: scope === "unknown" ? null : scope === "true",
    requirements: new Map(
      requirements.map(({ id, enforcement }, place) => [
        id,
        enforcement === "advisory" ? "advisory" : outcomeIn(told[place]),
      ]),
    ),
  };
}

function outcomeIn(word: string | undefined): RequirementOutcome {
  switch (word) {
    case "met":
    case "unmet":
    case "not-applicable":
      return word;
    default:
      return "unknown";
  }
}
