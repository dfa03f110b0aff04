/**
 * How often a property is tried. Shrinking stops before the test's own time limit, which would
 * hide the counterexample.
 */
export function runs(numRuns: number) {
  return { numRuns, interruptAfterTimeLimit: 45_000 };
}
