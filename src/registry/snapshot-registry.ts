import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { readItems, type StoredItem } from "../store/batches.ts";
import type { Pseudonyms } from "../store/identity.ts";
import {
  type CoverageAnswer,
  type CoverageDay,
  type CoverageRegistry,
  NOT_A_MEMBER,
  sameForAll,
} from "./coverage.ts";
import { isStale } from "./freshness.ts";
import { RosterKeyUnknown, rosterNaming } from "./roster-key.ts";
import {
  coverageFacts,
  isContradicted,
  memberKey,
  ROSTER_KEY,
  readMember,
  readRoster,
  type SnapshotInUse,
} from "./snapshot-items.ts";
import { readPointer } from "./snapshots/pointer.ts";

export interface SnapshotRegistryOptions extends Pseudonyms {
  readonly client: DynamoDBClient;
  readonly table: string;
  readonly clock: () => Date;
  /** A roster observed longer ago than this gives no answers. */
  readonly maximumAgeDays: number;
}

/** A look-up, and one more where another snapshot came into use meanwhile. */
const MOST_LOOKS = 2;

/**
 * A registry over the roster's snapshot in DynamoDB. One batched reading fetches the people and
 * the item that names the snapshot in use. That somebody is missing counts only if that item, read
 * again afterwards, still names the snapshot: its members may have been deleted meanwhile. People
 * are looked up under the key that the snapshot was written under, whichever is in use now. Where
 * that is not known, a look-up throws {@link RosterKeyUnknown}: nobody may count as missing then, nor
 * where the snapshot does not say its key.
 */
export function createSnapshotRegistry(options: SnapshotRegistryOptions): CoverageRegistry {
  const { client, table, clock, maximumAgeDays } = options;
  const naming = rosterNaming(options);
  let last: SnapshotInUse | null = null;

  async function look(niks: readonly string[], signal: AbortSignal): Promise<Looked | null> {
    let looked: Looked | null = null;
    let looks = 0;
    // The first reading may only find out which snapshot is in use, and is then no look-up.
    for (let readings = 0; readings <= MOST_LOOKS && looks < MOST_LOOKS; readings++) {
      const from = last;
      const named = from === null ? null : namedIn(from);
      const keys = new Map(named === null ? [] : niks.map((nik) => [nik, named(nik)]));
      const items = await readItems(client, table, [ROSTER_KEY, ...keys.values()], signal);
      const inUse = readRoster(items.get(ROSTER_KEY));
      if (inUse === null) return null;
      last = inUse;
      if (named === null || !isSame(inUse, from)) continue;
      looks += 1;
      const found = { inUse, itemOf: (nik: string) => items.get(keys.get(nik) ?? "") };
      const missesCount = inUse.keyMark !== undefined;
      if (niks.every((nik) => found.itemOf(nik) !== undefined)) return { ...found, missesCount };
      last = await readPointer(options, signal);
      if (isSame(inUse, last)) return { ...found, missesCount };
      looked = { ...found, missesCount: false };
    }
    return looked;
  }

  function namedIn(roster: SnapshotInUse): (nik: string) => string {
    const pseudonym = naming(roster);
    if (pseudonym === null) {
      // The next look-up asks anew which snapshot is in use: another may have been imported.
      last = null;
      throw new RosterKeyUnknown(
        "the roster in use was imported under an identity key that is not set",
      );
    }
    return (nik) => memberKey(roster.snapshot, pseudonym("nik", nik));
  }

  return {
    lookUp: async (niks, day, signal) => {
      if (!isToday(day)) {
        return sameForAll(niks, { kind: "no-answer", cause: "not-observed-that-day" });
      }
      const looked = await look(niks, signal);
      if (looked === null) return sameForAll(niks, UNAVAILABLE);
      const { inUse, itemOf, missesCount } = looked;
      const { observedAt } = inUse;
      if (isStale(observedAt, clock(), maximumAgeDays)) {
        return sameForAll(niks, { kind: "no-answer", cause: "stale", observedAt });
      }
      return new Map(
        niks.map((nik) => {
          const item = itemOf(nik);
          if (item === undefined && !missesCount) return [nik, UNAVAILABLE];
          return [nik, answerFrom(item, inUse)];
        }),
      );
    },
  };
}

interface Looked {
  readonly inUse: SnapshotInUse;
  readonly itemOf: (nik: string) => StoredItem | undefined;
  /** Whether the snapshot was still in use after the look-up, and its people's names are known. */
  readonly missesCount: boolean;
}

/** The same snapshot under another key has other names. */
function isSame(one: SnapshotInUse, other: SnapshotInUse | null): boolean {
  return one.snapshot === other?.snapshot && one.keyMark === other.keyMark;
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
  if (item !== undefined && isContradicted(item)) {
    return { kind: "no-answer", cause: "not-found", observedAt };
  }
  if (item === undefined) {
    if (complete) return { kind: "not-a-member", observedAt };
    return { kind: "no-answer", cause: "not-found", observedAt };
  }
  const member = readMember(item);
  if (member === null) return { kind: "no-answer", cause: "unavailable", observedAt };
  if (member.status === NOT_A_MEMBER) return { kind: "not-a-member", observedAt };
  return { kind: "found", observedAt, facts: coverageFacts(member) };
}
