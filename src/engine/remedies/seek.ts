import type { FactRecord } from "../conditions/values.ts";
import type { Program } from "../decision/program.ts";
import type { Remedy } from "../model/decision.ts";
import { BEHIND } from "./behind/behind.ts";
import { remediesOf } from "./remedies.ts";

/** As {@link remediesOf}, for policies of any pack: it looks behind what is computed by itself. */
export function seekRemedies(program: Program, facts: FactRecord): readonly Remedy[] {
  return remediesOf(program, facts, BEHIND);
}
