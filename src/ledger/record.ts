import { promisify } from "node:util";
import { gunzip, gzip, gzipSync } from "node:zlib";
import type { Pseudonym } from "../store/identity.ts";
import type { Identity, LedgerEntry, StoredDecision } from "./entry.ts";

const compress = promisify(gzip);
const decompress = promisify(gunzip);

/** DynamoDB holds 400 kB an item; beyond this a record is stored in parts. */
export const MOST_PART_BYTES = 300_000;

/** 4.2 MB: a larger record could not be read, as Lambda carries 6 MB of base64. */
export const MOST_PARTS = 14;

/** A decision as it is stored, people only by their pseudonyms. */
export function storedForm(
  { record, applicant, people }: LedgerEntry,
  pseudonym: Pseudonym,
): StoredDecision {
  const named = ({ kind, number }: Identity) => pseudonym(kind, number);
  return {
    ...record,
    applicant: { kind: applicant.kind, pseudonym: named(applicant) },
    people: Object.fromEntries(
      Object.entries(people).map(([group, members]) => [
        group,
        members.map((member) => (member === null ? null : named(member))),
      ]),
    ),
  };
}

/** The record of a decision, compressed. */
export async function packRecord(stored: StoredDecision): Promise<Uint8Array> {
  return packJson(stored);
}

/** Reads what {@link packRecord} wrote; nothing else is ever stored in its place. */
export async function unpackRecord(bytes: Uint8Array): Promise<StoredDecision> {
  return JSON.parse(await unpackText(bytes));
}

/** Half the time of the usual level, for a twentieth more bytes of one decision. */
const QUICK = { level: 3 } as const;

/** Above this, compressing would keep other requests waiting; below, a thread costs more than it. */
const MOST_AT_ONCE = 64_000;

/** Plain JSON, compressed. */
export async function packJson(value: object): Promise<Uint8Array> {
  const text = JSON.stringify(value);
  return text.length > MOST_AT_ONCE ? compress(text, QUICK) : gzipSync(text, QUICK);
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
