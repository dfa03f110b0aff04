import type { TopLevelCondition } from "json-rules-engine";
import type {
  Condition,
  EveryCondition,
  FactReference,
  LeafCondition,
  LeafValue,
  ShiftParams,
  SomeCondition,
} from "../engine/model/policy.ts";
import { movedName } from "./dates.ts";

/** A condition inside another one: json-rules-engine allows leaves there, but not at the root. */
export type NestedCondition = Extract<TopLevelCondition, { readonly all: unknown }>["all"][number];

/** What the conditions of one Engine refer to, and the Engine must be given. */
export interface Needs {
  /** Ids of facts, parameters and counts, and `asOf`. */
  readonly facts: Set<string>;
  /** Dates of other facts than `asOf`, moved, by the name that stands in the condition. */
  readonly moved: Map<string, FactReference & { readonly params: ShiftParams }>;
  /** Group conditions, by the name of the fact that answers them. */
  readonly groups: Map<string, EveryCondition | SomeCondition>;
  readonly conditions: Set<string>;
}

export function noNeeds(): Needs {
  return { facts: new Set(), moved: new Map(), groups: new Map(), conditions: new Set() };
}

/** A condition as json-rules-engine takes it at the root, where no bare leaf may stand. */
export function translateRoot(condition: Condition, needs: Needs): TopLevelCondition {
  const translated = translate(condition, needs);
  return "fact" in translated ? { all: [translated] } : translated;
}

/** The same condition without its texts and notes; what it refers to is added to `needs`. */
export function translate(condition: Condition, needs: Needs): NestedCondition {
  if ("all" in condition) return { all: condition.all.map((child) => translate(child, needs)) };
  if ("any" in condition) return { any: condition.any.map((child) => translate(child, needs)) };
  if ("not" in condition) return { not: translate(condition.not, needs) };
  if ("condition" in condition) {
    needs.conditions.add(condition.condition);
    return { condition: condition.condition };
  }
  if ("every" in condition || "some" in condition) return translateGroup(condition, needs);
  return translateLeaf(condition, needs);
}

function translateGroup(condition: EveryCondition | SomeCondition, needs: Needs): NestedCondition {
  const name =
    "every" in condition
      ? `every ${condition.every} ${needs.groups.size}`
      : `some ${condition.some} ${needs.groups.size}`;
  needs.groups.set(name, condition);
  return { fact: name, operator: "equal", value: true };
}

function translateLeaf(leaf: LeafCondition, needs: Needs): NestedCondition {
  const { operator } = leaf;
  return { ...translateReference(leaf, needs), operator, value: translateValue(leaf.value, needs) };
}

function translateValue(value: LeafValue, needs: Needs): LeafValue {
  return typeof value === "object" && "fact" in value ? translateReference(value, needs) : value;
}

/** Facts given to `run` ignore `params`; only `asOf` is computed and honours them. */
function translateReference({ fact, params }: FactReference, needs: Needs): FactReference {
  needs.facts.add(fact);
  const duration = params?.plus ?? params?.minus;
  if (typeof duration === "object") needs.facts.add(duration.fact);
  if (params === undefined || duration === undefined) return { fact };
  if (fact === "asOf") return { fact, params };
  const name = movedName(fact, params);
  needs.moved.set(name, { fact, params });
  return { fact: name };
}
