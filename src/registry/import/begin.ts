import { createHash } from "node:crypto";
import { keyMark } from "../../store/identity.ts";
import { isInFuture, isMoment } from "../freshness.ts";
import { readHeader } from "../roster-file/header.ts";
import type { RosterSource } from "../roster-file/source.ts";
import type { SnapshotInUse } from "../snapshot-items.ts";
import { readPointer } from "../snapshots/pointer.ts";
import { changeList, putRecord, readRecords } from "../snapshots/record.ts";
import type { RosterTarget } from "../target.ts";
import type { ImportRefusal } from "./refusal.ts";
import type { ImportState } from "./state.ts";

export interface ImportRequest {
  readonly source: RosterSource;
  /** When the registry observed what the file says: ISO 8601 with a time zone. */
  readonly observedAt: string;
  /** Whether the file names every member, so that whoever is missing is no member. */
  readonly complete: boolean;
  /** Leave bad rows out in place of refusing the file. */
  readonly acceptBadRows: boolean;
}

export type Begun =
  | { readonly kind: "begun"; readonly state: ImportState }
  | { readonly kind: "unchanged"; readonly snapshot: string }
  | { readonly kind: "refused"; readonly refusal: ImportRefusal };

/**
 * Begins an import: reads the whole file once for its SHA-256, which names the snapshot, and notes
 * which snapshot is in use. Nothing that is in use changes.
 */
export async function beginImport(
  target: RosterTarget,
  request: ImportRequest,
  now: Date,
  signal: AbortSignal,
): Promise<Begun> {
  const { source, observedAt, complete, acceptBadRows } = request;
  if (!isMoment(observedAt)) return refused({ reason: "observed-at-invalid" });
  if (isInFuture(observedAt, now)) return refused({ reason: "observed-in-future", observedAt });
  const header = await readHeader(source);
  if (header.kind === "missing") {
    return refused({ reason: "columns-missing", columns: header.columns });
  }
  if (header.kind === "twice") return refused({ reason: "column-twice", column: header.column });
  const pointer = await readPointer(target, signal);
  const snapshot = await nameOf(target, request);
  if (pointer?.snapshot === snapshot) return { kind: "unchanged", snapshot };
  if (isOlder(observedAt, pointer)) {
    const inUseObservedAt = pointer?.observedAt ?? "";
    return refused({ reason: "older", observedAt, inUseObservedAt });
  }
  const startedAt = now.toISOString();
  const state: ImportState = {
    snapshot,
    observedAt,
    complete,
    keyMark: keyMark(target.pseudonym),
    acceptBadRows,
    startedAt,
    pointer,
    layout: { delimiter: header.layout.delimiter, columns: [...header.layout.columns] },
    offset: header.bytes,
    lines: 1,
    pages: 0,
    members: 0,
    bad: 0,
    leftOut: 0,
    counts: {},
    places: {},
    badRows: [],
  };
  const claimed = await claim(target, state, signal);
  return claimed ? { kind: "begun", state } : refused({ reason: "being-removed" });
}

/**
 * SHA-256 over the file and what is said about it. The key under which people are stored is part
 * of it: after a new one came in, the same file has to be read again.
 */
async function nameOf({ pseudonym }: RosterTarget, request: ImportRequest): Promise<string> {
  const { source, observedAt, complete } = request;
  const file = createHash("sha256");
  for await (const chunk of source.open(0)) file.update(chunk);
  const told = [file.digest("hex"), observedAt, complete, keyMark(pseudonym)];
  return createHash("sha256").update(told.join("\n")).digest("hex");
}

/** An invented roster is no measure: any file replaces it. */
function isOlder(observedAt: string, pointer: SnapshotInUse | null): boolean {
  if (pointer === null || !pointer.imported) return false;
  return Date.parse(observedAt) < Date.parse(pointer.observedAt);
}

async function claim(
  target: RosterTarget,
  { snapshot, observedAt, startedAt }: ImportState,
  signal: AbortSignal,
): Promise<boolean> {
  await changeList(target, "ADD", snapshot, signal);
  const [known] = await readRecords(target, [snapshot], signal);
  const pages = known?.pages ?? 0;
  const times = { observedAt, startedAt, touchedAt: startedAt };
  const record = { snapshot, state: "writing" as const, ...times, pages };
  const states = ["writing", "ready", "retired"] as const;
  return await putRecord(target, record, { states, orAbsent: true }, signal);
}

function refused(refusal: ImportRefusal): Begun {
  return { kind: "refused", refusal };
}
