import type { Outcome, RequirementOutcome } from "../engine/model/decision.ts";

/** How a requirement stands on one side: `absent` where that policy has none of its name. */
export type RequirementState = RequirementOutcome | "advisory" | "absent";

/** Whether a policy governs an application; null where that is not known. */
export type ScopeState = boolean | null;

/** What one policy says of one application. */
export interface States {
  readonly outcome: Outcome;
  readonly scope: ScopeState;
  /** By id, in the policy's order. */
  readonly requirements: ReadonlyMap<string, RequirementState>;
}

/** What changes an outcome, and how it stood before and stands after. */
export type Cause =
  | { readonly kind: "scope"; readonly from: ScopeState; readonly to: ScopeState }
  | {
      readonly kind: "requirement";
      readonly id: string;
      readonly from: RequirementState;
      readonly to: RequirementState;
    };

/** Of the outcomes of a policy that governs: the higher one wins. */
const LEVELS: Readonly<Record<RequirementState, 0 | 1 | 2>> = {
  unmet: 2,
  unknown: 1,
  met: 0,
  "not-applicable": 0,
  advisory: 0,
  absent: 0,
};

/**
 * What makes the later outcome another than the earlier one; nothing where both are the same. A
 * scope that stands otherwise always does. A requirement that stands otherwise does where it kept
 * the earlier outcome worse than the later one is, or gives the later one. Put into the earlier
 * decision as they stand in the later, the causes alone give the later outcome.
 */
export function causesOf(from: States, to: States): readonly Cause[] {
  if (from.outcome === to.outcome) return [];
  const scope: readonly Cause[] =
    from.scope === to.scope ? [] : [{ kind: "scope", from: from.scope, to: to.scope }];
  if (to.scope !== true) return scope;
  const later = levelOf(to);
  const ids = new Set([...to.requirements.keys(), ...from.requirements.keys()]);
  const requirements = [...ids].flatMap((id): readonly Cause[] => {
    const [before, after] = [from, to].map((side) => side.requirements.get(id) ?? "absent");
    if (before === undefined || after === undefined) return [];
    const [was, is] = [LEVELS[before], LEVELS[after]];
    const decides = was > later || (later > 0 && is === later);
    return was !== is && decides ? [{ kind: "requirement", id, from: before, to: after }] : [];
  });
  return [...scope, ...requirements];
}

function levelOf({ requirements }: States): number {
  return Math.max(0, ...[...requirements.values()].map((state) => LEVELS[state]));
}

/** The outcome that a scope and requirements give: what a policy says of an application, in short. */
export function outcomeOfStates({ scope, requirements }: Omit<States, "outcome">): Outcome {
  if (scope === false) return "out-of-scope";
  const level = levelOf({ outcome: "eligible", scope, requirements });
  if (scope === true && level === 2) return "ineligible";
  return scope === null || level === 1 ? "undetermined" : "eligible";
}
