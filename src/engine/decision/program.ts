import { compileCondition } from "../conditions/compile.ts";
import { type Judge, judgeOf } from "../conditions/judge.ts";
import { AS_OF, isReserved } from "../conditions/references.ts";
import {
  type ConstantOperand,
  type GroupedLeaf,
  leavesOf,
  type Node,
  namesOf,
  type Operand,
} from "../conditions/tree.ts";
import type { FactRecord } from "../conditions/values.ts";
import type { ComputedFact, ReadName } from "../model/compute.ts";
import type { Question } from "../model/decision.ts";
import type { Pack, PolicyVersion, Service } from "../model/pack.ts";
import type { Condition, Enforcement, Requirement } from "../model/policy.ts";
import { checkAsOf, findService, findVersion } from "./versions.ts";

/** A compiled condition: the tree to read, and what to ask, for its truth or for evidence too. */
export interface Compiled {
  readonly tree: Node;
  readonly judge: Judge;
  readonly leaves: readonly GroupedLeaf[];
  /** Whether it reads `asOf` or a parameter, and so is another one on another day. */
  readonly isDated: boolean;
}

/** `id` and `enforcement` are the requirement's, read in every decision: here, records of one shape hold them. */
export interface CompiledRequirement {
  readonly requirement: Requirement;
  readonly id: string;
  readonly enforcement: Enforcement;
  /** Whether it is required: words are slow to compare in every decision. */
  readonly decides: boolean;
  readonly when: Compiled | null;
  readonly conditions: Compiled;
}

/** One policy compiled for one day. */
export interface Program {
  readonly pack: Pack;
  readonly service: Service;
  readonly version: PolicyVersion;
  readonly asOf: string;
  /** True where the question named the version, which then decides on every day. */
  readonly pinned: boolean;
  readonly scope: Compiled | null;
  readonly requirements: readonly CompiledRequirement[];
  /** What is computed for conditions and their texts, in that order. */
  readonly computed: readonly ComputedFact[];
  /** What of that the conditions ask for: nothing else can settle or turn them. */
  readonly asked: readonly ComputedFact[];
  /** The leaves of the trees that decide the outcome, in document order. */
  readonly deciding: readonly GroupedLeaf[];
  /** The leaves that read `asOf`: they turn with the days, though no fact changes. */
  readonly turning: readonly GroupedLeaf[];
  /** The same of leaves that read what is computed from `asOf`. */
  readonly turningComputed: readonly GroupedLeaf[];
  /** What it grants; null where that is nothing, or cannot be decided on this day. */
  readonly grants: Program | null;
}

/**
 * Compiles a version for a day. Of a program of the same version that is given, what no day changes
 * stands in the new one too.
 * @throws LayakError `date-out-of-range`.
 */
export type Compile = (
  of: Pick<Program, "pack" | "service" | "pinned"> &
    Partial<Pick<Program, "version" | "scope" | "requirements">>,
  version: PolicyVersion,
  asOf: string,
) => Program;

