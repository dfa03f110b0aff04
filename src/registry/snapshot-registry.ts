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
import {
  memberKey,
  ROSTER_KEY,
  readMember,
  readRoster,
  type SnapshotInUse,
} from "./snapshot-items.ts";

export interface SnapshotRegistryOptions {
  readonly client: DynamoDBClient;
  readonly table: string;
  readonly pseudonym: Pseudonym;
  readonly clock: () => Date;
  /** A roster observed longer ago than this gives no answers. */
  readonly maximumAgeDays: number;
}

const MILLISECONDS_A_DAY = 86_400_000;

/** How often a look-up starts anew because another snapshot came into use meanwhile. */
const MOST_LOOKS = 3;

/**
 * A registry over the roster's snapshot in DynamoDB. One batched reading fetches the people and
 * the item that names the snapshot in use; an answer counts only if that is the snapshot that was
 * read, so that a person is never missed because a new roster just came in.
 */
export function createSnapshotRegistry(options: SnapshotRegistryOptions): CoverageRegistry {
  const { client, table, pseudonym } = options;
  let lastSnapshot: string | null = null;

  async function look(niks: readonly string[], signal: AbortSignal): Promise<Looked | null> {
    for (let looks = 0; looks < MOST_LOOKS; looks++) {
      const snapshot = lastSnapshot;
      const keys = snapshot === null ? [] : niks.map((nik) => keyIn(snapshot, nik));
      const items = await readItems(client, table, [ROSTER_KEY, ...keys], signal);
      const inUse = readRoster(items.get(ROSTER_KEY));
      if (inUse === null) return null;
      if (inUse.snapshot === snapshot) return { inUse, items };
      lastSnapshot = inUse.snapshot;
    }
    throw new Error("the roster keeps changing");
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
      if (looked === null) return sameForAll(niks, { kind: "no-answer", cause: "unavailable" });
      const { inUse, items } = looked;
      const { observedAt } = inUse;
      if (isStale(observedAt, options)) {
        return sameForAll(niks, { kind: "no-answer", cause: "stale", observedAt });
      }
      return new Map(
        niks.map((nik) => [nik, answerFrom(items.get(keyIn(inUse.snapshot, nik)), inUse)]),
      );
    },
  };
}

interface Looked {
  readonly inUse: SnapshotInUse;
  readonly items: ReadonlyMap<string, StoredItem>;
}

/** A snapshot tells how things stood when it was taken; it can't answer for another day. */
function isToday({ asOf, today }: CoverageDay): boolean {
  return asOf === today;
}

/** Nonsense for a time counts as stale: nobody knows how old it is. */
function isStale(
  observedAt: string,
  { clock, maximumAgeDays }: Pick<SnapshotRegistryOptions, "clock" | "maximumAgeDays">,
): boolean {
  const age = clock().getTime() - Date.parse(observedAt);
  return !(age <= maximumAgeDays * MILLISECONDS_A_DAY);
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
