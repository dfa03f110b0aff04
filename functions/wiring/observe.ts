import { Logger } from "@aws-lambda-powertools/logger";
import type { Log } from "../../src/api/log.ts";
import { loggedFields } from "./log-fields.ts";

/** The name under which all functions log and measure; the alarms look for it. */
export const OBSERVED_AS = "layak";

/**
 * A log in which CloudWatch finds entries by their fields: one line of JSON each, with the function's
 * name, and `message` the entry's event. An alarm is CRITICAL there.
 */
export function observed(environment: Readonly<Record<string, string | undefined>>): Log {
  const logger = new Logger({
    serviceName: OBSERVED_AS,
    persistentKeys: { function: environment["AWS_LAMBDA_FUNCTION_NAME"] ?? "local" },
  });
  return (entry) => {
    const fields = loggedFields(entry);
    if (entry.level === "alarm") logger.critical(entry.event, fields);
    else if (entry.level === "warning") logger.warn(entry.event, fields);
    else logger.info(entry.event, fields);
  };
}
