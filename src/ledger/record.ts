import { promisify } from "node:util";
import { gunzip, gzip } from "node:zlib";
import type { Pseudonym } from "../store/identity.ts";
import type { Identity, LedgerEntry, StoredDecision } from "./entry.ts";

const compress = promisify(gzip);
const decompress = promisify(gunzip);

/** DynamoDB holds 400 kB an item; beyond this a record is stored in parts. */
export const MOST_PART_BYTES = 300_000;

/** A record larger than this is nothing that a ledger should hold. */
export const MOST_PARTS = 20;

/** The record of a decision as it is stored, compressed, people only by their pseudonyms. */
export async function packRecord(
  { record, applicant, people }: LedgerEntry,
  pseudonym: Pseudonym,
): Promise<Uint8Array> {
  const named = ({ kind, number }: Identity) => pseudonym(kind, number);
  const stored: StoredDecision = {
    ...record,
    applicant: { kind: applicant.kind, pseudonym: named(applicant) },
    people: Object.fromEntries(
      Object.entries(people).map(([group, members]) => [
        group,
        members.map((member) => (member === null ? null : named(member))),
      ]),
    ),
  };
  return packJson(stored);
}

/** Reads what {@link packRecord} wrote; nothing else is ever stored in its place. */
export async function unpackRecord(bytes: Uint8Array): Promise<StoredDecision> {
  return JSON.parse(await unpackText(bytes));
}

/** Plain JSON, compressed. */
export async function packJson(value: object): Promise<Uint8Array> {
  return compress(JSON.stringify(value));
}

/** The text of what {@link packJson} wrote. */
export async function unpackText(bytes: Uint8Array): Promise<string> {
  return (await decompress(bytes)).toString("utf8");
}

/** A record cut into pieces that an item can hold. */
export function partsOf(record: Uint8Array): readonly Uint8Array[] {
  const parts: Uint8Array[] = [];
  for (let start = 0; start < record.byteLength; start += MOST_PART_BYTES) {
    parts.push(record.subarray(start, start + MOST_PART_BYTES));
  }
  return parts;
}
