import type { Program } from "../engine/decision/program.ts";
import { say } from "../engine/model/text.ts";
import { behindCall, behindNames } from "./behind.ts";
import { type Computing, isComputed } from "./computed.ts";
import { conditionFunction } from "./conditions.ts";
import { comment } from "./literals.ts";
import { inParts } from "./parts.ts";
import type { WrittenRequirement } from "./plan.ts";
import { sourceTree } from "./source-tree.ts";
import type { DatedPolicy } from "./stretches.ts";
import type { Writing } from "./writing.ts";

type Shared = Pick<Writing, "computes" | "functions" | "list">;

/** Writes the functions of the scope and of each requirement, and tells how they are called. */
export function requirementFunctions(
  { version }: DatedPolicy,
  programs: readonly (Program | null)[],
  computing: Computing,
  shared: Shared,
): readonly WrittenRequirement[] {
  let parts = 0;
  const next = (): number => {
    parts += 1;
    return parts;
  };
  const behind = behindNames(computing);
  const writings = (["judge", "name"] as const).map(
    (purpose): Writing => ({
      ...shared,
      purpose,
      behind: (id, group, records) => behindCall(behind, id, group, records),
      computesIn: (group) => computing.computed.some((fact) => fact.group === group),
    }),
  );
  const reading = {
    fields: computing.fields,
    isComputed: (id: string, group: string | null) => isComputed(computing, id, group),
    next,
  };
  const write = (
    name: string,
    told: string,
    names: boolean,
    treeIn: (program: Program) => Program["scope"],
  ): void => {
    const trees = programs.map((program) => (program && treeIn(program)?.tree) ?? null);
    const node = inParts(sourceTree(trees, reading), next);
    for (const writing of writings) {
      if (writing.purpose === "name" && !names) continue;
      conditionFunction(writing, name, node, null, writing.purpose === "judge" ? told : null);
    }
  };
  const { called } = shared.functions;
  // A policy that can decide on none of its days has no conditions to write.
  if (programs.every((program) => program === null)) return [];
  const { policy } = version;
  if (policy.scope !== undefined) {
    write("scope", comment("scope"), true, (program) => program.scope);
  }
  return policy.requirements.map(({ id, title, enforcement, when }, index) => {
    const required = enforcement !== "advisory";
    const told = comment(`${id}: ${say(title, "en")}`);
    const name = `r${index + 1}`;
    const holds = when === undefined ? name : `${name}Holds`;
    write(holds, told, required, (program) => program.requirements[index]?.conditions ?? null);
    const parts = [holds];
    if (when !== undefined) {
      const applies = `${name}Applies`;
      write(applies, comment(`${id} applies`), required, (program) => {
        return program.requirements[index]?.when ?? null;
      });
      parts.unshift(applies);
      const text = whereItApplies(called(holds), called(applies), shared.computes);
      shared.functions.define(name, text, null);
    }
    const pairs = parts.map((part) => [called(part), called(`${part}Open`)] as const);
    return { id, required, name: called(name), parts: required ? pairs : [] };
  });
}

/** 3 is "does not apply". What holds is met, even where it is not known whether it applies. */
function whereItApplies(holds: string, applies: string, computes: boolean): string {
  const given = computes ? "f, d, c" : "f, d";
  return `(${given}) {
  const applies = ${applies}(${given});
  if (applies === 0) return 3;
  const holds = ${holds}(${given});
  return holds === 0 && applies === 1 ? 1 : holds;
}`;
}
