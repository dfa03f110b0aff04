import type { BulkRun } from "../../athena/runs.ts";

/** What of a run its client is told, however far it is. */
export function toldOf({ id, service, from, status, digest, asOf, upload, startedAt }: BulkRun) {
  return { id, service, policy: { from, status, digest }, asOf, upload, startedAt };
}
