import type { Program } from "../engine/decision/program.ts";
import type { Policy } from "../engine/model/policy.ts";
import { say } from "../engine/model/text.ts";
import type { ConditionWriter, Shared } from "./condition-writer.ts";
import { comment } from "./literals.ts";
import type { WrittenRequirement } from "./plan.ts";

/** Writes the functions of the scope and of each requirement, and tells how they are called. */
export function requirementFunctions(
  { scope, requirements }: Policy,
  { write, computes }: ConditionWriter,
  { functions: { called, define } }: Pick<Shared, "functions">,
): readonly WrittenRequirement[] {
  if (scope !== undefined) {
    write("scope", comment("scope"), ["judge", "name"], (program) => program.scope);
  }
  return requirements.map(({ id, title, enforcement, when }, index) => {
    const required = enforcement !== "advisory";
    const told = comment(`${id}: ${say(title, "en")}`);
    const name = `r${index + 1}`;
    const purposes = required ? (["judge", "name"] as const) : (["judge"] as const);
    const own = (program: Program) => program.requirements[index];
    const holds = when === undefined ? name : `${name}Holds`;
    write(holds, told, purposes, (program) => own(program)?.conditions ?? null);
    const parts = [holds];
    if (when !== undefined) {
      const applies = `${name}Applies`;
      write(applies, comment(`${id} applies`), purposes, (program) => own(program)?.when ?? null);
      parts.unshift(applies);
      define(name, whereItApplies(called(holds), called(applies), computes), null);
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
