import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { readItems, type StoredItem } from "../store/batches.ts";
import type { Pseudonym } from "../store/identity.ts";
import {
  type CoverageAnswer,
  type CoverageDay,
  type CoverageRegistry,
  NOT_A_MEMBER,
  sameForAll,
} from "./coverage.ts";
import { isStale } from "./freshness.ts";
import {
  memberKey,
  ROSTER_KEY,
  readMember,
  readRoster,
  type SnapshotInUse,
} from "./snapshot-items.ts";
import { readPointer } from "./snapshots/pointer.ts";

export interface SnapshotRegistryOptions {
  readonly client: DynamoDBClient;
  readonly table: string;
  readonly pseudonym: Pseudonym;
  readonly clock: () => Date;
  /** A roster observed longer ago than this gives no answers. */
  readonly maximumAgeDays: number;
}

/** A look-up, and one more where another snapshot came into use meanwhile. */
const MOST_LOOKS = 2;

/**
 * A registry over the roster's snapshot in DynamoDB. One batched reading fetches the people and
 * the item that names the snapshot in use. That somebody is missing counts only if that item, read
 * again afterwards, still names the snapshot: its members may have been deleted meanwhile.
 */
export function createSnapshotRegistry(options: SnapshotRegistryOptions): CoverageRegistry {
  const { client, table, pseudonym, clock, maximumAgeDays } = options;
  let lastSnapshot: string | null = null;

  async function look(niks: readonly string[], signal: AbortSignal): Promise<Looked | null> {
    let looked: Looked | null = null;
    let looks = 0;
    // The first reading may only find out which snapshot is in use, and is then no look-up.
    for (let readings = 0; readings <= MOST_LOOKS && looks < MOST_LOOKS; readings++) {
      const snapshot = lastSnapshot;
      const keys = snapshot === null ? [] : niks.map((nik) => keyIn(snapshot, nik));
      const items = await readItems(client, table, [ROSTER_KEY, ...keys], signal);
      const inUse = readRoster(items.get(ROSTER_KEY));
      if (inUse === null) return null;
      lastSnapshot = inUse.snapshot;
      if (inUse.snapshot !== snapshot) continue;
      looks += 1;
      if (keys.every((key) => items.has(key))) return { inUse, items, missesCount: true };
      const after = await readPointer(options, signal);
      if (after?.snapshot === snapshot) return { inUse, items, missesCount: true };
      lastSnapshot = after?.snapshot ?? null;
      looked = { inUse, items, missesCount: false };
    }
    return looked;
  }

  function keyIn(snapshot: string, nik: string): string {
    return memberKey(snapshot, pseudonym("nik", nik));
  }

  return {
    lookUp: async (niks, day, signal) => {
      if (!isToday(day)) {
        return sameForAll(niks, { kind: "no-answer", cause: "not-observed-that-day" });
      }
      const looked = await look(niks, signal);
      if (looked === null) return sameForAll(niks, UNAVAILABLE);
      const { inUse, items, missesCount } = looked;
      const { observedAt } = inUse;
      if (isStale(observedAt, clock(), maximumAgeDays)) {
        return sameForAll(niks, { kind: "no-answer", cause: "stale", observedAt });
      }
      return new Map(
        niks.map((nik) => {
          const item = items.get(keyIn(inUse.snapshot, nik));
          if (item === undefined && !missesCount) return [nik, UNAVAILABLE];
          return [nik, answerFrom(item, inUse)];
        }),
      );
    },
  };
}

interface Looked {
  readonly inUse: SnapshotInUse;
  readonly items: ReadonlyMap<string, StoredItem>;
  /** Whether the snapshot was still in use after the look-up. */
  readonly missesCount: boolean;
}

const UNAVAILABLE: CoverageAnswer = { kind: "no-answer", cause: "unavailable" };

/** A snapshot tells how things stood when it was taken; it can't answer for another day. */
function isToday({ asOf, today }: CoverageDay): boolean {
  return asOf === today;
}

function answerFrom(
  item: StoredItem | undefined,
  { complete, observedAt }: SnapshotInUse,
): CoverageAnswer {
  if (item === undefined) {
    if (complete) return { kind: "not-a-member", observedAt };
    return { kind: "no-answer", cause: "not-found", observedAt };
  }
  const facts = readMember(item);
  if (facts === null) return { kind: "no-answer", cause: "unavailable", observedAt };
  if (facts["coverage.status"] === NOT_A_MEMBER) return { kind: "not-a-member", observedAt };
  return { kind: "found", observedAt, facts };
}
