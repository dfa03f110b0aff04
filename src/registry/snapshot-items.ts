import type { StoredItem } from "../store/batches.ts";
import type { CoverageFacts } from "./coverage.ts";
import type { MemberFacts } from "./roster.ts";

/** The item that names the snapshot in use. */
export const ROSTER_KEY = "roster";

/** The attribute that holds the first line which differs from what was said of a person before. */
export const CONTRADICTED_ON = "contradictedOn";

export interface SnapshotInUse {
  readonly snapshot: string;
  readonly observedAt: string;
  readonly complete: boolean;
  /** Whether it came from a file: an invented one never replaces it. */
  readonly imported: boolean;
  /** The mark of the key under which its people are named; none in those of before there were several. */
  readonly keyMark?: string;
}

/** The key of one member in one snapshot. */
export function memberKey(snapshot: string, pseudonym: string): string {
  return `${snapshot}#${pseudonym}`;
}

/** A member's attributes. */
export function memberItem(facts: MemberFacts): StoredItem {
  const { status, programmes, paidThrough, segment } = facts;
  return {
    status: { S: status },
    programmes: { L: programmes.map((programme) => ({ S: programme })) },
    ...(paidThrough !== undefined && { paidThrough: { S: paidThrough } }),
    ...(segment !== undefined && { segment: { S: segment } }),
  };
}

/** What is said of a member, or null where the item makes no sense. */
export function readMember(item: StoredItem): MemberFacts | null {
  const status = item["status"]?.S;
  const programmes = item["programmes"]?.L?.map((programme) => programme.S);
  const paidThrough = item["paidThrough"]?.S;
  const segment = item["segment"]?.S;
  if (status === undefined || programmes === undefined) return null;
  const known = programmes.flatMap((programme) => programme ?? []);
  if (known.length < programmes.length) return null;
  return {
    status,
    programmes: known,
    ...(paidThrough !== undefined && { paidThrough }),
    ...(segment !== undefined && { segment }),
  };
}

/** The same by the ids of the fact catalogue. */
export function coverageFacts(facts: MemberFacts): CoverageFacts {
  const { status, programmes, paidThrough, segment } = facts;
  return {
    "coverage.status": status,
    "coverage.programmes": programmes,
    ...(paidThrough !== undefined && { "coverage.paidThrough": paidThrough }),
    ...(segment !== undefined && { "coverage.segment": segment }),
  };
}

/** Whether rows about this person differed, so that none of them counts. */
export function isContradicted(item: StoredItem): boolean {
  return item[CONTRADICTED_ON] !== undefined;
}

export function pointerItem(inUse: SnapshotInUse): StoredItem {
  const { snapshot, observedAt, complete, imported, keyMark } = inUse;
  return {
    pk: { S: ROSTER_KEY },
    snapshot: { S: snapshot },
    observedAt: { S: observedAt },
    complete: { BOOL: complete },
    imported: { BOOL: imported },
    ...(keyMark !== undefined && { keyMark: { S: keyMark } }),
  };
}

/** The snapshot in use, or null where none was loaded. */
export function readRoster(item: StoredItem | undefined): SnapshotInUse | null {
  const snapshot = item?.["snapshot"]?.S;
  const observedAt = item?.["observedAt"]?.S;
  const complete = item?.["complete"]?.BOOL;
  if (snapshot === undefined || observedAt === undefined || complete === undefined) return null;
  const imported = item?.["imported"]?.BOOL ?? false;
  const keyMark = item?.["keyMark"]?.S;
  return { snapshot, observedAt, complete, imported, ...(keyMark !== undefined && { keyMark }) };
}
