import { jsonLog, type Log } from "../../src/api/log.ts";
import type { Environment } from "./settings.ts";

/** What a function is made from: its environment, and where its log lines go. */
export interface Surroundings {
  readonly environment: Environment;
  readonly write: (line: string) => void;
  /** Makes the log; plain lines of JSON to `write` unless given. */
  readonly log?: (environment: Environment) => Log;
}

/** Lambda, with a plain log. */
export const LAMBDA: Surroundings = {
  environment: process.env,
  write: (line) => process.stdout.write(line),
};

export function logOf({ environment, write, log }: Surroundings): Log {
  return log?.(environment) ?? jsonLog(write);
}
