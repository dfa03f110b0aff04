import { type Trace, traceOf } from "../conditions/trace.ts";
import type { Program } from "../decision/program.ts";
import type { Decision } from "../model/decision.ts";
import { conditionalGrants } from "./program.ts";

/**
 * Lays a decision's evidence over the conditions of its policy's grants, by their ids; nobody is
 * asked about who is not eligible.
 * @throws LayakError `decision-foreign` where the decision was not made by this program.
 */
export function grantTraces(
  program: Pick<Program, "version" | "grants">,
  { grants = [] }: Pick<Decision, "grants">,
): ReadonlyMap<string, Trace> {
  return new Map(
    conditionalGrants(program).flatMap(({ id, compiled }): [string, Trace][] => {
      const evidence = grants.find((grant) => grant.id === id)?.evidence;
      if (evidence === undefined) return [];
      const own = evidence.filter(({ part }) => part !== "amount");
      return [[id, traceOf(compiled.tree, own)]];
    }),
  );
}
