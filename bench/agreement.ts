import { type Application, isComplete } from "./applications/application.ts";
import type { Answer, Contender } from "./engines/engine.ts";

/** How one engine answers the applications that a fact is absent from. */
export interface Absences {
  readonly name: string;
  readonly asked: number;
  /** Applications that the reference leaves undetermined, and what the engine calls them. */
  readonly undetermined: number;
  readonly eligible: number;
  readonly ineligible: number;
  readonly open: number;
  readonly errors: number;
}

/**
 * Compares an engine with the reference on so many applications: everything where all facts are
 * known, and everywhere if it knows three truths.
 * @throws Error at the first application on which they differ.
 */
export async function compare(
  reference: Contender,
  contender: Contender,
  applications: readonly Application[],
  count: number,
): Promise<Absences> {
  const told = { eligible: 0, ineligible: 0, open: 0, errors: 0 };
  let undetermined = 0;
  for (const [index, application] of applications.slice(0, count).entries()) {
    const expected = await reference.answer(index);
    const answer = await contender.answer(index);
    const { threeValued } = contender;
    if (threeValued || isComplete(application)) {
      if (!isSame(expected, answer, threeValued)) {
        const facts = JSON.stringify(application);
        throw new Error(
          `${contender.name} differs on application ${index}:\n${JSON.stringify(expected)}\n${JSON.stringify(answer)}\n${facts}`,
        );
      }
    }
    if (expected.outcome !== "undetermined") continue;
    undetermined++;
    if (answer.outcome === "eligible") told.eligible++;
    else if (answer.outcome === "ineligible") told.ineligible++;
    else if (answer.outcome === "error") told.errors++;
    else told.open++;
  }
  const asked = Math.min(count, applications.length);
  return { name: contender.name, asked, undetermined, ...told };
}

/** An engine of two truths cannot tell a requirement that is met from one that does not apply. */
function isSame(expected: Answer, answer: Answer, threeValued: boolean): boolean {
  return (
    expected.outcome === answer.outcome &&
    expected.requirements.length === answer.requirements.length &&
    expected.requirements.every((outcome, index) => {
      const same = outcome === "not-applicable" && !threeValued ? "met" : outcome;
      return same === answer.requirements[index];
    })
  );
}
