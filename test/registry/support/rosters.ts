import { ScanCommand } from "@aws-sdk/client-dynamodb";
import { beforeEach } from "vitest";
import type { ImportRequest } from "../../../src/registry/import/begin.ts";
import type { Deadline } from "../../../src/registry/import/chunk.ts";
import {
  continueImport,
  type Imported,
  importRoster,
} from "../../../src/registry/import/import-roster.ts";
import type { RosterSource } from "../../../src/registry/roster-file/source.ts";
import type { RosterTarget } from "../../../src/registry/target.ts";
import type { StoredItem } from "../../../src/store/batches.ts";
import { pseudonymWith } from "../../../src/store/identity.ts";
import { ensureTables } from "../../../src/store/tables.ts";
import type { TestDatabase } from "../../store/support/database.ts";

export const pseudonym = pseudonymWith({ id: "k1", secret: Buffer.alloc(32, 7) });
export const NOW = "2026-11-22T05:00:00Z";
export const OBSERVED_AT = "2026-11-20T02:00:00Z";
export const HEADER = "nik,status,programmes,paid_through,segment";

let tables = 0;

/** A new table for every test. */
export function freshTable(database: TestDatabase): () => RosterTarget {
  let table = "";
  beforeEach(async () => {
    tables += 1;
    table = `coverage-${tables}`;
    const names = {
      coverage: table,
      decisions: "decisions",
      claims: "claims",
      applicants: "applicants",
    };
    await ensureTables(database.client(), names);
  });
  return () => ({ client: database.client(), table, pseudonym });
}

/** The NIK of nobody: district 99 of Kota Serang does not exist. */
export function nikOf(index: number): string {
  const day = 1 + (index % 28);
  const month = 1 + (Math.floor(index / 28) % 12);
  const rest = Math.floor(index / 336);
  const two = (number: number) => String(number).padStart(2, "0");
  return `367399${two(day)}${two(month)}${String(rest).padStart(6, "0")}`;
}

export function rowOf(index: number): string {
  return `${nikOf(index)},AKTIF,JKK+JKM,2026-12-31,BPU`;
}

/** A roster's file with so many members. */
export function csvOf(members: number): string {
  return `${[HEADER, ...Array.from({ length: members }, (_, index) => rowOf(index))].join("\n")}\n`;
}

/** A file in memory, given in pieces that end anywhere. */
export function sourceOf(text: string, pieceBytes = 777): RosterSource {
  const bytes = Buffer.from(text);
  return {
    open: async function* (offset) {
      for (let at = offset; at < bytes.length; at += pieceBytes) {
        yield bytes.subarray(at, at + pieceBytes);
      }
    },
  };
}

export function deadline(changed: Partial<Deadline> = {}): Deadline {
  const signal = AbortSignal.timeout(60_000);
  return { outOfTime: () => false, clock: () => new Date(NOW), signal, ...changed };
}

/** Imports a text, going on as often as it takes. */
export async function importText(
  target: RosterTarget,
  text: string,
  { request, until }: { request?: Partial<ImportRequest>; until?: Partial<Deadline> } = {},
): Promise<Exclude<Imported, { kind: "out-of-time" }>> {
  const source = sourceOf(text);
  const asked = { source, observedAt: OBSERVED_AT, complete: false, acceptBadRows: false };
  let imported = await importRoster(target, { ...asked, ...request }, deadline(until));
  while (imported.kind === "out-of-time") {
    // As a message carries it.
    const state = JSON.parse(JSON.stringify(imported.state));
    imported = await continueImport(target, source, state, deadline(until));
  }
  return imported;
}

/** Everything in the table, by its key. */
export async function everything({
  client,
  table,
}: RosterTarget): Promise<Map<string, StoredItem>> {
  const items = new Map<string, StoredItem>();
  let after: StoredItem | undefined;
  do {
    const scan = new ScanCommand({
      TableName: table,
      ConsistentRead: true,
      ...(after !== undefined && { ExclusiveStartKey: after }),
    });
    const { Items = [], LastEvaluatedKey } = await client.send(scan);
    for (const item of Items) items.set(item["pk"]?.S ?? "", item);
    after = LastEvaluatedKey;
  } while (after !== undefined);
  return items;
}
