import type { Node } from "../../engine/conditions/tree.ts";
import type { Compiled, Program } from "../../engine/decision/program.ts";
import { programOf } from "../../engine/decision/program.ts";
import { LayakError } from "../../engine/errors.ts";
import { conditionalGrants } from "../../engine/granting/program.ts";
import type { Pack } from "../../engine/model/pack.ts";
import type { Condition, Grant, Requirement } from "../../engine/model/policy.ts";
import { groupLimitsIn } from "../solver/group-limits.ts";
import { ALWAYS, anyOf, notOf } from "../solver/outcomes.ts";
import { type Asker, createAsker } from "./asker.ts";
import { turningDays } from "./days.ts";
import { everythingIn, type Placed, placed } from "./placed.ts";
import { below, type JsonPlace } from "./places.ts";
import { lacksValue, withFreeSwitches } from "./trees.ts";
import type { LivingVersion } from "./versions.ts";

/** A requirement of one day, with its places. */
export interface PlacedRequirement {
  readonly requirement: Requirement;
  readonly place: JsonPlace;
  readonly when: Placed | null;
  readonly conditions: Placed;
  /** A parameter that it reads has no value: it can't be met nor refused. */
  readonly lacksValue: boolean;
}

/** What a policy grants on one day, with its places. */
export interface PlacedGrant {
  readonly grant: Grant;
  readonly place: JsonPlace;
  /** Null where everybody who is eligible is given it. */
  readonly conditions: Placed | null;
  /** A parameter that its conditions read has no value. */
  readonly lacksValue: boolean;
}

/** A policy of one day, with its places; switches are free. */
export interface PlacedPolicy {
  readonly program: Program;
  readonly scope: Placed | null;
  readonly requirements: readonly PlacedRequirement[];
  /** None on a day on which nothing is known of them. */
  readonly grants: readonly PlacedGrant[];
  readonly lacksValue: boolean;
}

/** Asks about a version on the days on which it decides from now on; null where it can't be compiled. */
export function policyAsker(
  pack: Pack,
  living: LivingVersion,
  trees: (policy: PlacedPolicy) => readonly Node[] = treesOf,
): Asker<PlacedPolicy> | null {
  const { service, from, until } = living;
  return createAsker<PlacedPolicy>({
    first: from,
    compile: (day) => policyOn(pack, living, day),
    others: (policy) => turningDays(trees(policy), service, from, until),
    treesOf: trees,
    limitsOf: groupLimitsIn(pack),
  });
}

/** A version compiled for a day; null where a date leaves the calendar. */
export function policyOn(pack: Pack, living: LivingVersion, day: string): PlacedPolicy | null {
  const { service, version, file } = living;
  const program = programOn(pack, living, day);
  if (program === null) return null;
  const root: JsonPlace = { file, path: [] };
  const place = (condition: Condition, { tree }: Compiled, at: JsonPlace) =>
    placed(condition, withFreeSwitches(tree), at, service);
  const requirements = program.requirements.map((compiled, index): PlacedRequirement => {
    const { requirement, when, conditions } = compiled;
    const own = below(root, "requirements", index);
    return {
      requirement,
      place: own,
      when:
        when === null || requirement.when === undefined
          ? null
          : place(requirement.when, when, below(own, "when")),
      conditions: place(requirement.conditions, conditions, below(own, "conditions")),
      lacksValue: [when, conditions].some((part) => part !== null && lacksValue(part.tree)),
    };
  });
  const { scope, grants = [] } = version.policy;
  const conditional = conditionalGrants(program);
  return {
    program,
    scope:
      scope === undefined || program.scope === null
        ? null
        : place(scope, program.scope, below(root, "scope")),
    requirements,
    grants: (program.grants === null ? [] : grants).map((grant, index): PlacedGrant => {
      const own = below(root, "grants", index);
      const found = conditional.find((one) => one.place === index);
      return {
        grant,
        place: own,
        conditions:
          found === undefined
            ? null
            : place(found.condition, found.compiled, below(own, "conditions")),
        lacksValue: found !== undefined && lacksValue(found.compiled.tree),
      };
    }),
    lacksValue: program.scope !== null && lacksValue(program.scope.tree),
  };
}

function programOn(pack: Pack, { service, version }: LivingVersion, asOf: string): Program | null {
  try {
    return programOf(pack, { service: service.id, asOf, version: version.from });
  } catch (error) {
    if (error instanceof LayakError) return null;
    throw error;
  }
}

export function treesOf({ scope, requirements }: PlacedPolicy): readonly Node[] {
  const parts = requirements.flatMap(({ when, conditions }) => [when, conditions]);
  return [scope, ...parts].flatMap((part) => part?.node ?? []);
}

/** As {@link treesOf}, with the conditions of its grants. */
export function treesWithGrants(policy: PlacedPolicy): readonly Node[] {
  return [...treesOf(policy), ...policy.grants.flatMap(({ conditions }) => conditions?.node ?? [])];
}

/** Holds where the policy governs. */
export function inScope({ scope }: PlacedPolicy): Node {
  return scope?.node ?? ALWAYS;
}

/** Holds where the requirement applies. */
export function applies({ when }: PlacedRequirement): Node {
  return when?.node ?? ALWAYS;
}

/** As {@link applies}, by the number of the requirement. */
export function appliesIn({ requirements }: PlacedPolicy, index: number): Node {
  const one = requirements[index];
  return one === undefined ? ALWAYS : applies(one);
}

/** Holds where the requirement stands in nobody's way. */
export function passing({ when, conditions }: PlacedRequirement): Node {
  return when === null ? conditions.node : anyOf([notOf(when.node), conditions.node]);
}

export function requiredIn({ requirements }: PlacedPolicy): readonly PlacedRequirement[] {
  return requirements.filter(({ requirement }) => requirement.enforcement !== "advisory");
}

/** All that its conditions consist of, with named conditions written out. */
export function everythingWritten({ scope, requirements }: PlacedPolicy): readonly Placed[] {
  const parts = [scope, ...requirements.flatMap(({ when, conditions }) => [when, conditions])];
  return parts.flatMap((part) => (part === null ? [] : everythingIn(part)));
}

/** As {@link everythingWritten}, of what the conditions of its grants consist of. */
export function grantsWritten({ grants }: PlacedPolicy): readonly Placed[] {
  return grants.flatMap(({ conditions }) => (conditions === null ? [] : everythingIn(conditions)));
}
