import type { Leaf } from "../../engine/conditions/tree.ts";
import type { Compiled, Program } from "../../engine/decision/program.ts";
import { conditionalGrants } from "../../engine/granting/program.ts";
import type { Condition } from "../../engine/model/policy.ts";
import { everythingIn, placed } from "../findings/placed.ts";
import { below, type JsonPlace } from "../findings/places.ts";
import type { CoveredTarget } from "./coverage.ts";
import type { Target } from "./target.ts";

/** Finds where a target of a program is written: its leaf, its requirement, or its policy. */
export type PlaceOfTarget = (target: Target) => JsonPlace;

/** The places of a policy; leaves of named conditions stand where those are defined. */
export function placesOf(program: Program): PlaceOfTarget {
  const { service, version } = program;
  const policy: JsonPlace = { file: `${service.id}/${version.from}.json`, path: [] };
  const leaves = new Map<Leaf, JsonPlace>();
  const remember = (condition: Condition | undefined, part: Compiled | null, at: JsonPlace) => {
    if (condition === undefined || part === null) return;
    const placedTree = placed(condition, part.tree, at, service);
    for (const one of everythingIn(placedTree)) {
      if (one.node.kind === "leaf") leaves.set(one.node, one.place);
    }
  };
  const requirements = new Map<string, JsonPlace>();
  remember(version.policy.scope, program.scope, below(policy, "scope"));
  for (const [index, { requirement, when, conditions }] of program.requirements.entries()) {
    const own = below(policy, "requirements", index);
    requirements.set(requirement.id, own);
    remember(requirement.when, when, below(own, "when"));
    remember(requirement.conditions, conditions, below(own, "conditions"));
  }
  for (const { place, condition, compiled } of conditionalGrants(program)) {
    remember(condition, compiled, below(policy, "grants", place, "conditions"));
  }
  return (target) => {
    switch (target.kind) {
      case "outcome":
        return policy;
      case "sole-reason":
        return requirements.get(target.requirement) ?? policy;
      default:
        return leaves.get(target.at.leaf) ?? policy;
    }
  };
}

/** Finds where a target is written, whichever day's policy it is of. */
export type PlaceOfCovered = (covered: CoveredTarget) => JsonPlace;

export function placesOfCovered(): PlaceOfCovered {
  const known = new Map<Program, PlaceOfTarget>();
  return ({ target, prepared: { program } }) => {
    const placeOf = known.get(program) ?? placesOf(program);
    known.set(program, placeOf);
    return placeOf(target);
  };
}
