import type { CoverageRegistry } from "./coverage.ts";

/** A NIK of nobody: no province has the code 00. */
const NOBODY = "0000000000000000";

/**
 * Why a coverage service answers nothing, or null where it does. It is asked about nobody, in the way
 * in which it is asked about people, so its address, its token and its answers are all looked at.
 */
export async function serviceProblem(
  service: CoverageRegistry,
  today: string,
  signal: AbortSignal,
): Promise<"unavailable" | null> {
  const answers = await service.lookUp([NOBODY], { asOf: today, today }, signal);
  const answer = answers.get(NOBODY);
  const isWell = answer?.kind !== "no-answer" || answer.cause !== "unavailable";
  return isWell ? null : "unavailable";
}