export const compileProgram: Compile = (of, version, asOf) => {
  const { pack, service, pinned } = of;
  const context = { pack, service, asOf };
  const compile = (condition: Condition, before: Compiled | null | undefined): Compiled => {
    if (of.version === version && before?.isDated === false) return before;
    const tree = compileCondition(condition, context);
    const leaves = leavesOf(tree);
    return { tree, judge: judgeOf(tree), leaves, isDated: leaves.some(isDated) };
  };
  const { policy } = version;
  const scope = policy.scope ? compile(policy.scope, of.scope) : null;
  const requirements = policy.requirements.map((requirement, index): CompiledRequirement => {
    const before = of.requirements?.[index];
    return {
      requirement,
      id: requirement.id,
      enforcement: requirement.enforcement,
      decides: requirement.enforcement === "required",
      when: requirement.when ? compile(requirement.when, before?.when) : null,
      conditions: compile(requirement.conditions, before?.conditions),
    };
  });
  const leaves = leavesIn(scope, requirements);
  const names = namesIn(leaves);
  const asked = pack.computing.facts(names, context);
  // Most days are only asked whether the outcome turns on them, for which neither is needed.
  let computed: readonly ComputedFact[] | undefined;
  let grants: Program | null | undefined;
  return {
    pack,
    service,
    version,
    asOf,
    pinned,
    scope,
    requirements,
    asked,
    deciding: leavesIn(
      scope,
      requirements.filter(({ decides }) => decides),
    ),
    turning: leaves.filter(({ leaf }) => [leaf.left, leaf.right].some(readsAsOf)),
    turningComputed: pack.computing.turning(leaves, asked),
    get computed() {
      computed ??= pack.computing.facts(
        [...names, ...pack.computing.toldNames({ scope, requirements })],
        context,
      );
      return computed;
    },
    get grants() {
      grants ??= policy.grants
        ? pack.granting.compile({ pack, service, pinned }, version, asOf)
        : null;
      return grants;
    },
  };
};

function leavesIn(
  scope: Compiled | null,
  requirements: readonly CompiledRequirement[],
): readonly GroupedLeaf[] {
  const conditions = requirements.flatMap(({ when, conditions }) => [when, conditions]);
  return [scope, ...conditions].flatMap((compiled) => compiled?.leaves ?? []);
}

function isDated({ leaf: { left, right } }: GroupedLeaf): boolean {
  return [left, right].flatMap(namesOf).some(isReserved);
}

/** Whether an operand is `asOf` itself, moved or not. */
export function readsAsOf(operand: Operand): operand is ConstantOperand {
  return operand.kind === "constant" && operand.from === AS_OF;
}

/**
 * Finds and compiles what a question is decided by.
 * @throws LayakError `service-unknown`, `date-invalid`, `policy-not-in-force`, `version-unknown`.
 */
export function programOf(pack: Pack, question: Omit<Question, "facts">): Program {
  const service = findService(pack, question.service);
  checkAsOf(question.asOf);
  const version = findVersion(service, question.asOf, question.version);
  return compileProgram(
    { pack, service, pinned: question.version !== undefined },
    version,
    question.asOf,
  );
}

/** The facts with what a policy computes of them, as its conditions ask; what is not known is null. */
export function completedBy(
  { pack, asked }: Pick<Program, "pack" | "asked">,
  facts: FactRecord,
  computed: readonly ComputedFact[] = asked,
): FactRecord {
  return pack.computing.completed(computed, facts);
}

/** Every fact that the policy's conditions read, where they read it. */
function namesIn(leaves: readonly GroupedLeaf[]): readonly ReadName[] {
  return leaves.flatMap(({ leaf, group }) =>
    [leaf.left, leaf.right].flatMap((operand) =>
      operand.kind === "fact" ? [{ id: operand.id, group }] : [],
    ),
  );
}

type Trees = Pick<Program, "scope" | "requirements" | "grants">;

/** Every tree of the policy, in document order; those of what it grants come last. */
export function allTrees({ scope, requirements, grants }: Trees): readonly Node[] {
  const conditions = requirements.flatMap(({ when, conditions }) => [when, conditions]);
  const own = [scope, ...conditions].flatMap((compiled) => compiled?.tree ?? []);
  return grants === null ? own : [...own, ...allTrees(grants)];
}

/** All that the policy has computed, and what it grants. */
export function computedIn({
  computed,
  grants,
}: Pick<Program, "computed" | "grants">): readonly ComputedFact[] {
  return grants === null ? computed : [...computed, ...grants.computed];
}

/** The trees that decide the outcome: scope and what is required, in document order. */
export function decidingTrees({ scope, requirements }: Program): readonly Node[] {
  return allTrees({
    scope,
    requirements: requirements.filter(({ decides }) => decides),
    grants: null,
  });
}
