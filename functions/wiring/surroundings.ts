import type { Environment } from "./settings.ts";

/** What a function is made from: its environment, and where its log lines go. */
export interface Surroundings {
  readonly environment: Environment;
  readonly write: (line: string) => void;
}

export const LAMBDA: Surroundings = {
  environment: process.env,
  write: (line) => process.stdout.write(line),
};
