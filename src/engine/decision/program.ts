import { compileCondition } from "../conditions/compile.ts";
import { type Judge, judgeOf } from "../conditions/judge.ts";
import { AS_OF } from "../conditions/references.ts";
import {
  type ConstantOperand,
  type GroupedLeaf,
  leavesOf,
  type Node,
  type Operand,
} from "../conditions/tree.ts";
import type { Question } from "../model/decision.ts";
import type { Pack, PolicyVersion, Service } from "../model/pack.ts";
import type { Condition, Enforcement, Requirement } from "../model/policy.ts";
import { checkAsOf, findService, findVersion } from "./versions.ts";

/** A compiled condition: the tree to read, and what to ask, for its truth or for evidence too. */
export interface Compiled {
  readonly tree: Node;
  readonly judge: Judge;
}

/** `id` and `enforcement` are the requirement's, read in every decision: here, records of one shape hold them. */
export interface CompiledRequirement {
  readonly requirement: Requirement;
  readonly id: string;
  readonly enforcement: Enforcement;
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
  /** The leaves that read `asOf`: they turn with the days, though no fact changes. */
  readonly turning: readonly GroupedLeaf[];
}

/** Compiles a version for a day. @throws LayakError `date-out-of-range`. */
export type Compile = (
  of: Pick<Program, "pack" | "service" | "pinned">,
  version: PolicyVersion,
  asOf: string,
) => Program;

export const compileProgram: Compile = ({ pack, service, pinned }, version, asOf) => {
  const compile = (condition: Condition): Compiled => {
    const tree = compileCondition(condition, { pack, service, asOf });
    return { tree, judge: judgeOf(tree) };
  };
  const { policy } = version;
  const scope = policy.scope === undefined ? null : compile(policy.scope);
  const requirements = policy.requirements.map(
    (requirement): CompiledRequirement => ({
      requirement,
      id: requirement.id,
      enforcement: requirement.enforcement === "advisory" ? "advisory" : "required",
      when: requirement.when === undefined ? null : compile(requirement.when),
      conditions: compile(requirement.conditions),
    }),
  );
  const turning = allTrees({ scope, requirements })
    .flatMap((tree) => leavesOf(tree))
    .filter(({ leaf }) => [leaf.left, leaf.right].some(readsAsOf));
  return { pack, service, version, asOf, pinned, scope, requirements, turning };
};

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

type Trees = Pick<Program, "scope" | "requirements">;

/** Every tree of the policy, in document order. */
export function allTrees({ scope, requirements }: Trees): readonly Node[] {
  const conditions = requirements.flatMap(({ when, conditions }) => [when, conditions]);
  return [scope, ...conditions].flatMap((compiled) => compiled?.tree ?? []);
}

/** The trees that decide the outcome: scope and what is required, in document order. */
export function decidingTrees(program: Program): readonly Node[] {
  const required = program.requirements.filter(({ enforcement }) => enforcement === "required");
  return allTrees({ ...program, requirements: required });
}
