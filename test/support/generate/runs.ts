/**
 * How often a property is tried. Shrinking stops before the test's own time limit, which would
 * hide the counterexample; a property that was not tried so often has not passed.
 */
export function runs(numRuns: number) {
  return { numRuns, interruptAfterTimeLimit: 45_000, markInterruptAsFailure: true };
}
