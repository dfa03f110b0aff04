import { randomUUID } from "node:crypto";
import { valueAt } from "./value-at.ts";

/** As an HTTP API writes them, such as `JKJaXmPLvHcESHA=`, and UUIDs. */
const GATEWAY_ID = /^[\w+/=-]{1,100}$/;

/**
 * The name of a request: the HTTP API's own in Lambda, by which its access log and ours are joined; a
 * new UUID where there is no such gateway. Headers are never looked at.
 */
export function requestIdIn(context: unknown): string {
  const given = valueAt(context, ["event", "requestContext", "requestId"]);
  return typeof given === "string" && GATEWAY_ID.test(given) ? given : randomUUID();
}
