import { figure } from "./print.ts";

/** A figure that the project promises. */
export interface Target {
  readonly name: string;
  readonly value: number;
  readonly limit: number;
  readonly sense: "at least" | "at most";
}

/** Prints each target with what was measured; true where all are met. */
export function reportTargets(targets: readonly Target[]): boolean {
  const met = targets.map(({ name, value, limit, sense }) => {
    const passes = sense === "at least" ? value >= limit : value <= limit;
    console.log(`${passes ? "pass" : "MISS"}  ${name}: ${figure(value)} (${sense} ${limit})`);
    return passes;
  });
  console.log();
  return !met.includes(false);
}
