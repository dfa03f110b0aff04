import type { S3Client } from "@aws-sdk/client-s3";
import type { Deadline } from "../import/chunk.ts";
import { continueImport, type Imported, importRoster } from "../import/import-roster.ts";
import type { RosterTarget } from "../target.ts";
import { type Continuation, type ImportTask, readTasks } from "./messages.ts";
import { findObject, objectSource } from "./object-source.ts";

/** What happened, for those who run the service; it names nobody. */
export interface ImportNews {
  readonly level: "info" | "warning" | "alarm";
  readonly event: string;
  readonly [field: string]: string | number | boolean | undefined;
}

export interface ImportParts {
  readonly target: RosterTarget;
  readonly s3: S3Client;
  /** Sends the message by which an import goes on in the next run. */
  readonly send: (message: string) => Promise<void>;
  readonly tell: (news: ImportNews) => void;
}

/**
 * Imports what an event of S3 tells of, or goes on where a message says. A file that is refused is
 * told and done with; what throws is worth another try.
 */
export async function importFromEvent(
  parts: ImportParts,
  event: unknown,
  deadline: Deadline,
): Promise<void> {
  for (const task of readTasks(event)) await importTask(parts, task, deadline);
}

async function importTask(parts: ImportParts, task: ImportTask, deadline: Deadline): Promise<void> {
  const { target, s3 } = parts;
  if (task.kind === "continue") {
    const { state, ...version } = task.continuation;
    const source = objectSource(s3, version);
    return await goOn(parts, version, await continueImport(target, source, state, deadline));
  }
  const { version, modifiedAt, metadata } = await findObject(s3, task, deadline.clock());
  const request = {
    source: objectSource(s3, version),
    observedAt: metadata["observed-at"] ?? modifiedAt.toISOString(),
    complete: metadata["complete"] === "true",
    acceptBadRows: metadata["accept-bad-rows"] === "true",
  };
  await goOn(parts, version, await importRoster(target, request, deadline));
}

async function goOn(
  { send, tell }: ImportParts,
  version: Omit<Continuation, "state">,
  imported: Imported,
): Promise<void> {
  if (imported.kind === "out-of-time") {
    const { state } = imported;
    const message: Continuation = { ...version, state };
    await send(JSON.stringify(message));
    const { snapshot, members, lines } = state;
    return tell({ level: "info", event: "roster-import-goes-on", snapshot, members, lines });
  }
  if (imported.kind === "unchanged") {
    return tell({ level: "info", event: "roster-unchanged", snapshot: imported.snapshot });
  }
  const state = "state" in imported ? imported.state : null;
  for (const { line, reason, firstLine } of state?.badRows ?? []) {
    tell({ level: "warning", event: "roster-bad-row", line, reason, firstLine });
  }
  if (imported.kind === "refused") {
    return tell({ level: "alarm", event: "roster-refused", reason: imported.refusal.reason });
  }
  const { snapshot, observedAt, complete } = imported.inUse;
  const { members, bad, leftOut } = imported.state;
  const { completeDropped } = imported;
  const level = completeDropped ? "warning" : "info";
  const counts = { members, bad, leftOut };
  const told = { snapshot, observedAt, complete, completeDropped, ...counts };
  tell({ level, event: "roster-in-use", ...told });
}
